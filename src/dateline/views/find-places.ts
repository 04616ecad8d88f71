import { type Asker, LedgerError, type Moment, type PlaceMatch } from '../../model/index.ts';
import { loadClaims, searchPlaces } from '../../store/index.ts';
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
  const seen = await context.store.read(async tx => {
    const found = await searchPlaces(tx, name, MOST);
    if (knownAt == null) return found;
    const claims = await loadClaims(tx, { places: found.map(place => place.id), knownAt });
    const told = new Set(claims.flatMap(c => c.claim.places.map(place => place.id)));
    return found.filter(place => told.has(place.id));
  });
  const told = seen
    .filter(
      place =>
        !ids.has(place.id) && place.precision !== 'exact' && (country == null || place.country === country),
    )
    .map(place => ({ place, score: 0, population: 0 }));
  return [...known, ...told].slice(0, MOST);
}
