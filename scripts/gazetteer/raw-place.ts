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

export function addName(place: RawPlace, name: string, rank: NameRank): void {
  const clean = name.trim();
  if (clean === '') return;
  const had = place.names.get(clean);
  if (had === undefined || had > rank) place.names.set(clean, rank);
}
