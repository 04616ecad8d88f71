import { type Asker, type ChangeEntry, type ChangeQuery, LedgerError } from '../../model/index.ts';
import { lastChange, loadChanges } from '../../store/index.ts';
import type { Context } from '../context.ts';
import { countryOf } from '../country.ts';
import { atOf, knownAtOf } from '../moment.ts';
import { resolvePlace } from '../places/resolve-place.ts';

const MOST = 1000;

/** Changes of the record in the order in which they were written; places by id or name, countries by code or name. */
export async function changeLog(
  context: Context,
  _by: Asker,
  query: ChangeQuery = {},
): Promise<ChangeEntry[]> {
  const knownAt = knownAtOf(query.knownAt) ?? undefined;
  const at = atOf(query.at) ?? undefined;
  const limit = Math.max(1, Math.min(query.limit ?? 100, MOST));
  if (query.after != null && (!Number.isInteger(query.after) || query.after < 0))
    throw new LedgerError('invalid', `"${query.after}" is no number of a change`);
  return context.store.read(async tx => {
    const places = query.places && (await Promise.all(query.places.map(p => resolvePlace(context, tx, p))));
    return loadChanges(tx, {
      ...query,
      countries: query.countries?.flatMap(c => countryOf(context, c) ?? []),
      places: places?.map(place => place.id),
      at,
      knownAt,
      limit,
    });
  });
}

/** The number of the last change: whoever asks again with it misses none. */
export const lastChangeSeq = (context: Context): Promise<number> => context.store.read(lastChange);
