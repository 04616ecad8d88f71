import type { Map as MapLibre } from 'maplibre-gl';
import { BASES, CONTESTED } from '../record/index-periods.ts';
import { sideColour, type Theme } from '../record/palette.ts';
import { isStale } from '../record/say.ts';
import type { Moment } from '../state/record-store.ts';

/** Above so many places in sight, those that are no capitals are drawn as dots by the map itself, not as marks. */
export const MOST_MARKS = 400;

const STRENGTH: Record<(typeof BASES)[number], number> = {
  confirmed: 1,
  decided: 1,
  reported: 0.85,
  claimed: 0.25,
  disputed: 0.25,
  assumed: 0.2,
};

/** The places that may become dots: towns and villages that are no capitals; a feature's id is the place's number. */
export function dotFeatures(moment: Moment): GeoJSON.FeatureCollection {
  const { places } = moment.index;
  return {
    type: 'FeatureCollection',
    features: places.flatMap((p, i): GeoJSON.Feature[] =>
      p.lat == null || p.lon == null || !isDot(moment, i)
        ? []
        : [
            {
              type: 'Feature',
              id: i,
              properties: {},
              geometry: { type: 'Point', coordinates: [p.lon, p.lat] },
            },
          ],
    ),
  };
}

export function isDot(moment: Moment, place: number): boolean {
  const { kind, seatOf, country } = moment.index.places[place]!;
  if (seatOf === 'country' || seatOf === 'admin1') return false;
  if (kind === 'province' || kind === 'country' || kind === 'site') return false;
  return moment.country == null || country === moment.country;
}

/** Sets the state of the dots whose look has changed since `shown` (a code a place, 0 for none). */
export function paintDots(
  map: MapLibre,
  moment: Moment,
  theme: Theme,
  on: boolean,
  shown: Uint16Array,
): void {
  const { index, state, day } = moment;
  for (let i = 0; i < state.length; i++) {
    if (!isDot(moment, i)) continue;
    const period = on ? state[i]! : -1;
    const stale = period >= 0 && isStale(index, period, day);
    const look =
      period < 0
        ? 0
        : 1 +
          ((((index.side[period]! + 1) * 8 + index.basis[period]!) * 4 + index.status[period]!) * 2 +
            (stale ? 1 : 0));
    if (shown[i] === look) continue;
    shown[i] = look;
    const fill = period < 0 ? 0 : STRENGTH[BASES[index.basis[period]!]!] * (stale ? 0.5 : 1);
    map.setFeatureState(
      { source: 'places', id: i },
      {
        colour: period < 0 ? null : sideColour(index.side[period]!, theme),
        fill: period >= 0 && index.status[period] === CONTESTED ? fill * 0.3 : fill,
        ring: period < 0 ? 0 : index.status[period] === CONTESTED ? 2 : 1,
      },
    );
  }
}
