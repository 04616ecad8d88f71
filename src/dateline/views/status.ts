import { comparePlaces, toStatusRow } from '../../ledger/index.ts';
import type { Asker, CalendarDate, Moment, StatusRow } from '../../model/index.ts';
import { loadPeriodsAt, loadWorldAt, type PlacedPeriod, type Tx } from '../../store/index.ts';
import type { Cache, Context } from '../context.ts';
import { countryOf } from '../country.ts';
import { dayOf, knownAtOf, momentOf } from '../moment.ts';
import { resolvePlace } from '../places/resolve-place.ts';
import { remember } from './remember.ts';

export interface StatusQuery extends Moment {
  readonly country?: string | undefined;
  /** An id or a name. */
  readonly place?: string | undefined;
  /** With the place, all that lies in it: its sites; the places and sites of a division or country. */
  readonly within?: boolean | undefined;
}

/** Who held what on a day, as known at an instant: at most one line a place, by country, division, name. */
export async function status(context: Context, _by: Asker, query: StatusQuery = {}): Promise<StatusRow[]> {
  const { at, place } = query;
  if (at == null || place != null) return context.store.read(tx => statusIn(context, tx, query));
  // One statement is a snapshot by itself: a transaction around it would be two more ways to the database and back.
  const { db } = context.store;
  const country = countryOf(context, query.country);
  return remember(context, { words: JSON.stringify([at, query.knownAt, country]), country }, () =>
    country == null ? world(context, dayOf(at), query.knownAt) : statusIn(context, db, { ...query, country }),
  );
}

async function world(
  { store, cache }: Context,
  at: CalendarDate,
  knownAt: Moment['knownAt'],
): Promise<StatusRow[]> {
  const found = await loadWorldAt(store.db, at, knownAtOf(knownAt), cache.places);
  const ranks = ranksOf(cache);
  // Each place has one line at most: put at its rank, thousands need not be sorted.
  const rows = new Array<StatusRow | undefined>(ranks.size).fill(undefined);
  for (const { period, place } of found) rows[ranks.get(place.id)!] = toStatusRow(period, () => place);
  return rows.filter(row => row != null);
}

/** Where each place stands in the order of rows: made anew when one has changed. */
function ranksOf(cache: Cache): ReadonlyMap<string, number> {
  const { last, of } = cache.places;
  if (cache.ranks?.last !== last) {
    const views = [...of.values()].map(kept => kept.view).sort(comparePlaces);
    cache.ranks = { last, of: new Map(views.map((view, rank) => [view.id, rank])) };
  }
  return cache.ranks.of;
}

export async function statusIn(context: Context, tx: Tx, query: StatusQuery): Promise<StatusRow[]> {
  const country = countryOf(context, query.country);
  const { at, knownAt } = await momentOf(context, tx, query);
  const place = query.place == null ? undefined : (await resolvePlace(context, tx, query.place)).id;
  return toRows(
    await loadPeriodsAt(tx, at, knownAt, {
      country,
      ...(query.within ? { within: place } : { places: place == null ? undefined : [place] }),
    }),
  );
}

const toRows = (found: readonly PlacedPeriod[]): StatusRow[] =>
  found
    .map(({ period, place }) => toStatusRow(period, () => place))
    .sort((a, b) => comparePlaces(a.place, b.place));
