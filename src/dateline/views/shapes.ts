import { type Asker, type DivisionShapes, LedgerError } from '../../model/index.ts';
import type { Context } from '../context.ts';
import { countryOf } from '../country.ts';
import type { Polygons } from '../shapes/topology.ts';

type Feature = DivisionShapes['features'][number];

/** The first-order divisions of a country as GeoJSON; one without a known shape is the point of its seat, and says so. */
export async function shapes(context: Context, _by: Asker, asked: string): Promise<DivisionShapes> {
  const country = countryOf(context, asked);
  if (country == null)
    throw new LedgerError('invalid', 'a country is needed: write a name or an ISO code such as AF');
  const gazetteer = context.gazetteer();
  const found = context.shapes().of(country);
  const features = gazetteer.divisionsOf(country).flatMap((division): Feature[] => {
    const seat = gazetteer.seatOf(division.id);
    const geometry = geometryOf(found.get(division.id), division.lon ?? seat?.lon, division.lat ?? seat?.lat);
    if (geometry == null) return [];
    const { id, name } = division;
    const shape = geometry.type === 'Point' ? 'point' : 'polygon';
    return [{ type: 'Feature', id, properties: { id, name, seat: seat?.id ?? null, shape }, geometry }];
  });
  return { type: 'FeatureCollection', features };
}

function geometryOf(
  polygons: Polygons | undefined,
  lon: number | null | undefined,
  lat: number | null | undefined,
): Feature['geometry'] | null {
  if (polygons?.length === 1) return { type: 'Polygon', coordinates: polygons[0]! };
  if (polygons != null) return { type: 'MultiPolygon', coordinates: polygons };
  return lon == null || lat == null ? null : { type: 'Point', coordinates: [lon, lat] };
}
