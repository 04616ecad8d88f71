import { distanceKm } from '../../src/gazetteer/distance.ts';
import { foldName, nameKey } from '../../src/gazetteer/key.ts';
import { PLACE_KINDS, type PlaceKind } from '../../src/model/index.ts';
import { addName, NAME, type RawPlace } from './raw-place.ts';
import { unnumberedId } from './read-divisions.ts';
import { readTable } from './tsv.ts';

const TABLE = new URL('../../src/gazetteer/data/supplement.tsv', import.meta.url);
const SAME_PLACE_KM = 30;

/**
 * Adds the curated supplement. A row whose `id` or whose name and point are there already adds to that place (names,
 * seat, population, the newsroom's spelling as the name shown); any other row is a new place.
 */
export function joinSupplement(places: RawPlace[]): void {
  const byId = new Map(places.map(p => [p.id, p])),
    byKey = new Map<string, RawPlace[]>();
  for (const p of places)
    for (const name of p.names.keys()) {
      const key = `${p.country}${nameKey(foldName(name))}`,
        list = byKey.get(key);
      if (!list) byKey.set(key, [p]);
      else if (list.at(-1) !== p) list.push(p);
    }
  for (const row of readTable(TABLE)) {
    const names = [row.name!, ...row.aliases!.split(';')].filter(Boolean),
      kind = row.kind as PlaceKind,
      country = row.country!,
      lat = row.lat ? Number(row.lat) : null,
      lon = row.lon ? Number(row.lon) : null;
    if (kind && !PLACE_KINDS.includes(kind))
      throw new Error(`supplement: invalid kind "${kind}" of ${row.name}`);
    if (row.id && !byId.has(row.id) && !row.id.startsWith('x:'))
      throw new Error(`supplement: no place has the id "${row.id}"`);
    const division = row.division ? `iso:${row.division}` : null;
    if (division && !byId.has(division))
      throw new Error(`supplement: no division has the code "${row.division}"`);
    const settled = (p: RawPlace): boolean =>
      ['city', 'town', 'village'].includes(p.kind) && ['city', 'town', 'village'].includes(kind);
    let place = row.id ? byId.get(row.id) : undefined;
    if (!row.id && lat != null)
      for (const name of names) {
        const near = (byKey.get(`${country}${nameKey(foldName(name))}`) ?? [])
          .filter(p => settled(p) && p.lat != null && distanceKm(p.lat, p.lon!, lat, lon!) < SAME_PLACE_KM)
          .sort((a, b) => b.population - a.population);
        place ??= near[0];
      }
    if (!place) {
      place = {
        id: row.id || unnumberedId(country, division, row.name!),
        name: row.name!,
        kind,
        country,
        admin1: division,
        parent: row.parent || division || `iso:${country}`,
        lat,
        lon,
        population: 0,
        seat: null,
        names: new Map(),
        a1: '',
        a2: '',
      };
      if (byId.has(place.id)) continue;
      places.push(place);
      byId.set(place.id, place);
      for (const name of names) {
        const key = `${country}${nameKey(foldName(name))}`;
        byKey.set(key, [...(byKey.get(key) ?? []), place]);
      }
    }
    place.name = row.name!;
    addName(place, row.name!, NAME.main);
    for (const name of names) addName(place, name, NAME.curated);
    if (row.population) place.population = Number(row.population);
    if (row.seat) place.seat = row.seat as RawPlace['seat'];
    if (division) place.admin1 = division;
    if (kind && (place.kind !== 'city' || kind === 'city')) place.kind = kind;
    if (row.id && lat != null) {
      place.lat = lat;
      place.lon = lon;
    }
  }
}
