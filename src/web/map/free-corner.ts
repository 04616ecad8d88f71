import type { DivisionShapes } from '../types.ts';

/** The lower corner of the country's bounding box in which fewer points of its borders lie: where the legend covers least. */
export function freeCorner(shapes: DivisionShapes): 'left' | 'right' {
  const points = shapes.features.flatMap(({ geometry: g }) =>
    g.type === 'Polygon'
      ? g.coordinates.flat()
      : g.type === 'MultiPolygon'
        ? g.coordinates.flat(2)
        : [g.coordinates],
  );
  const lons = points.map(p => p[0]!),
    lats = points.map(p => p[1]!);
  const [west, east] = [min(lons), -min(lons.map(n => -n))],
    south = min(lats),
    north = -min(lats.map(n => -n));
  const low = points.filter(p => p[1]! < south + (north - south) * 0.35);
  const left = low.filter(p => p[0]! < west + (east - west) * 0.4).length,
    right = low.filter(p => p[0]! > east - (east - west) * 0.4).length;
  return right < left ? 'right' : 'left';
}

const min = (values: readonly number[]): number =>
  values.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
