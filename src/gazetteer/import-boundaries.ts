import type { DivisionShapes } from '../model/index.ts';
import { foldName, nameKey } from './key.ts';

type Geometry = DivisionShapes['features'][number]['geometry'];

/** A boundary of a user's file, and the division that it is; `id` is null where none fits. */
export interface ImportedBoundary {
  readonly id: string | null;
  readonly name: string;
  readonly geometry: Geometry;
}

/** Where OCHA's common datasets (COD-AB), geoBoundaries and others keep a division's name and code, best first. */
const NAME_KEYS = [
  'ADM2_EN',
  'ADM1_EN',
  'adm2_name',
  'adm1_name',
  'shapeName',
  'NAME_1',
  'NAME_EN',
  'name_en',
  'name',
  'NAME',
];
const CODE_KEYS = ['shapeISO', 'iso_3166_2', 'ISO_3166_2', 'HASC_1'];

/**
 * Reads boundary GeoJSON (OCHA COD-AB, geoBoundaries) and joins each boundary to a division, by ISO code where it has one,
 * else by name through the transliteration key. Throws a TypeError for what is no collection of polygons, saying what it found.
 * @param divisions what a boundary may be: `gazetteer.divisionsOf(country)`
 * @example importBoundaries(json, gazetteer.divisionsOf('AF')).filter(b => b.id === null) // those that no division fits
 */
export function importBoundaries(
  json: unknown,
  divisions: readonly { readonly id: string; readonly name: string }[],
): ImportedBoundary[] {
  const collection = json as { type?: unknown; features?: unknown } | null;
  if (collection?.type !== 'FeatureCollection' || !Array.isArray(collection.features))
    throw new TypeError(
      `this is no boundary file: its type is "${String(collection?.type)}", a GeoJSON FeatureCollection is needed`,
    );
  const byKey = new Map(divisions.map(d => [nameKey(foldName(d.name)), d.id])),
    ids = new Set(divisions.map(d => d.id));
  return collection.features.flatMap((f: unknown): ImportedBoundary[] => {
    const { geometry, properties } = (f ?? {}) as {
      geometry?: Geometry;
      properties?: Record<string, unknown>;
    };
    if (geometry?.type !== 'Polygon' && geometry?.type !== 'MultiPolygon') return [];
    const said = (keys: readonly string[]): string =>
      keys.map(k => properties?.[k]).find((v): v is string => typeof v === 'string' && v !== '') ?? '';
    const name = said(NAME_KEYS),
      code = `iso:${said(CODE_KEYS)}`;
    const id = ids.has(code) ? code : (byKey.get(nameKey(foldName(name))) ?? null);
    return [{ id, name, geometry }];
  });
}
