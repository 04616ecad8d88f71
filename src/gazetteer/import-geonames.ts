import type { Place, PlaceKind } from '../model/index.ts';

/** A place of a user's own file, with all its names. */
export interface ImportedPlace {
  readonly place: Place;
  readonly names: readonly string[];
}

/** What an import read, and the lines that it could not, each with why. */
export interface Imported {
  readonly places: readonly ImportedPlace[];
  readonly refused: readonly { readonly line: number; readonly why: string }[];
}

const COLUMNS = 19;
const SEATS: Record<string, Place['seatOf']> = { PPLC: 'country', PPLA: 'admin1', PPLA2: 'admin2' };

/** GeoNames feature codes of sites worth a name: airports, bases, dams, bridges, crossings, camps, oil fields, prisons. */
const SITES = new Set([
  'AIRP',
  'AIRB',
  'AIRF',
  'MILB',
  'DAM',
  'BDG',
  'BDRY',
  'CMP',
  'CMPRF',
  'OILF',
  'PRN',
  'PRT',
  'PS',
  'FT',
]);

function kindOf(feature: string, code: string, population: number): PlaceKind | null {
  if (feature === 'P') {
    if (population >= 100_000 || code === 'PPLC' || code === 'PPLA') return 'city';
    return population >= 5000 || code === 'PPLA2' ? 'town' : 'village';
  }
  if (feature === 'A') return code === 'ADM1' ? 'province' : code.startsWith('ADM') ? 'district' : null;
  if (SITES.has(code)) return 'site';
  return code === 'RGN' || code === 'VAL' || code === 'MTS' ? 'area' : null;
}

/**
 * Reads a GeoNames country file (`AF.txt` of download.geonames.org: 19 columns parted by tabs). Features that are no places
 * of ours (streams, schools) are passed over; a broken line is refused with its number, and the others go on.
 * `divisionOf` gives the id of a first-order division by GeoNames' code ("AF.06"), null where it is not known.
 * @example importGeoNames(text, code => table.get(code) ?? null).places[0]?.place.id // 'gn:1142264'
 */
export function importGeoNames(text: string, divisionOf: (code: string) => string | null): Imported {
  const places: ImportedPlace[] = [],
    refused: { line: number; why: string }[] = [];
  text.split(/\r?\n/).forEach((row, i) => {
    if (row.trim() === '') return;
    const cells = row.split('\t'),
      why = problemOf(cells);
    if (why !== null) refused.push({ line: i + 1, why });
    else {
      const found = toPlace(cells, divisionOf);
      if (found) places.push(found);
    }
  });
  return { places, refused };
}

function problemOf(cells: readonly string[]): string | null {
  if (cells.length !== COLUMNS) return `${cells.length} columns: a GeoNames line has ${COLUMNS}`;
  if (!/^\d+$/.test(cells[0]!)) return `invalid id "${cells[0]}": a GeoNames id is a number`;
  const lat = Number(cells[4]),
    lon = Number(cells[5]);
  if (!(Math.abs(lat) <= 90 && Math.abs(lon) <= 180) || cells[4] === '' || cells[5] === '')
    return `invalid point "${cells[4]}, ${cells[5]}": write degrees, latitude first`;
  return null;
}

function toPlace(f: readonly string[], divisionOf: (code: string) => string | null): ImportedPlace | null {
  const population = Number(f[14]) || 0,
    kind = kindOf(f[6]!, f[7]!, population);
  if (kind === null) return null;
  const country = f[8]!,
    admin1 = divisionOf(`${country}.${f[10]}`);
  const place: Place = {
    id: `gn:${f[0]}`,
    name: f[1]!,
    kind,
    country,
    admin1,
    parent: admin1 ?? `iso:${country}`,
    lat: Number(f[4]),
    lon: Number(f[5]),
    population,
    seatOf: SEATS[f[7]!] ?? null,
  };
  const names = [f[1]!, f[2]!, ...f[3]!.split(',')].map(n => n.trim()).filter(n => n !== '');
  return { place, names: [...new Set(names)] };
}
