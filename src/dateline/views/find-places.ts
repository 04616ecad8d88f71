import { type Asker, LedgerError, type Moment, type PlaceMatch } from '../../model/index.ts';
import { loadTold, searchPlaces } from '../../store/index.ts';
import type { Context } from '../context.ts';
import { countryOf } from '../country.ts';
import { knownAtOf } from '../moment.ts';
import { viewPlace } from '../places/view-place.ts';

const MOST = 20;

/** The places that a name could mean, likeliest first; those that only reports (known by then) tell of come last. */
export async function findPlaces(
  context: Context,
  _by: Asker,
  name: string,
  asked?: string,
  query: Moment = {},
): Promise<PlaceMatch[]> {
  if (name.trim() === '') throw new LedgerError('invalid', 'the name to look for is empty');
  const country = countryOf(context, asked);
  const gazetteer = context.gazetteer();
  const known = gazetteer.find(name, { country, limit: MOST }).map(({ place, score }) => ({
    place: viewPlace(place, gazetteer),
    score,
    population: place.population,
  }));
  const ids = new Set(known.map(m => m.place.id));
  const knownAt = knownAtOf(query.knownAt);
  const { seen, told } = await context.store.read(async tx => {
    const seen = await searchPlaces(tx, name, MOST);
    return { seen, told: await loadTold(tx, [...ids, ...seen.map(place => place.id)], knownAt) };
  });
  const unknown = seen
    .filter(
      place =>
        !ids.has(place.id) &&
        place.precision !== 'exact' &&
        (country == null || place.country === country) &&
        (knownAt == null || told.has(place.id)),
    )
    .map(place => ({ place, score: 0, population: 0 }));
  return [...known, ...unknown]
    .slice(0, MOST)
    .map(match => ({ ...match, inRecord: told.has(match.place.id) }));
}
