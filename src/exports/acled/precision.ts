import type { Gazetteer } from '../../gazetteer/index.ts';
import {
  type CalendarDate,
  daysBetween,
  fromDayNumber,
  type PlaceView,
  toDayNumber,
} from '../../model/index.ts';

/**
 * ACLED's date and time_precision: 1 the day is known; 2 a week or weekend, whose middle is given; 3 a month or more, whose middle is
 * given. A day that no words tell (the report's own) is a 2.
 */
export function dateFor(
  from: CalendarDate | null,
  to: CalendarDate | null,
  isDated: boolean,
): { readonly date: CalendarDate; readonly precision: 1 | 2 | 3 } | null {
  const first = from ?? to,
    last = to ?? from;
  if (first == null || last == null) return null;
  const days = daysBetween(first, last);
  const date = fromDayNumber(Math.floor((toDayNumber(first) + toDayNumber(last)) / 2));
  return { date, precision: days > 7 ? 3 : days > 0 || !isDated ? 2 : 1 };
}

export interface Location {
  readonly name: string;
  readonly admin1: string | null;
  readonly admin2: string | null;
  readonly lat: number | null;
  readonly lon: number | null;
  readonly precision: 1 | 2 | 3;
}

/**
 * ACLED's location and geo_precision: 1 the town itself; 2 near a town, or within a district, whose seat is named; 3 a province, whose
 * capital is named, or less.
 */
export function locationFor(place: PlaceView, gazetteer: Gazetteer): Location {
  const admin2 = admin2Of(place, gazetteer);
  const own = { admin1: place.admin1Name, admin2, lat: place.lat, lon: place.lon };
  const isTown = ['city', 'town', 'village', 'site'].includes(place.kind);
  if (isTown && place.lat != null)
    return { name: place.name, ...own, precision: place.precision === 'exact' ? 1 : 2 };
  const seat = seatOf(place, gazetteer);
  const precision = place.kind === 'district' || (place.kind === 'area' && place.lat != null) ? 2 : 3;
  if (isTown || seat == null || seat.lat == null)
    return {
      name: place.name,
      ...own,
      lat: own.lat ?? seat?.lat ?? null,
      lon: own.lon ?? seat?.lon ?? null,
      precision,
    };
  return {
    name: seat.name,
    admin1: place.admin1Name ?? nameOf(seat.admin1, gazetteer),
    admin2: admin2 ?? admin2Of({ ...seat }, gazetteer),
    lat: seat.lat,
    lon: seat.lon,
    precision,
  };
}

const seatOf = (place: PlaceView, gazetteer: Gazetteer) =>
  gazetteer.seatOf(place.id) ??
  (place.admin1 == null ? null : gazetteer.seatOf(place.admin1)) ??
  (place.country == null ? null : gazetteer.seatOf(`iso:${place.country}`));

const nameOf = (id: string | null, gazetteer: Gazetteer): string | null =>
  id == null ? null : (gazetteer.byId(id)?.name ?? null);

/** The second-order division that a place lies in, or is. */
export function admin2Of(
  place: { readonly id: string; readonly parent: string | null },
  gazetteer: Gazetteer,
): string | null {
  for (let id: string | null = place.id, steps = 0; id != null && steps < 6; steps++) {
    if (id.startsWith('adm2:')) return nameOf(id, gazetteer);
    id = id === place.id ? place.parent : (gazetteer.byId(id)?.parent ?? null);
  }
  return null;
}
