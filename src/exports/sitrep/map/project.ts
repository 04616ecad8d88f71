import type { Ring, SitrepMap } from '../../../model/index.ts';

export type Point = readonly [x: number, y: number];

/** From degrees to the paper: an equirectangular map that is true to scale at its middle latitude. */
export interface Projection {
  readonly width: number;
  readonly height: number;
  at(lon: number, lat: number): Point;
  /** Kilometres that one unit of the paper stands for, at the middle. */
  readonly kmPerUnit: number;
}

const KM_PER_DEGREE = 111.32;
const MARGIN = 0.04;

/** Fits the map's shapes (without any, its points) into a box; null where there is nothing to show. */
export function fitMap({ areas, points }: SitrepMap, width: number, maxHeight: number): Projection | null {
  const lonLats: (readonly [number, number])[] = areas.flatMap(area =>
    area.polygons.flatMap(polygon => (polygon[0] ?? []).map(p => [p[0]!, p[1]!] as const)),
  );
  if (lonLats.length === 0) lonLats.push(...points.map(p => [p.lon, p.lat] as const));
  if (lonLats.length === 0) return null;
  const split = crossesDateLine(lonLats.map(p => p[0]));
  const turn = (lon: number): number => (split && lon < 0 ? lon + 360 : lon);
  let [west, east, south, north] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const [lon, lat] of lonLats) {
    const x = turn(lon);
    if (x < west) west = x;
    if (x > east) east = x;
    if (lat < south) south = lat;
    if (lat > north) north = lat;
  }
  const wide = Math.max(east - west, 0.5) * (1 + 2 * MARGIN),
    high = Math.max(north - south, 0.5) * (1 + 2 * MARGIN);
  const middle = (south + north) / 2,
    squeeze = Math.cos((middle * Math.PI) / 180);
  const scale = Math.min(width / (wide * squeeze), maxHeight / high);
  const height = Math.max(high * scale, 120);
  const left = width / 2 - ((west + east) / 2) * squeeze * scale,
    top = height / 2 + middle * scale;
  return {
    width,
    height,
    at: (lon, lat) => [left + turn(lon) * squeeze * scale, top - lat * scale],
    kmPerUnit: KM_PER_DEGREE / scale,
  };
}

/** Whether the shapes lie on both sides of the date line: then degrees are counted on eastward. */
function crossesDateLine(lons: readonly number[]): boolean {
  const east = lons.filter(l => l > 0),
    west = lons.filter(l => l < 0);
  if (east.length === 0 || west.length === 0) return false;
  let min = 360,
    max = -360,
    turnedMin = 720,
    turnedMax = -360;
  for (const l of lons) {
    const t = l < 0 ? l + 360 : l;
    min = Math.min(min, l);
    max = Math.max(max, l);
    turnedMin = Math.min(turnedMin, t);
    turnedMax = Math.max(turnedMax, t);
  }
  return turnedMax - turnedMin < max - min;
}

/** A ring on the paper, without the points that the eye cannot part. */
export function projectRing(ring: Ring, projection: Projection, apart = 0.6): Point[] {
  const out: Point[] = [];
  for (const [lon, lat] of ring) {
    const point = projection.at(lon!, lat!);
    const last = out.at(-1);
    if (last == null || Math.hypot(point[0] - last[0], point[1] - last[1]) >= apart) out.push(point);
  }
  return out;
}
