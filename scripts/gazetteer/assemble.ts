import { foldName, nameKey } from '../../src/gazetteer/key.ts';
import { joinSupplement } from './join-supplement.ts';
import type { RawPlace } from './raw-place.ts';
import { readCities } from './read-cities.ts';
import { readCountries } from './read-countries.ts';
import { readDivisions, unnumberedId } from './read-divisions.ts';
import { readRegions } from './read-regions.ts';
import { shapePoints } from './shape-points.ts';

/** All places of all sources, joined, each with an id of its own, its parent and its point; and which place is the seat of which. */
export function assembleGazetteer(): { places: RawPlace[]; seats: Map<string, string> } {
  const countries = readCountries(),
    divisions = readDivisions(),
    cities = readCities();
  const known = new Set(countries.map(c => c.country));
  const settled = cities.filter(c => known.has(c.country));
  for (const c of settled) {
    const above =
      divisions.byGeoNames.get(`${c.country}.${c.a1}.${c.a2}`) ??
      divisions.byGeoNames.get(`${c.country}.${c.a1}`);
    c.parent = above?.id ?? `iso:${c.country}`;
    c.admin1 = above?.admin1 ?? null;
  }
  giveIds(settled);
  const places = [...countries, ...readRegions(), ...divisions.places, ...settled];
  joinSupplement(places);
  const byId = new Map(places.map(p => [p.id, p]));
  const seats = findSeats(places, byId);
  givePoints(places, byId, seats);
  return { places, seats };
}

/** Ids for what GeoNames has not numbered: two of one name in one division are told apart by a number. */
function giveIds(places: readonly RawPlace[]): void {
  const used = new Set<string>();
  for (const p of places) {
    if (p.id !== '') continue;
    const base = unnumberedId(p.country, p.admin1, p.name);
    let id = base;
    for (let i = 2; used.has(id); i++) id = `${base}-${i}`;
    used.add(id);
    p.id = id;
  }
}

/** The seat of each division: the place that the sources call so; among several the one of the same name, then the largest. */
function findSeats(places: readonly RawPlace[], byId: ReadonlyMap<string, RawPlace>): Map<string, string> {
  const best = new Map<string, { id: string; worth: number }>();
  const offer = (division: string | null | undefined, p: RawPlace, worth: number): void => {
    if (division == null || !byId.has(division)) return;
    const own = byId.get(division)!;
    const same = nameKey(foldName(own.name)) === nameKey(foldName(p.name)) ? 1e8 : 0;
    const total = worth + same + p.population;
    if ((best.get(division)?.worth ?? -1) < total) best.set(division, { id: p.id, worth: total });
  };
  for (const p of places) {
    if (p.seat === 'country') {
      offer(`iso:${p.country}`, p, 0);
      offer(p.admin1, p, 5e8);
    }
    if (p.seat === 'admin1') offer(p.admin1, p, p.id.startsWith('x:') ? 2e9 : 1e9);
    if (p.seat === 'admin2' || p.seat === 'admin1') {
      const above = p.parent ? byId.get(p.parent) : undefined;
      if (above && above.kind === 'district') offer(above.id, p, 0);
    }
  }
  // a division that no source gives a seat: its largest place of the same name
  const byDivision = new Map<string, RawPlace[]>();
  for (const p of places)
    if (p.admin1 && p.population > 0)
      byDivision.set(p.admin1, [...(byDivision.get(p.admin1) ?? []).slice(-400), p]);
  for (const d of places) {
    if (d.kind !== 'province' || best.has(d.id)) continue;
    const key = nameKey(foldName(d.name));
    const same = (byDivision.get(d.id) ?? []).filter(p =>
      [...p.names.keys()].some(n => nameKey(foldName(n)) === key),
    );
    const seat = same.sort((a, b) => b.population - a.population)[0];
    if (seat) best.set(d.id, { id: seat.id, worth: 0 });
  }
  return new Map([...best].map(([division, { id }]) => [division, id]));
}

/** Points for divisions: the middle of the shape, else of the places inside, else the seat, else a place of the same name. */
function givePoints(
  places: readonly RawPlace[],
  byId: ReadonlyMap<string, RawPlace>,
  seats: ReadonlyMap<string, string>,
): void {
  const sums = middles(places),
    shapes = shapePoints();
  const bare: RawPlace[] = [];
  for (const p of places) {
    if (p.lat != null) continue;
    const seat = byId.get(seats.get(p.id) ?? '');
    const point =
      shapes.get(p.id) ?? sums.get(p.id) ?? (seat?.lat != null ? { lat: seat.lat, lon: seat.lon! } : null);
    if (point) {
      p.lat = point.lat;
      p.lon = point.lon;
    } else bare.push(p);
  }
  givePointsByName(bare, places);
}

/** The middle of the settlements inside each division. */
function middles(places: readonly RawPlace[]): Map<string, { lat: number; lon: number }> {
  const sums = new Map<string, { lat: number; lon: number; n: number }>();
  for (const p of places) {
    if (p.lat == null || p.kind === 'country' || p.kind === 'area') continue;
    for (const above of new Set([p.parent, p.admin1])) {
      if (above == null) continue;
      const sum = sums.get(above) ?? { lat: 0, lon: 0, n: 0 };
      sums.set(above, { lat: sum.lat + p.lat, lon: sum.lon + p.lon!, n: sum.n + 1 });
    }
  }
  return new Map([...sums].map(([id, s]) => [id, { lat: s.lat / s.n, lon: s.lon / s.n }]));
}

function givePointsByName(bare: readonly RawPlace[], places: readonly RawPlace[]): void {
  const keyOf = (country: string, name: string): string => `${country}${nameKey(foldName(name))}`;
  const wanted = new Map(bare.map(p => [keyOf(p.country, p.name), [] as RawPlace[]]));
  const countries = new Set(bare.map(p => p.country));
  for (const p of places)
    if (p.lat != null && countries.has(p.country)) wanted.get(keyOf(p.country, p.name))?.push(p);
  for (const p of bare) {
    const like = wanted.get(keyOf(p.country, p.name))!.sort((a, b) => b.population - a.population)[0];
    p.lat = like?.lat ?? null;
    p.lon = like?.lon ?? null;
  }
}
