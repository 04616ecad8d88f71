import { comparePlaces, toStatusRow } from '../../ledger/index.ts';
import type { Asker, Moment, StatusRow } from '../../model/index.ts';
import { loadPeriodsAt, type Tx } from '../../store/index.ts';
import type { Context } from '../context.ts';
import { countryOf } from '../country.ts';
import { momentOf } from '../moment.ts';
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
export const status = (context: Context, _by: Asker, query: StatusQuery = {}): Promise<StatusRow[]> =>
  query.place == null && query.at != null
    ? // One statement is a snapshot by itself: a transaction around it would be two more ways to the database and back.
      remember(context, JSON.stringify([query.at, query.knownAt, query.country]), () =>
        statusIn(context, context.store.db, query),
      )
    : context.store.read(tx => statusIn(context, tx, query));

export async function statusIn(context: Context, tx: Tx, query: StatusQuery): Promise<StatusRow[]> {
  const country = countryOf(context, query.country);
  const { at, knownAt } = await momentOf(context, tx, query);
  const place = query.place == null ? undefined : (await resolvePlace(context, tx, query.place)).id;
  const found = await loadPeriodsAt(tx, at, knownAt, {
    country,
    ...(query.within ? { within: place } : { places: place == null ? undefined : [place] }),
  });
  return found
    .map(({ period, place }) => toStatusRow(period, () => place))
    .sort((a, b) => comparePlaces(a.place, b.place));
}
