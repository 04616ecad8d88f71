import { loadGazetteer } from '../../gazetteer/index.ts';
import type { PlaceMatch } from '../../model/index.ts';
import { viewPlace } from './view-place.ts';

const MOST = 20;

/** What the gazetteer alone knows under a name, likeliest first: for who asks without a ledger. */
export function knownPlaces(name: string, country?: string): PlaceMatch[] {
  const gazetteer = loadGazetteer();
  return gazetteer.find(name, { country, limit: MOST }).map(({ place, score }) => ({
    place: viewPlace(place, gazetteer),
    score,
    population: place.population,
    inRecord: false,
  }));
}
