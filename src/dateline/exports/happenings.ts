import type { PlaceHappenings } from '../../exports/index.ts';
import type { Asker, LedgerEvent } from '../../model/index.ts';
import { loadEvents, loadFigures, loadPlaces, type Tx } from '../../store/index.ts';
import type { Context } from '../context.ts';
import { viewClaims } from '../views/claims.ts';
import { batchesOf, type Scope } from './records.ts';

/** Places whose happenings are loaded at once. */
const PLACES = 100;

/** All that happened, place by place, with the claims of people killed that may belong to it. */
export async function* happenings(
  context: Context,
  by: Asker,
  scope: Scope,
): AsyncGenerator<PlaceHappenings[]> {
  const { events, killed } = await context.store.read(async tx => ({
    events: await loadEvents(tx, scope.country),
    killed: await countedKilled(tx),
  }));
  const byPlace = new Map<string, LedgerEvent[]>();
  for (const event of events)
    if (scope.at == null || (event.from ?? event.to ?? '') <= scope.at)
      byPlace.set(event.place, [...(byPlace.get(event.place) ?? []), event]);
  for (const places of batchesOf([...byPlace.keys()].sort(), PLACES))
    yield await context.store.read(tx => happeningsAt(tx, by, scope, places, byPlace, killed));
}

/** The claims of people killed that count: not denied, not planned, one of each origin, no running totals. */
async function countedKilled(tx: Tx): Promise<Set<string>> {
  const counted = new Set<string>();
  for (const series of await loadFigures(tx))
    if (series.term === 'killed' && series.unit === 'people')
      for (const point of series.points) if (!point.running) counted.add(point.claim);
  return counted;
}

async function happeningsAt(
  tx: Tx,
  by: Asker,
  { knownAt }: Scope,
  ids: readonly string[],
  byPlace: ReadonlyMap<string, readonly LedgerEvent[]>,
  killed: ReadonlySet<string>,
): Promise<PlaceHappenings[]> {
  const events = ids.flatMap(id => byPlace.get(id) ?? []);
  const told = await viewClaims(tx, by, { ids: [...new Set(events.flatMap(e => e.claims))], knownAt });
  const claimOf = new Map(told.map(c => [c.id, c]));
  const places = await loadPlaces(tx, { ids });
  const reports = [...new Set(told.map(c => c.report))];
  const counted = [
    ...(await viewClaims(tx, by, { kind: 'figure', places: ids, knownAt })),
    ...(await viewClaims(tx, by, { kind: 'figure', reports, knownAt })),
  ].filter(c => killed.has(c.id));
  const figures = [...new Map(counted.map(c => [c.id, c])).values()];
  return ids.flatMap(id => {
    const place = places.get(id);
    const here = (byPlace.get(id) ?? []).flatMap(event => {
      const claims = event.claims.flatMap(claim => claimOf.get(claim) ?? []);
      return claims.length === 0 ? [] : [{ event, claims }];
    });
    if (place == null || here.length === 0) return [];
    const mine = figures.filter(c => c.places.length === 0 || c.places.some(p => p.id === id));
    return [{ place, happenings: here, killed: mine }];
  });
}
