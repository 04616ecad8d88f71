import type { PlaceView } from '../model/index.ts';

/** Rows that stand at places as GeoJSON (RFC 7946): a place without coordinates has a null geometry. */
export const placedRows =
  <Row>(placeOf: (row: Row) => PlaceView, restOf: (row: Row) => object) =>
  (rows: readonly Row[]): unknown => ({
    type: 'FeatureCollection',
    features: rows.map(row => {
      const place = placeOf(row);
      const geometry =
        place.lat == null || place.lon == null
          ? null
          : { type: 'Point', coordinates: [place.lon, place.lat] };
      return { type: 'Feature', id: place.id, geometry, properties: { ...place, ...restOf(row) } };
    }),
  });

/** Whether a request asks for GeoJSON: by what it accepts, or by `format=geojson`. */
export const wantsGeoJson = (request: Request, format: string | undefined): boolean =>
  format === 'geojson' || /\bapplication\/geo\+json\b/i.test(request.headers.get('accept') ?? '');
