// @ts-check
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const EMPTY = new URL('./compiled/empty.tar.gz', import.meta.url);

/**
 * An empty database, packed: made from nothing, each new one would take seconds, and the memory of some five instances at once. Throws
 * where there is none, saying how to build it.
 */
export function readEmpty() {
  if (!existsSync(EMPTY))
    throw new Error(`there is no empty database at ${EMPTY.pathname}: run "npm run build"`);
  return readFileSync(EMPTY);
}

const BLOCK = 512;

/**
 * Writes the files and folders of a tar archive under a folder. They are for nobody else to read, as the database asks.
 * @param {Buffer} tar
 * @param {string} folder
 */
export function unpackTar(tar, folder) {
  /** @type {(from: number, length: number) => string} */
  const text = (from, length) => tar.toString('utf8', from, from + length).replace(/\0.*$/s, '');
  for (let at = 0; at + BLOCK <= tar.length && tar[at] !== 0; ) {
    const path = join(folder, text(at + 345, 155), text(at, 100)),
      size = Number.parseInt(text(at + 124, 12), 8),
      isFolder = text(at + 156, 1) === '5';
    at += BLOCK;
    mkdirSync(isFolder ? path : dirname(path), { recursive: true, mode: 0o700 });
    if (!isFolder) writeFileSync(path, tar.subarray(at, at + size), { mode: 0o600 });
    at += Math.ceil(size / BLOCK) * BLOCK;
  }
}
