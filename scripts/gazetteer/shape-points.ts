import { readFileSync } from 'node:fs';
import { feature } from 'topojson-client';

const SHAPES = new URL('../../src/gazetteer/data/shapes.topo.json', import.meta.url);
type Ring = readonly (readonly [number, number])[];

/** Twice the signed area of a ring, and its centre of mass (plain coordinates: near enough for a label's point). */
function massOf(ring: Ring): { area: number; x: number; y: number } {
  let area = 0,
    x = 0,
    y = 0;
  for (let i = 0; i + 1 < ring.length; i++) {
    const [ax, ay] = ring[i]!,
      [bx, by] = ring[i + 1]!,
      cross = ax * by - bx * ay;
    area += cross;
    x += (ax + bx) * cross;
    y += (ay + by) * cross;
  }
  return area === 0
    ? { area: 0, x: ring[0]![0], y: ring[0]![1] }
    : { area, x: x / (3 * area), y: y / (3 * area) };
}

/** The middle of each first-order division that has a shape, by place id: its largest polygon's centre of mass. */
export function shapePoints(): Map<string, { lat: number; lon: number }> {
  const topo = JSON.parse(readFileSync(SHAPES, 'utf8')),
    out = new Map<string, { lat: number; lon: number }>();
  const collection = feature(topo, topo.objects.admin1) as unknown as {
    features: { id: string; geometry: { type: string; coordinates: unknown } | null }[];
  };
  for (const f of collection.features) {
    if (!f.geometry) continue;
    const polygons = (
      f.geometry.type === 'Polygon' ? [f.geometry.coordinates] : f.geometry.coordinates
    ) as Ring[][];
    const largest = polygons.map(p => massOf(p[0]!)).sort((a, b) => Math.abs(b.area) - Math.abs(a.area))[0];
    if (largest) out.set(f.id, { lat: largest.y, lon: largest.x });
  }
  return out;
}
