/** A ring of [longitude, latitude] points; a polygon is its outer ring and its holes. */
export type Ring = readonly (readonly [number, number])[];
export type Polygon = readonly Ring[];

/** Whether a point lies in a ring, by the even-odd rule. */
function inRing(lon: number, lat: number, ring: Ring): boolean {
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [xi, yi] = ring[i]!,
      [xj, yj] = ring[j]!;
    if (yi > lat !== yj > lat && lon < ((xj - xi) * (lat - yi)) / (yj - yi) + xi) inside = !inside;
  }
  return inside;
}

/** Whether a point lies in any of the polygons, holes left out. */
export const inPolygons = (lon: number, lat: number, polygons: readonly Polygon[]): boolean =>
  polygons.some(([outer, ...holes]) => inRing(lon, lat, outer!) && !holes.some(h => inRing(lon, lat, h)));

/** West, south, east, north. */
export function boxOf(polygons: readonly Polygon[]): readonly [number, number, number, number] {
  let w = 180,
    s = 90,
    e = -180,
    n = -90;
  for (const polygon of polygons)
    for (const [x, y] of polygon[0]!) {
      w = Math.min(w, x);
      e = Math.max(e, x);
      s = Math.min(s, y);
      n = Math.max(n, y);
    }
  return [w, s, e, n];
}

/**
 * A line with the points left out that change its course least (Visvalingam and Whyatt 1993: by the area of the
 * triangle with the neighbours), until each triangle is larger than `area`. Both ends stay; a closed line keeps four points.
 */
export function simplify(
  line: readonly (readonly [number, number])[],
  area: number,
): (readonly [number, number])[] {
  const points = [...line],
    closed = points.length > 3 && points[0]![0] === points.at(-1)![0] && points[0]![1] === points.at(-1)![1];
  const least = closed ? 4 : 2;
  const triangle = (i: number): number => {
    const [ax, ay] = points[i - 1]!,
      [bx, by] = points[i]!,
      [cx, cy] = points[i + 1]!;
    const squeeze = Math.cos((by * Math.PI) / 180);
    return Math.abs((bx - ax) * (cy - ay) - (cx - ax) * (by - ay)) * 0.5 * squeeze;
  };
  const areas = points.map((_, i) =>
    i === 0 || i === points.length - 1 ? Number.POSITIVE_INFINITY : triangle(i),
  );
  while (points.length > least) {
    let at = 0;
    for (let i = 1; i < areas.length; i++) if (areas[i]! < areas[at]! || at === 0) at = i;
    const smallest = areas[at]!;
    if (smallest >= area) break;
    points.splice(at, 1);
    areas.splice(at, 1);
    // a neighbour never counts for less than what was just taken
    for (const i of [at - 1, at])
      if (i > 0 && i < points.length - 1) areas[i] = Math.max(smallest, triangle(i));
  }
  return points;
}
