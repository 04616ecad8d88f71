/**
 * The outer border of a country from its divisions: the edges that only one ring has. Shapes come from one topology, so that neighbours
 * share their vertices exactly.
 */
export function outlineOf(shapes: GeoJSON.FeatureCollection): GeoJSON.FeatureCollection {
  const seen = new Map<string, [number[], number[]] | null>();
  for (const { geometry } of shapes.features) {
    const polygons =
      geometry.type === 'Polygon'
        ? [geometry.coordinates]
        : geometry.type === 'MultiPolygon'
          ? geometry.coordinates
          : [];
    for (const ring of polygons.flat())
      for (let i = 1; i < ring.length; i++) {
        const [a, b] = [ring[i - 1]!, ring[i]!];
        const key = a[0]! < b[0]! || (a[0] === b[0] && a[1]! < b[1]!) ? `${a}|${b}` : `${b}|${a}`;
        seen.set(key, seen.has(key) ? null : [a, b]);
      }
  }
  const lines = chain([...seen.values()].filter(e => e != null));
  return {
    type: 'FeatureCollection',
    features: [
      { type: 'Feature', properties: {}, geometry: { type: 'MultiLineString', coordinates: lines } },
    ],
  };
}

/** Joins edges that follow each other into lines, so that they are drawn with joints. */
function chain(edges: readonly [number[], number[]][]): number[][][] {
  const next = new Map<string, [number[], number[]][]>();
  for (const e of edges) {
    const key = String(e[0]);
    next.set(key, [...(next.get(key) ?? []), e]);
  }
  const used = new Set<unknown>();
  const lines: number[][][] = [];
  for (const edge of edges) {
    if (used.has(edge)) continue;
    const line = [edge[0]];
    let at: [number[], number[]] | undefined = edge;
    while (at != null) {
      used.add(at);
      line.push(at[1]);
      at = next.get(String(at[1]))?.find(e => !used.has(e));
    }
    lines.push(line);
  }
  return lines;
}
