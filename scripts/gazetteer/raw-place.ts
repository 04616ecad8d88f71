import type { PlaceKind } from '../../src/model/index.ts';

/** How a name stands to its place, by falling weight. */
export const NAME = { main: 0, curated: 1, alternate: 2, other: 3 } as const;
export type NameRank = (typeof NAME)[keyof typeof NAME];

/** A place on its way into the index. `names` maps every name to its best rank. Ids of other places in `admin1`, `parent`. */
export interface RawPlace {
  id: string;
  name: string;
  kind: PlaceKind;
  country: string;
  admin1: string | null;
  parent: string | null;
  lat: number | null;
  lon: number | null;
  population: number;
  seat: 'country' | 'admin1' | 'admin2' | null;
  names: Map<string, NameRank>;
  /** GeoNames codes, for the joining: first-order and second-order. */
  a1: string;
  a2: string;
}

/** What is left of "Bristol, City of" after its comma, and the like: no name. */
const NO_NAME =
  /^(?:(?:the|city|county|royal|metropolitan|borough|of|and|district|province|state|region|islands?|municipality|town|capital|republic|far|north|south|east|west|upper|lower|centre|center)\b\s*)+$/i;

export function addName(place: RawPlace, name: string, rank: NameRank): void {
  const clean = name.trim();
  if (clean === '' || (place.names.size > 0 && rank !== NAME.main && NO_NAME.test(clean))) return;
  const had = place.names.get(clean);
  if (had === undefined || had > rank) place.names.set(clean, rank);
}
