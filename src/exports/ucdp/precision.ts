import { type CalendarDate, daysBetween, type PlaceView } from '../../model/index.ts';

/**
 * UCDP's where_prec: 1 the place itself; 2 within 25 km of it; 3 a second-order division; 4 a first-order one; 5 ground without
 * borders of its own; 6 a country; (7, waters and air, is never given here).
 */
export function wherePrec(place: PlaceView): 1 | 2 | 3 | 4 | 5 | 6 {
  switch (place.kind) {
    case 'country':
      return 6;
    case 'province':
      return 4;
    case 'district':
      return 3;
    case 'area':
      return 5;
    default:
      if (place.precision === 'exact') return 1;
      if (place.precision === 'approximate') return 2;
      return place.lat == null ? (place.admin1 == null ? 6 : 4) : 3;
  }
}

/** UCDP's date_prec: 1 the day; 2 two to six days; 3 a week; 4 up to a month; 5 more than a month. An untold day counts as a week. */
export function datePrec(from: CalendarDate, to: CalendarDate, isDated: boolean): 1 | 2 | 3 | 4 | 5 {
  const days = daysBetween(from, to) + 1;
  if (days === 1) return isDated ? 1 : 3;
  return days <= 6 ? 2 : days === 7 ? 3 : days <= 31 ? 4 : 5;
}

/** The cell of PRIO-GRID (half a degree, counted from the south-west) that a point lies in. */
export const prioGrid = (lat: number, lon: number): number =>
  Math.min(359, Math.floor((lat + 90) * 2)) * 720 + Math.min(719, Math.floor((lon + 180) * 2)) + 1;
