import { readFileSync } from 'node:fs';
import type { Gazetteer } from './gazetteer.ts';
import { importedFolder, readImportedPlaces } from './imported.ts';
import { openGazetteer } from './open.ts';

const COMPILED = new URL('./compiled/gazetteer.bin', import.meta.url);

let loaded: Gazetteer | null = null;

/**
 * The gazetteer, read once a process from the compiled index beside this file (or from `file`), with the places that the user
 * has imported. Throws where there is none, saying how to build it.
 * @example loadGazetteer().find('Mazar-i-Sharif')[0]?.place.id // 'gn:1133616'
 */
export function loadGazetteer(file?: string | URL): Gazetteer {
  if (file === undefined && loaded) return loaded;
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(file ?? COMPILED);
  } catch (cause) {
    throw new Error(`there is no gazetteer index at ${file ?? COMPILED.pathname}: run "npm run build"`, {
      cause,
    });
  }
  const gazetteer = openGazetteer(bytes, readImportedPlaces(importedFolder()));
  if (file === undefined) loaded = gazetteer;
  return gazetteer;
}
