import {
  bucketOf,
  daysOf,
  type Fact,
  type Facts,
  type KeptRecord,
  type LedgerRulings,
  makeFacts,
  makeRulings,
  reachOfSet,
  type SetContext,
  seriesOf,
  type Touched,
  touchedBy,
  weighPlace,
  weighSet,
} from '../../ledger/index.ts';
import type { CountedPeriod, Decision, ReportOrigin } from '../../model/index.ts';
import {
  bumpRevision,
  type FactKeys,
  loadCounted,
  loadFactsInBuckets,
  loadFactsOfReports,
  loadReadings,
  loadReports,
  saveCheckpoints,
  saveDiscrepancies,
  saveEvents,
  saveFacts,
  saveFigures,
  saveOrigins,
  savePeriods,
  savePlaces,
  saveWeighedClaims,
  type Tx,
} from '../../store/index.ts';
import type { Context } from '../context.ts';
import { gatherPlaces } from '../places/gather-places.ts';
import { loadKnownDecisions, reportsNamedBy } from './known-decisions.ts';
import { namingOf, type WeighNaming } from './naming.ts';
import { numberVersions } from './number-versions.ts';
import { checkOrphans } from './orphans.ts';
import { findRelated } from './related.ts';
import { toStoredEvent, weighPlaceOn } from './weigh-place-on.ts';

/** What is new: reports filed or read again, and what a ruling bears on beside. */
export interface Change {
  readonly reports: readonly string[];
  /** Places, and sets (`set:…`), that a ruling touches. */
  readonly buckets?: readonly string[] | undefined;
}

const SET = 'set:';

/**
 * Weighs again what a change touches, and no more: the facts of the reports that are related to it, the places of facts
 * that came or went, the counts that hold those places. The record is then what weighing everything at once would make it.
 * Gives the origins of the related reports.
 */
export async function reweigh(context: Context, tx: Tx, change: Change): Promise<readonly ReportOrigin[]> {
  const naming = namingOf(context);
  const { origins, touched, named } = await takeIn(context, tx, change.reports);
  const places = new Set(touched.places),
    sets = new Set(touched.sets),
    changed = new Map(touched.changed);
  for (const bucket of change.buckets ?? [])
    if (bucket.startsWith(SET)) sets.add(bucket.slice(SET.length));
    else {
      places.add(bucket);
      changed.delete(bucket);
      for (const key of naming.sets.keysOf(bucket)) sets.add(key);
    }
  await weighAgain(context, tx, { places: [...places].sort(), sets: [...sets].sort(), changed });
  await bumpRevision(tx, [...places, ...named]);
  return origins;
}

interface TakenIn {
  readonly origins: readonly ReportOrigin[];
  readonly touched: Touched;
  /** The places that the claims of the reports name. */
  readonly named: readonly string[];
}

/** Makes the facts of some reports, and of those that are related to them, anew; tells what has to be weighed again. */
export async function takeIn(context: Context, tx: Tx, changed: readonly string[]): Promise<TakenIn> {
  const decisions = await loadKnownDecisions(tx, context.cache);
  const naming = namingOf(context);
  const related = await findRelated(tx, changed);
  const reports = numberVersions(await loadReports(tx, related));
  const readings = await loadReadings(tx, related);
  const made = makeFacts({ reports, readings, decisions: decisions.all }, naming);
  const before = await loadFactsOfReports<Fact>(tx, related);
  const touched = touchedBy(
    before.map(f => f.body),
    [...made.facts.values()].flat(),
    naming.sets,
  );
  const byId = new Map(reports.map(r => [r.id, r]));
  const places = gatherPlaces(made.claims, byId, decisions.all, context.gazetteer());
  await savePlaces(tx, places);
  await saveMade(tx, related, made);
  await checkOrphans(tx, decisions, related);
  return { origins: made.origins, touched, named: places.map(({ view }) => view.id) };
}

/** Places and sets weighed and saved at a time: what is in memory stays small. */
const AT_ONCE = 200;

/**
 * Weighs places and sets again: from what is kept, where it is told which facts came or went, otherwise from all facts of
 * the place.
 */
export async function weighAgain(
  context: Context,
  tx: Tx,
  { places, sets, changed }: Omit<Touched, 'changed'> & Partial<Pick<Touched, 'changed'>>,
): Promise<void> {
  const rulings = await loadRulings(context, tx);
  const naming = namingOf(context);
  const whole: string[] = [];
  for (const place of places) {
    const facts = changed?.get(place);
    if (facts == null || !(await weighPlaceOn(tx, place, facts, rulings, naming))) whole.push(place);
  }
  for (let i = 0; i < whole.length; i += AT_ONCE)
    await weighPlaces(tx, whole.slice(i, i + AT_ONCE), rulings, naming);
  for (let i = 0; i < sets.length; i += AT_ONCE)
    await weighSets(tx, sets.slice(i, i + AT_ONCE), rulings, naming);
}

/** What decisions rule on places and events; the readings of the reports that they name go with them. */
export async function loadRulings(context: Context, tx: Tx): Promise<LedgerRulings> {
  const { all } = await loadKnownDecisions(tx, context.cache);
  const named = reportsNamedBy(all.filter(isOnEvents));
  return makeRulings(all, named.length === 0 ? [] : await loadReadings(tx, named));
}

const isOnEvents = ({ ruling }: Decision): boolean =>
  ruling.kind === 'merge-events' || ruling.kind === 'split-events';

async function saveMade(tx: Tx, related: readonly string[], made: Facts): Promise<void> {
  const facts = [...made.facts].flatMap(([report, list]) =>
    list.map(body => ({ report, bucket: bucketOf(body), body, ...keysOf(body) })),
  );
  await saveFacts(tx, related, facts);
  await saveOrigins(tx, made.origins);
  await saveWeighedClaims(tx, made.claims, related);
}

/** What the store finds a fact by. */
const keysOf = (fact: Fact): FactKeys => ({
  claim: fact.kind === 'inner' ? (fact.claims[0] ?? '') : fact.claim,
  series: fact.kind === 'figure' ? seriesOf(fact) : null,
  known: fact.live.from,
  ended: fact.live.to,
  last_day: daysOf(fact).last,
});

async function weighPlaces(
  tx: Tx,
  places: readonly string[],
  rulings: LedgerRulings,
  naming: WeighNaming,
): Promise<void> {
  if (places.length === 0) return;
  const facts = await loadFactsInBuckets<Fact>(tx, places);
  const records = places.map((bucket): KeptRecord & { bucket: string } => ({
    bucket,
    ...weighPlace(bucket, facts.get(bucket)!, rulings, naming),
  }));
  await savePeriods(
    tx,
    places,
    records.flatMap(r => r.periods),
  );
  await saveEvents(
    tx,
    places,
    records.flatMap(r => r.keptEvents.map(k => toStoredEvent(r.bucket, k))),
  );
  await saveFigures(
    tx,
    places,
    records.flatMap(r => r.figures.map(body => ({ bucket: r.bucket, body }))),
  );
  await saveDiscrepancies(
    tx,
    places,
    records.flatMap(r => r.kept.map(k => ({ bucket: r.bucket, body: k.discrepancy, trail: k.trail }))),
  );
  for (const { bucket, checkpoints } of records) await saveCheckpoints(tx, bucket, '', checkpoints);
}

/** The counts of sets, held against the periods of their places. */
async function weighSets(
  tx: Tx,
  keys: readonly string[],
  rulings: LedgerRulings,
  naming: WeighNaming,
): Promise<void> {
  if (keys.length === 0) return;
  const facts = await loadFactsInBuckets<Fact>(
    tx,
    keys.map(k => SET + k),
  );
  const found = [];
  for (const key of keys) {
    const mine = facts.get(SET + key)!;
    if (mine.length === 0) continue;
    const context = { ...naming, ...(await loadTallied(tx, key, mine, naming)) };
    for (const body of weighSet(key, mine, rulings, context)) found.push({ bucket: SET + key, body });
  }
  await saveDiscrepancies(
    tx,
    keys.map(k => SET + k),
    found,
  );
}

/** What is known of a set's places, as far as its counts look, and whose claims that stands on. */
async function loadTallied(
  tx: Tx,
  key: string,
  facts: readonly Fact[],
  { sets }: WeighNaming,
): Promise<Pick<SetContext, 'periodsOf' | 'reportOf'>> {
  const reach = reachOfSet(key, facts, sets);
  const rows = reach == null ? [] : await loadCounted(tx, sets.byKey(key)!.members, reach);
  const periods = new Map<string, CountedPeriod[]>();
  const reports = new Map<string, string>();
  for (const { report, ...period } of rows) {
    const list = periods.get(period.place);
    if (list == null) periods.set(period.place, [period]);
    else list.push(period);
    if (report != null && period.claims[0] != null) reports.set(period.claims[0], report);
  }
  return {
    periodsOf: place => periods.get(place) ?? [],
    reportOf: claim => reports.get(claim) ?? null,
  };
}
