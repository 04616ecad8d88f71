import { distanceKm } from '../../src/gazetteer/distance.ts';
import { foldName, nameKey } from '../../src/gazetteer/key.ts';
import { PLACE_KINDS, type PlaceKind } from '../../src/model/index.ts';
import { addName, NAME, type RawPlace } from './raw-place.ts';
import { unnumberedId } from './read-divisions.ts';
import { readTable } from './tsv.ts';

const TABLE = new URL('../../src/gazetteer/data/supplement.tsv', import.meta.url);
const SAME_PLACE_KM = 30;
/** People of a settlement worth a row here that no source has counted. */
const UNCOUNTED = 5000;

/**
 * Adds the curated supplement. A row whose `id` or whose name and point are there already adds to that place (names,
 * seat, population, the newsroom's spelling as the name shown); any other row is a new place.
 */
export function joinSupplement(places: RawPlace[]): void {
  const rows = readTable(TABLE),
    byId = new Map(places.map(p => [p.id, p])),
    byKey = keysOf(places, new Set(rows.map(r => r.country!)));
  for (const row of rows) {
    check(row, byId);
    const names = [row.name!, ...row.aliases!.split(';')].filter(Boolean),
      place = known(row, names, byId, byKey) ?? newPlace(row, places, byId);
    place.name = row.name!;
    addName(place, row.name!, NAME.main);
    for (const name of names) {
      addName(place, name, NAME.curated);
      const key = keyOf(row.country!, name);
      if (isSettled(place.kind)) byKey.set(key, [...(byKey.get(key) ?? []), place]);
    }
    const kind = row.kind as PlaceKind | '';
    if (row.population) place.population = Number(row.population);
    else if (place.population === 0 && isSettled(kind)) place.population = UNCOUNTED;
    if (row.seat) place.seat = row.seat as RawPlace['seat'];
    if (row.division) place.admin1 = `iso:${row.division}`;
    if (kind !== '' && (place.kind !== 'city' || kind === 'city')) place.kind = kind;
    if (row.id && row.lat) {
      place.lat = Number(row.lat);
      place.lon = Number(row.lon);
    }
  }
}

type Row = Record<string, string>;
const keyOf = (country: string, name: string): string => `${country}${nameKey(foldName(name))}`;
const isSettled = (kind: string): boolean => ['city', 'town', 'village'].includes(kind);

/** The settlements of the countries that the supplement speaks of, by country and key. */
function keysOf(places: readonly RawPlace[], countries: ReadonlySet<string>): Map<string, RawPlace[]> {
  const byKey = new Map<string, RawPlace[]>();
  for (const p of places) {
    if (!countries.has(p.country) || !isSettled(p.kind)) continue;
    for (const name of p.names.keys()) {
      const key = keyOf(p.country, name),
        list = byKey.get(key);
      if (!list) byKey.set(key, [p]);
      else if (list.at(-1) !== p) list.push(p);
    }
  }
  return byKey;
}

function check(row: Row, byId: ReadonlyMap<string, RawPlace>): void {
  if (row.kind && !PLACE_KINDS.includes(row.kind as PlaceKind))
    throw new Error(`supplement: invalid kind "${row.kind}" of ${row.name}`);
  if (row.id && !byId.has(row.id) && !/^(?:x|site):/.test(row.id))
    throw new Error(`supplement: no place has the id "${row.id}"`);
  if (row.division && !byId.has(`iso:${row.division}`))
    throw new Error(`supplement: no division has the code "${row.division}" of ${row.name}`);
  if (!row.source) throw new Error(`supplement: ${row.name} has no source`);
}

/** The place that a row adds to: by id, or by name, near the row's point where it has one. */
function known(
  row: Row,
  names: readonly string[],
  byId: ReadonlyMap<string, RawPlace>,
  byKey: ReadonlyMap<string, readonly RawPlace[]>,
): RawPlace | undefined {
  if (row.id) return byId.get(row.id);
  if (!isSettled(row.kind!)) return undefined;
  const worth = (p: RawPlace): number =>
    (p.admin1 === `iso:${row.division}` ? 1e8 : 0) + (p.seat === 'admin1' ? 1e7 : 0) + p.population;
  for (const name of names) {
    const same = (byKey.get(keyOf(row.country!, name)) ?? [])
      .filter(
        p =>
          !row.lat ||
          (p.lat != null && distanceKm(p.lat, p.lon!, Number(row.lat), Number(row.lon)) < SAME_PLACE_KM),
      )
      .sort((a, b) => worth(b) - worth(a));
    if (same[0]) return same[0];
  }
  if (!row.lat)
    throw new Error(`supplement: no place in ${row.country} is called "${row.name}": give its point`);
  return undefined;
}

function newPlace(row: Row, places: RawPlace[], byId: Map<string, RawPlace>): RawPlace {
  const country = row.country!,
    division = row.division ? `iso:${row.division}` : null;
  let id = row.id || unnumberedId(country, division, row.name!);
  // another place of that name in the division, known by no number either
  for (let i = 2; !row.id && byId.has(id); i++) id = `${unnumberedId(country, division, row.name!)}-${i}`;
  const place: RawPlace = {
    id,
    name: row.name!,
    kind: row.kind as PlaceKind,
    country,
    admin1: division,
    parent: row.parent || division || `iso:${country}`,
    lat: row.lat ? Number(row.lat) : null,
    lon: row.lon ? Number(row.lon) : null,
    population: 0,
    seat: null,
    names: new Map(),
    a1: '',
    a2: '',
  };
  places.push(place);
  byId.set(place.id, place);
  return place;
}
