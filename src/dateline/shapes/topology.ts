import { readFileSync } from 'node:fs';
import { importedFolder, readImportedBoundaries } from '../../gazetteer/index.ts';

type Position = readonly [number, number];
type Ring = readonly Position[];
/** Polygons of one shape: each a list of rings, the outer one first. */
export type Polygons = readonly (readonly Ring[])[];

interface Geometry {
  readonly type: string;
  readonly id?: string;
  readonly arcs?: readonly unknown[];
  readonly properties: { readonly id: string; readonly name: string; readonly country: string };
}

interface Topology {
  readonly transform: { readonly scale: Position; readonly translate: Position };
  readonly objects: { readonly admin1: { readonly geometries: readonly Geometry[] } };
  readonly arcs: readonly (readonly Position[])[];
}

/** The shapes of first-order divisions. */
export interface Shapes {
  /** The shapes of a country's divisions, by division id; degrees, longitude first. */
  of(country: string): ReadonlyMap<string, Polygons>;
}

/** Reads the shapes that come with the gazetteer (TopoJSON, quantised; see its `note` for their origin); a user's own stand before them. */
export function loadShapes(): Shapes {
  const file = new URL('../../gazetteer/data/shapes.topo.json', import.meta.url);
  const topology = JSON.parse(readFileSync(file, 'utf8')) as Topology;
  const arcs = new Map<number, Position[]>();
  const arcOf = (index: number): Position[] => {
    const known = arcs.get(index);
    if (known != null) return known;
    const made = index < 0 ? [...arcOf(~index)].reverse() : decodeArc(topology, index);
    arcs.set(index, made);
    return made;
  };
  const ringOf = (indexes: readonly number[]): Ring =>
    indexes.flatMap((index, i) => (i === 0 ? arcOf(index) : arcOf(index).slice(1)));
  const own = [...readImportedBoundaries(importedFolder())];
  return {
    of: country =>
      new Map([
        ...topology.objects.admin1.geometries
          .filter(g => g.properties.country === country && g.arcs != null)
          .map(g => [g.properties.id, polygonsOf(g).map(polygon => polygon.map(ringOf))] as const),
        ...own
          .filter(([id]) => id.startsWith(`iso:${country}-`) || id.startsWith(`adm2:${country}.`))
          .map(([id, geometry]) => [id, ownPolygons(geometry)] as const),
      ]),
  };
}

/** Polygons of GeoJSON as they come. */
const ownPolygons = (g: { readonly type: string; readonly coordinates?: unknown }): Polygons =>
  (g.type === 'Polygon' ? [g.coordinates] : g.coordinates) as Polygons;

const polygonsOf = (g: Geometry): readonly (readonly (readonly number[])[])[] =>
  (g.type === 'Polygon' ? [g.arcs] : g.arcs) as readonly (readonly (readonly number[])[])[];

/** Arcs are steps from point to point on a grid. */
function decodeArc({ arcs, transform }: Topology, index: number): Position[] {
  let x = 0,
    y = 0;
  return arcs[index]!.map(([dx, dy]) => {
    x += dx;
    y += dy;
    return [
      round(x * transform.scale[0] + transform.translate[0]),
      round(y * transform.scale[1] + transform.translate[1]),
    ];
  });
}

const round = (degrees: number): number => Math.round(degrees * 1e4) / 1e4;
