import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { DivisionShapes } from '../model/index.ts';
import type { ImportedBoundary } from './import-boundaries.ts';
import type { ImportedPlace } from './import-geonames.ts';

const PLACES = 'places.jsonl';
const BOUNDARIES = 'boundaries.json';

/** The folder of the places that a user has imported: `DATELINE_PLACES`, else `dateline/places` among the user's data. */
export function importedFolder(): string {
  const given = process.env['DATELINE_PLACES'];
  if (given) return given;
  const data = process.env['XDG_DATA_HOME'] || join(homedir(), '.local', 'share');
  return join(data, 'dateline', 'places');
}

/** The places imported into a folder, each under its id; none where there is no such folder. */
export function readImportedPlaces(folder: string): ImportedPlace[] {
  const file = join(folder, PLACES);
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter(line => line !== '')
    .map(line => JSON.parse(line) as ImportedPlace);
}

/** Adds places to a folder; one of an id that is there replaces it. The file is written whole. @returns how many there are now */
export function addImportedPlaces(folder: string, places: readonly ImportedPlace[]): number {
  const all = new Map([...readImportedPlaces(folder), ...places].map(p => [p.place.id, p]));
  writeWhole(folder, PLACES, `${[...all.values()].map(p => JSON.stringify(p)).join('\n')}\n`);
  return all.size;
}

/** Shapes of divisions that a user has imported, by division id. */
export function readImportedBoundaries(folder: string): ReadonlyMap<string, Boundary> {
  const file = join(folder, BOUNDARIES);
  if (!existsSync(file)) return new Map();
  return new Map(Object.entries(JSON.parse(readFileSync(file, 'utf8')) as Record<string, Boundary>));
}

type Boundary = DivisionShapes['features'][number]['geometry'];

/** Adds the shapes of those boundaries that are a known division. @returns how many */
export function addImportedBoundaries(folder: string, boundaries: readonly ImportedBoundary[]): number {
  const joined = boundaries.filter(b => b.id !== null);
  const all = { ...Object.fromEntries(readImportedBoundaries(folder)) };
  for (const { id, geometry } of joined) all[id!] = geometry;
  writeWhole(folder, BOUNDARIES, JSON.stringify(all));
  return joined.length;
}

/** A reader never sees half a file. */
function writeWhole(folder: string, name: string, text: string): void {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, name);
  writeFileSync(`${file}.new`, text);
  renameSync(`${file}.new`, file);
}
