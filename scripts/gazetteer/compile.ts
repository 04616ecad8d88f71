import { hashPair } from '../../src/gazetteer/hash.ts';
import { packIndex } from '../../src/gazetteer/index-file.ts';
import { foldName, nameKey, skeletonKey } from '../../src/gazetteer/key.ts';
import { PLACE_KINDS } from '../../src/model/index.ts';
import type { RawPlace } from './raw-place.ts';
import { Rows } from './rows.ts';

/** The cell of a one-degree grid, row by row from the south-west. */
export const gridCell = (lat: number, lon: number): number =>
  Math.min(179, Math.max(0, Math.floor(lat + 90))) * 360 + Math.min(359, Math.max(0, Math.floor(lon + 180)));

const SEATS = [null, 'country', 'admin1', 'admin2'] as const;
const LATIN = /^[\p{Script=Latin}\P{L}]+$/u;

/** The strings of a column as one blob with offsets. */
function stringColumn(strings: readonly string[]): { blob: Uint8Array; offsets: Uint32Array } {
  const blob = Buffer.alloc(strings.reduce((sum, s) => sum + Buffer.byteLength(s), 0)),
    offsets = new Uint32Array(strings.length + 1);
  strings.forEach((s, i) => {
    offsets[i + 1] = offsets[i]! + blob.write(s, offsets[i]!);
  });
  return { blob: new Uint8Array(blob.buffer, blob.byteOffset, blob.length), offsets };
}

/**
 * The bytes of the index. Look-up table: for every key of every name (and every id, with `#` before it, and every key
 * without vowels, with `~` before it) two hashes, the hash of the folded name, the place, and the rank of the name;
 * sorted by the first hash, with a table of where each of its 65,536 upper halves begins.
 */
export function compileIndex(
  raw: readonly RawPlace[],
  seats: ReadonlyMap<string, string>,
  stamp: string,
): Uint8Array {
  const places = [...raw].sort((a, b) => cellOf(a) - cellOf(b) || (a.id < b.id ? -1 : 1));
  const n = places.length,
    index = new Map(places.map((p, i) => [p.id, i]));
  if (index.size !== n) throw new Error(`${n - index.size} places share an id`);
  const countries = [...new Set(places.map(p => p.country))].sort();
  const ref = (id: string | null | undefined): number => (id == null ? 0 : (index.get(id) ?? -1) + 1);

  const lat = new Float32Array(n),
    lon = new Float32Array(n),
    population = new Uint32Array(n),
    kind = new Uint8Array(n),
    seat = new Uint8Array(n),
    country = new Uint16Array(n),
    admin1 = new Uint32Array(n),
    parent = new Uint32Array(n),
    seatPlace = new Uint32Array(n);
  const cells = new Uint32Array(180 * 360 + 2);
  const rows = new Rows();
  const put = (key: string, folded: string, place: number, rank: number): void =>
    rows.add(hashPair(key), hashPair(folded)[0], place, rank);
  places.forEach((p, i) => {
    lat[i] = p.lat ?? Number.NaN;
    lon[i] = p.lon ?? Number.NaN;
    population[i] = p.population;
    kind[i] = PLACE_KINDS.indexOf(p.kind);
    seat[i] = SEATS.indexOf(p.seat);
    country[i] = countries.indexOf(p.country);
    admin1[i] = ref(p.admin1);
    parent[i] = ref(p.parent);
    seatPlace[i] = ref(seats.get(p.id));
    cells[cellOf(p) + 1]!++;
    put(`#${p.id}`, '', i, 0);
    // one row for each folded form under its key, at its best rank; one more for the key without vowels
    const best = new Map<string, number>(),
      bones: string[] = [];
    for (const [name, rank] of p.names) {
      const folded = foldName(name);
      if (folded.length < 2 && !/[^a-z]/.test(folded)) continue;
      if (!best.has(folded) || best.get(folded)! > rank) best.set(folded, rank);
    }
    for (const [folded, rank] of best) {
      const key = nameKey(folded);
      if (key === '') continue;
      put(key, folded, i, rank);
      const skeleton = rank <= 2 && LATIN.test(folded) ? skeletonKey(key) : null;
      if (skeleton && !bones.includes(skeleton)) {
        bones.push(skeleton);
        put(`~${skeleton}`, folded, i, rank);
      }
    }
  });
  for (let c = 1; c < cells.length; c++) cells[c]! += cells[c - 1]!;
  const table = rows.sorted();
  const names = stringColumn(places.map(p => p.name)),
    ids = stringColumn(places.map(p => p.id));
  return packIndex(
    {
      lat,
      lon,
      population,
      kind,
      seat,
      country,
      admin1,
      parent,
      seatPlace,
      cells,
      ...table,
      names: names.blob,
      nameAt: names.offsets,
      ids: ids.blob,
      idAt: ids.offsets,
    },
    { places: n, names: rows.size, countries, stamp },
  );
}

const cellOf = (p: RawPlace): number => (p.lat == null || p.lon == null ? 180 * 360 : gridCell(p.lat, p.lon));
