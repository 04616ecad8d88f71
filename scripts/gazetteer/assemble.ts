import { foldName, nameKey } from '../../src/gazetteer/key.ts';
import { joinSupplement } from './join-supplement.ts';
import type { RawPlace } from './raw-place.ts';
import { readCities } from './read-cities.ts';
import { readCountries } from './read-countries.ts';
import { readDivisions, unnumberedId } from './read-divisions.ts';

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
  const places = [...countries, ...divisions.places, ...settled];
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

/** Points for divisions: the middle of the places inside, else the seat, else a place of the same name in the country. */
function givePoints(
  places: readonly RawPlace[],
  byId: ReadonlyMap<string, RawPlace>,
  seats: ReadonlyMap<string, string>,
): void {
  const sums = new Map<string, { lat: number; lon: number; n: number }>(),
    named = new Map<string, RawPlace>();
  for (const p of places) {
    if (p.lat == null || p.kind === 'country' || p.kind === 'area') continue;
    for (const above of new Set([p.parent, p.admin1])) {
      if (above == null) continue;
      const sum = sums.get(above) ?? { lat: 0, lon: 0, n: 0 };
      sums.set(above, { lat: sum.lat + p.lat, lon: sum.lon + p.lon!, n: sum.n + 1 });
    }
    for (const name of p.names.keys()) {
      const key = `${p.country}${nameKey(foldName(name))}`;
      if ((named.get(key)?.population ?? -1) < p.population) named.set(key, p);
    }
  }
  for (const p of places) {
    if (p.lat != null) continue;
    const sum = sums.get(p.id),
      seat = byId.get(seats.get(p.id) ?? '');
    const like = named.get(`${p.country}${nameKey(foldName(p.name))}`);
    if (sum) {
      p.lat = sum.lat / sum.n;
      p.lon = sum.lon / sum.n;
    } else if (seat?.lat != null) {
      p.lat = seat.lat;
      p.lon = seat.lon;
    } else if (like) {
      p.lat = like.lat;
      p.lon = like.lon;
    }
  }
}
