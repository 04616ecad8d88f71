import { moveBy } from '../../gazetteer/index.ts';
import type { Place } from '../../model/index.ts';

const BEARINGS: Readonly<Record<string, number>> = {
  north: 0,
  northeast: 45,
  east: 90,
  southeast: 135,
  south: 180,
  southwest: 225,
  west: 270,
  northwest: 315,
};
const KM_A_MILE = 1.609344;
/** ", a village some 12 km south-west of " between a name and the place it is told from. */
const TOLD =
  /^,?\s*(?:an?\s+)?(?:[\p{Ll}-]+\s+){0,4}?(?:some|about|around|roughly|nearly|only|just|approximately|at least)?\s*(\d+(?:[.,]\d+)?)\s*-?\s*(km|kilometres|kilometers|kilometre|kilometer|miles|mile)\s+(?:further\s+)?(?:to\s+the\s+|due\s+)?(north|south|east|west)(?:ern)?[-\s]?(east|west)?(?:ern)?\s+(?:of|from)\s+(?:the\s+)?(?:[\p{Ll}-]+\s+){0,3}(?:of\s+)?$/u;

/** Distance and direction as the words between two names tell them, or null. @example offsetIn(', 25 km west of ') // { km: 25, bearing: 270 } */
export function offsetIn(between: string): { km: number; bearing: number } | null {
  const m = TOLD.exec(between);
  if (!m) return null;
  const km = Number(m[1]!.replace(',', '.')) * (m[2]!.startsWith('mile') ? KM_A_MILE : 1);
  return { km, bearing: BEARINGS[m[3]! + (m[4] ?? '')]! };
}

/** The point so far from a place, or null where the place has none. */
export const pointFrom = (
  place: Pick<Place, 'lat' | 'lon'>,
  { km, bearing }: { km: number; bearing: number },
): { lat: number; lon: number } | null =>
  place.lat == null || place.lon == null ? null : moveBy(place.lat, place.lon, km, bearing);
