import {
  type Checkpoint,
  type Fact,
  type KeptEvent,
  type LedgerRulings,
  type PlaceMemory,
  type Trail,
  weighOn,
} from '../../ledger/index.ts';
import {
  loadCheckpoint,
  loadEventsFrom,
  loadFactsFrom,
  loadFactsKnownFrom,
  loadFactsOfClaims,
  loadFactsOfSeries,
  loadKept,
  loadOpen,
  loadPeriodsNear,
  putDiscrepancies,
  putEvents,
  putFigures,
  removeFindings,
  removeKnownSince,
  replacePeriods,
  type StoredEvent,
  saveCheckpoints,
  type Tx,
} from '../../store/index.ts';
import type { WeighNaming } from './naming.ts';

/**
 * Weighs a place on from what the store keeps of it, where these facts came or went: what lies near in time is looked at,
 * so that filing costs the same however much is known of the place. False where it has to be weighed from the beginning.
 */
export async function weighPlaceOn(
  tx: Tx,
  place: string,
  changed: readonly Fact[],
  rulings: LedgerRulings,
  naming: WeighNaming,
): Promise<boolean> {
  const weighed = await weighOn(place, changed, memoryOf(tx, place), rulings, naming);
  if (weighed == null) return false;
  const body = <T>(one: T): { bucket: string; body: T } => ({ bucket: place, body: one });
  await replacePeriods(tx, place, weighed);
  await saveCheckpoints(tx, place, weighed.base, weighed.checkpoints);
  await removeKnownSince(
    tx,
    place,
    weighed.instant,
    weighed.kept.map(k => k.discrepancy.id),
  );
  await putDiscrepancies(
    tx,
    weighed.kept.map(k => ({ ...body(k.discrepancy), trail: k.trail })),
  );
  const come = new Set(weighed.events.map(k => k.event.id));
  await removeFindings(
    tx,
    'events',
    place,
    weighed.eventsGone.filter(id => !come.has(id)),
  );
  await putEvents(
    tx,
    weighed.events.map(k => toStoredEvent(place, k)),
  );
  const series = new Set(weighed.figures.map(f => f.id));
  await removeFindings(
    tx,
    'figures',
    place,
    weighed.figuresGone.filter(id => !series.has(id)),
  );
  await putFigures(tx, weighed.figures.map(body));
  return true;
}

export const toStoredEvent = (bucket: string, { event, group, first, last }: KeptEvent): StoredEvent => ({
  bucket,
  body: event,
  group,
  first,
  last,
});

const memoryOf = (tx: Tx, place: string): PlaceMemory => ({
  factsKnownFrom: instant => loadFactsKnownFrom<Fact>(tx, place, instant),
  factsFrom: day => loadFactsFrom<Fact>(tx, place, day),
  factsOfClaims: claims => loadFactsOfClaims<Fact>(tx, place, claims),
  factsOfSeries: ids => loadFactsOfSeries<Fact>(tx, place, ids),
  checkpoint: (day, before) => loadCheckpoint<Checkpoint['state']>(tx, place, day, before),
  periods: (from, after, days) => loadPeriodsNear(tx, place, from, after, days),
  open: (before, from) => loadOpen<Trail>(tx, place, before, from),
  keptOf: (ids, before) => loadKept<Trail>(tx, place, ids, before),
  eventsFrom: day => loadEventsFrom(tx, place, day),
});
