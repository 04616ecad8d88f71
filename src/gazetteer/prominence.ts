import type { Place } from '../model/index.ts';

/**
 * How much the world writes of a place, beside others of its name: its people, and more for seats, divisions and
 * countries. Only ratios mean anything. The weights were set by hand and checked on the toponym set (docs/places.md).
 */
export function prominence(place: Pick<Place, 'kind' | 'population' | 'seatOf'>): number {
  switch (place.kind) {
    case 'country':
      return 5e7;
    case 'province':
      return 6e5;
    case 'area':
      return 3e5;
    case 'district':
      return 1.5e4;
    case 'site':
      return 1e4;
    default: {
      const seat =
        place.seatOf === 'country'
          ? 2e6
          : place.seatOf === 'admin1'
            ? 1e5
            : place.seatOf === 'admin2'
              ? 8e3
              : 0;
      return place.population + seat + 300;
    }
  }
}
