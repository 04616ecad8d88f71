import type { StatusRow } from '../model/index.ts';
import { type Cell, csvLine } from './csv.ts';
import type { ExportRecords } from './records.ts';

/** The columns of `csv`: one row for each place at a date. */
export const STATUS_COLUMNS: Readonly<Record<string, (row: StatusRow) => Cell>> = {
  place: row => row.place.id,
  place_name: row => row.place.name,
  kind: row => row.place.kind,
  country: row => row.place.country,
  admin1: row => row.place.admin1Name,
  latitude: row => row.place.lat,
  longitude: row => row.place.lon,
  precision: row => row.place.precision,
  holder: row => row.holder?.side,
  holder_name: row => row.holder?.name,
  status: row => row.status,
  basis: row => row.basis,
  since: row => row.since,
  since_earliest: row => row.sinceEarliest,
  until: row => row.until,
  known_since: row => row.knownSince,
  origins: row => row.origins,
  last_word: row => row.lastWord,
  parts: row => row.parts.join('; '),
  pressure: row => row.pressure.join('; '),
  claims: row => row.claims.join(' '),
  against: row => row.against.join(' '),
};

export async function* writeStatusCsv(records: ExportRecords): AsyncGenerator<string> {
  yield csvLine(Object.keys(STATUS_COLUMNS));
  for (const row of await records.status())
    yield csvLine(Object.values(STATUS_COLUMNS).map(cell => cell(row)));
}

/** GeoJSON by RFC 7946; a place without coordinates has a null geometry. */
export async function* writeStatusGeoJson(records: ExportRecords): AsyncGenerator<string> {
  yield '{"type":"FeatureCollection","features":[';
  let before = '\n';
  for (const row of await records.status()) {
    yield before + JSON.stringify(featureOf(row));
    before = ',\n';
  }
  yield '\n]}\n';
}

const featureOf = ({ place, ...row }: StatusRow): object => ({
  type: 'Feature',
  id: place.id,
  geometry:
    place.lat == null || place.lon == null ? null : { type: 'Point', coordinates: [place.lon, place.lat] },
  properties: { ...place, ...row },
});
