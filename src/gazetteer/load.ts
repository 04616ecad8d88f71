import { readFileSync } from 'node:fs';
import type { Place } from '../model/index.ts';
import { loadCountries } from './countries.ts';
import { distanceKm } from './distance.ts';
import type { Candidate, FindOptions, Gazetteer, NameFit } from './gazetteer.ts';
import { hashPair } from './hash.ts';
import { unpackIndex } from './index-file.ts';
import { foldName, nameKey, skeletonKey } from './key.ts';
import { NameTable } from './name-table.ts';
import { PlaceTable } from './place-table.ts';
import { prominence } from './prominence.ts';

const COMPILED = new URL('./compiled/gazetteer.bin', import.meta.url);
/** What a weaker fit takes from a candidate's weight. */
const FIT_WEIGHT: Record<NameFit, number> = { exact: 1, key: 0.25, skeleton: 0.02 };
const RANK_WEIGHT = [1, 0.8, 0.3, 0.1] as const;

let loaded: Gazetteer | null = null;

/**
 * The gazetteer, read once a process from the compiled index beside this file (or from `file`).
 * Throws where there is none, saying how to build it.
 * @example loadGazetteer().find('Mazar-i-Sharif')[0]?.place.id // 'gn:1133616'
 */
export function loadGazetteer(file?: string | URL): Gazetteer {
  if (file === undefined && loaded) return loaded;
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(file ?? COMPILED);
  } catch (cause) {
    throw new Error(`there is no gazetteer index at ${file ?? COMPILED.pathname}: run "npm run build"`, {
      cause,
    });
  }
  const gazetteer = openGazetteer(bytes);
  if (file === undefined) loaded = gazetteer;
  return gazetteer;
}

/** A gazetteer over the bytes of an index. */
export function openGazetteer(bytes: Uint8Array): Gazetteer {
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

  const collect = (
    key: string,
    fold: number,
    options: FindOptions,
    fitOf: (exact: boolean) => NameFit,
  ): Candidate[] => {
    const best = new Map<number, { weight: number; fit: NameFit; alternate: boolean }>();
    for (const row of table.rows(key)) {
      const code = places.countries[places.country[row.place]!]!;
      if (options.country !== undefined && code !== options.country) continue;
      const how = fitOf(row.fold === fold),
        weight = FIT_WEIGHT[how] * RANK_WEIGHT[row.rank]!;
      if ((best.get(row.place)?.weight ?? 0) < weight)
        best.set(row.place, { weight, fit: how, alternate: row.rank >= 2 });
    }
    const kinds = options.kind === undefined ? null : [options.kind].flat();
    const out: Candidate[] = [];
    for (const [n, { weight, fit: how, alternate }] of best) {
      const place = placeAt(n);
      if (kinds && !kinds.includes(place.kind)) continue;
      out.push({ place, fit: how, alternate, score: weight * prominence(place) });
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
      if (skeleton) found = collect(`~${skeleton}`, fold, options, () => 'skeleton');
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

  const byId = (id: string): Place | null => {
    const n = numberOf(id);
    return n < 0 ? null : placeAt(n);
  };

  return {
    meta: info,
    find,
    has: folded => table.has(nameKey(folded)),
    byId,
    parentOf: id => {
      const parent = byId(id)?.parent;
      return parent ? byId(parent) : null;
    },
    childrenOf: id => {
      const n = numberOf(id);
      return n < 0 ? [] : childNumbers(n).map(placeAt);
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
