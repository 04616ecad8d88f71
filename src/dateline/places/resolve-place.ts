import { LedgerError, type PlaceView } from '../../model/index.ts';
import { loadPlaces, loadPlacesByName, searchPlaces, type Tx } from '../../store/index.ts';
import type { Context } from '../context.ts';
import { viewPlace } from './view-place.ts';

/** What ids look like; anything else is a name. */
const ID = /^(?:gn|iso|adm2|site|x):/;

/**
 * The place that is asked for by id or name: of several with one name, the one that the record tells most about, then
 * the likeliest. Throws a `LedgerError` ('not-found') quoting what nothing is called.
 */
export async function resolvePlace(context: Context, tx: Tx, asked: string): Promise<PlaceView> {
  const words = asked.trim();
  if (ID.test(words)) {
    const seen = (await loadPlaces(tx, { ids: [words] })).get(words);
    if (seen != null) return seen;
    const place = context.gazetteer().byId(words);
    if (place != null) return viewPlace(place, context.gazetteer());
    throw new LedgerError('not-found', `there is no place with the id "${asked}"`);
  }
  const [first] = words === '' ? [] : await loadPlacesByName(tx, words);
  if (first != null) return first;
  const candidates = words === '' ? [] : context.gazetteer().find(words, { limit: 20 });
  const seen = await loadPlaces(tx, { ids: candidates.map(c => c.place.id) });
  for (const { place } of candidates) if (seen.has(place.id)) return seen.get(place.id)!;
  const [best] = candidates;
  if (best == null) throw new LedgerError('not-found', await sayUnknown(tx, asked));
  return viewPlace(best.place, context.gazetteer());
}

/** Names that it is likely to be mistaken for. */
const MOST_NAMED = 3;

async function sayUnknown(tx: Tx, asked: string): Promise<string> {
  const alike = asked.trim() === '' ? [] : await searchPlaces(tx, asked.trim(), MOST_NAMED);
  const names = [...new Set(alike.map(place => place.name))];
  const unknown = `no place is called "${asked}"`;
  return names.length === 0 ? unknown : `${unknown}: the record tells of ${names.join(', ')}`;
}
