import type {
  DivisionShapes,
  Ring,
  SitrepMap,
  SitrepMapArea,
  SitrepMapPoint,
  StatusRow,
} from '../../model/index.ts';
import { sideLetters } from '../../model/palette.ts';
import type { SitrepInput } from './build.ts';
import { siteName } from './placed.ts';

/** The map of the last day: divisions with their own line or their seat's, places as points, the sides that hold any of them. */
export function buildMap({ rows, changes, sides, shapes, to, placeName }: SitrepInput): SitrepMap {
  const held = new Set(rows.flatMap(row => row.holder?.side ?? []));
  const shown = sides.filter(side => held.has(side.side));
  const marks = sideLetters(shown.map(side => side.name));
  const indexOf = (row: StatusRow): number => shown.findIndex(side => side.side === row.holder?.side);
  const byPlace = new Map(rows.map(row => [row.place.id, row]));
  const changed = new Set(changes.map(change => change.place.id));
  const areas = shapes.flatMap(({ features }) => features.flatMap(f => areaOf(f, byPlace, indexOf)));
  return {
    at: to,
    sides: shown.map((side, i) => ({ side: side.side, name: side.name, mark: marks[i]! })),
    areas,
    points: rows.flatMap(row => pointOf(row, indexOf, changed, placeName)).sort((a, b) => a.rank - b.rank),
  };
}

function areaOf(
  { id, properties, geometry }: DivisionShapes['features'][number],
  byPlace: ReadonlyMap<string, StatusRow>,
  indexOf: (row: StatusRow) => number,
): SitrepMapArea[] {
  if (geometry.type === 'Point') return [];
  const own = byPlace.get(id),
    seat = properties.seat == null ? undefined : byPlace.get(properties.seat);
  const row = own ?? seat;
  const polygons = (
    geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
  ) as readonly (readonly Ring[])[];
  return [
    {
      id,
      name: properties.name,
      polygons,
      side: row == null ? -1 : indexOf(row),
      basis: row?.basis ?? null,
      contested: row?.status === 'contested',
      by: own != null ? 'own' : seat != null ? 'seat' : 'none',
    },
  ];
}

/** What changed comes first, then seats, then the rest: so are names placed while there is room. */
function pointOf(
  row: StatusRow,
  indexOf: (row: StatusRow) => number,
  changed: ReadonlySet<string>,
  placeName: SitrepInput['placeName'],
): SitrepMapPoint[] {
  const { place } = row;
  if (place.lat == null || place.lon == null || place.kind === 'country' || place.kind === 'province')
    return [];
  const isChanged = changed.has(place.id);
  const seat = place.seatOf === 'country' ? 0 : place.seatOf === 'admin1' ? 1 : 2;
  return [
    {
      id: place.id,
      name: siteName(place, placeName),
      lat: place.lat,
      lon: place.lon,
      side: indexOf(row),
      basis: row.basis,
      contested: row.status === 'contested',
      changed: isChanged,
      rank: seat === 0 ? 0 : (isChanged ? 1 : 3) + (seat === 1 ? 0 : 1),
    },
  ];
}
