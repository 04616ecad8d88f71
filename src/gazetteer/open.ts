import type { Place } from '../model/index.ts';
import { loadCountries } from './countries.ts';
import { distanceKm } from './distance.ts';
import { ExtraPlaces } from './extra-places.ts';
import type { Candidate, FindOptions, Gazetteer, NameFit } from './gazetteer.ts';
import { hashPair } from './hash.ts';
import type { ImportedPlace } from './import-geonames.ts';
import { unpackIndex } from './index-file.ts';
import { foldName, nameKey, skeletonKey } from './key.ts';
import { NameTable } from './name-table.ts';
import { isNearSpelling } from './near-spelling.ts';
import { PlaceTable } from './place-table.ts';
import { prominence } from './prominence.ts';

/** What a weaker fit takes from a candidate's weight. */
const FIT_WEIGHT: Record<NameFit, number> = { exact: 1, key: 0.25, skeleton: 0.02 };
const RANK_WEIGHT = [1, 0.8, 0.3, 0.1] as const;

/** A gazetteer over the bytes of an index, with the places of a user's own files beside it. */
export function openGazetteer(bytes: Uint8Array, imported: readonly ImportedPlace[] = []): Gazetteer {
  const { sections, meta } = unpackIndex(bytes);
  const info = meta as unknown as Gazetteer['meta'];
  const table = new NameTable(sections),
    places = new PlaceTable(sections, info.countries),
    countries = loadCountries();
  const made = new Map<number, Place>();
  const placeAt = (n: number): Place => {
    let place = made.get(n);
    if (!place) {
      if (made.size > 20_000) made.clear();
      place = places.place(n);
      made.set(n, place);
    }
    return place;
  };
  const numberOf = (id: string): number => table.rows(`#${id}`)[0]?.place ?? -1;
  const compiled = (id: string): Place | null => {
    const n = numberOf(id);
    return n < 0 ? null : placeAt(n);
  };
  const extra = new ExtraPlaces(imported, compiled);

  const collect = (
    key: string,
    fold: number,
    options: FindOptions,
    fitOf: (exact: boolean) => NameFit,
  ): Candidate[] => {
    const best = new Map<number | string, { weight: number; fit: NameFit; alternate: boolean }>();
    const offer = (place: number | string, rank: number, isExact: boolean): void => {
      const fit = fitOf(isExact),
        weight = FIT_WEIGHT[fit] * RANK_WEIGHT[rank]!;
      if ((best.get(place)?.weight ?? 0) < weight) best.set(place, { weight, fit, alternate: rank >= 2 });
    };
    for (const row of table.rows(key)) {
      const code = places.countries[places.country[row.place]!]!;
      if (options.country === undefined || code === options.country)
        offer(row.place, row.rank, row.fold === fold);
    }
    for (const row of extra.rows(key))
      if (options.country === undefined || row.place.country === options.country) {
        const known = numberOf(row.place.id);
        offer(known < 0 ? row.place.id : known, row.rank, row.fold === fold);
      }
    const kinds = options.kind === undefined ? null : [options.kind].flat();
    const out: Candidate[] = [];
    for (const [at, { weight, fit, alternate }] of best) {
      const place = typeof at === 'number' ? placeAt(at) : extra.byId(at)!;
      if (kinds && !kinds.includes(place.kind)) continue;
      out.push({ place, fit, alternate, score: weight * prominence(place) });
    }
    return out;
  };

  const find = (name: string, options: FindOptions = {}): Candidate[] => {
    const folded = foldName(name),
      key = nameKey(folded),
      fold = hashPair(folded)[0];
    if (key === '') return [];
    let found = collect(key, fold, options, exact => (exact ? 'exact' : 'key'));
    if (found.length === 0 && options.loose !== false) {
      const skeleton = skeletonKey(key);
      // Consonants alone are in common by chance too: "Qwertyuiop" has those of Curitiba.
      if (skeleton)
        found = collect(`~${skeleton}`, fold, options, () => 'skeleton').filter(c =>
          isNearSpelling(folded, foldName(c.place.name)),
        );
    }
    const total = found.reduce((sum, c) => sum + c.score, 0);
    return found
      .map(c => ({ ...c, score: c.score / total }))
      .sort((a, b) => b.score - a.score || (a.place.id < b.place.id ? -1 : 1))
      .slice(0, options.limit ?? 20);
  };

  let children: Map<number, number[]> | null = null;
  const childNumbers = (n: number): readonly number[] => {
    if (!children) {
      children = new Map();
      for (let i = 0; i < places.size; i++) {
        const p = places.parent[i]!;
        if (p === 0) continue;
        const list = children.get(p - 1);
        if (list) list.push(i);
        else children.set(p - 1, [i]);
      }
    }
    return children.get(n) ?? [];
  };

  const nearestTo = (lat: number, lon: number, withinKm = 50): Place | null => {
    let best = -1,
      bestKm = withinKm;
    const reach = Math.ceil(withinKm / 111),
      wide = Math.min(180, Math.ceil(withinKm / (111 * Math.max(0.02, Math.cos((lat * Math.PI) / 180)))));
    for (let y = Math.floor(lat + 90) - reach; y <= Math.floor(lat + 90) + reach; y++) {
      if (y < 0 || y > 179) continue;
      for (let x = Math.floor(lon + 180) - wide; x <= Math.floor(lon + 180) + wide; x++) {
        const cell = y * 360 + (((x % 360) + 360) % 360);
        for (let i = places.cells[cell]!; i < places.cells[cell + 1]!; i++) {
          if (places.kind[i]! > 2) continue;
          const km = distanceKm(lat, lon, places.lat[i]!, places.lon[i]!);
          if (km < bestKm) {
            bestKm = km;
            best = i;
          }
        }
      }
    }
    return best < 0 ? null : placeAt(best);
  };

  const byId = (id: string): Place | null => compiled(id) ?? extra.byId(id);

  return {
    meta: info,
    find,
    has: folded => {
      const key = nameKey(folded);
      return table.has(key) || extra.has(key);
    },
    byId,
    parentOf: id => {
      const parent = byId(id)?.parent;
      return parent ? byId(parent) : null;
    },
    childrenOf: id => {
      const n = numberOf(id);
      return [...(n < 0 ? [] : childNumbers(n).map(placeAt)), ...extra.childrenOf(id)];
    },
    seatOf: id => {
      const n = numberOf(id);
      const seat = n < 0 ? 0 : places.seatPlace[n]!;
      return seat === 0 ? null : placeAt(seat - 1);
    },
    divisionsOf: country => {
      const n = numberOf(`iso:${country}`);
      return (n < 0 ? [] : childNumbers(n).map(placeAt))
        .filter(p => p.kind === 'province')
        .sort((a, b) => (a.name < b.name ? -1 : 1));
    },
    nearestTo,
    divisionAt: (lat, lon) => {
      const admin1 = nearestTo(lat, lon, 300)?.admin1;
      return admin1 ? byId(admin1) : null;
    },
    countryByName: name => countries.byName.get(foldName(name)) ?? null,
    countriesByDemonym: word => countries.byDemonym.get(foldName(word)) ?? [],
    regionByDemonym: word => countries.regions.get(foldName(word)) ?? null,
    neighbours: country => countries.neighbours.get(country) ?? [],
  };
}
