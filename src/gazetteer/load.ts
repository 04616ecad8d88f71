import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import type { Gazetteer } from './gazetteer.ts';
import { importedFolder, readImportedPlaces } from './imported.ts';
import { openGazetteer } from './open.ts';

const COMPILED = new URL('./compiled/gazetteer.bin', import.meta.url);

let shared: Uint8Array | null = null;
let loaded: Gazetteer | null = null;

/**
 * The gazetteer, read once a process from the compiled index beside this file (or from `file`), with the places that the user
 * has imported. Throws where there is none, saying how to build it.
 * @example loadGazetteer().find('Mazar-i-Sharif')[0]?.place.id // 'gn:1133616'
 */
export function loadGazetteer(file?: string | URL): Gazetteer {
  if (file !== undefined) return openIndex(readIndex(file));
  loaded ??= openIndex(sharedIndex());
  return loaded;
}

/** The bytes of the compiled index, in memory that can be handed to another thread without a copy. */
export function sharedIndex(): Uint8Array {
  shared ??= readIndex(COMPILED);
  return shared;
}

/** The compiled index as another thread has read it: `loadGazetteer` reads no file then. */
export function takeSharedIndex(bytes: Uint8Array): void {
  shared = bytes;
}

const openIndex = (bytes: Uint8Array): Gazetteer =>
  openGazetteer(bytes, readImportedPlaces(importedFolder()));

function readIndex(file: string | URL): Uint8Array {
  let opened: number;
  try {
    opened = openSync(file, 'r');
  } catch (cause) {
    throw new Error(`there is no gazetteer index at ${file}: run "npm run build"`, { cause });
  }
  try {
    const bytes = new Uint8Array(new SharedArrayBuffer(fstatSync(opened).size));
    for (let at = 0, read = 1; read > 0; at += read)
      read = readSync(opened, bytes, at, bytes.length - at, at);
    return bytes;
  } finally {
    closeSync(opened);
  }
}
