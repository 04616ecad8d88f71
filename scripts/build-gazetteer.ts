/**
 * Compiles the gazetteer's index from the installed packages and the curated tables of src/gazetteer/data.
 *   npx tsx scripts/build-gazetteer.ts [OUT]      default src/gazetteer/compiled/gazetteer.bin
 */
import { mkdirSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { assembleGazetteer } from './gazetteer/assemble.ts';
import { compileIndex } from './gazetteer/compile.ts';
import { readHeader, sourcesStamp } from './gazetteer/stamp.ts';

const DEFAULT_OUT = fileURLToPath(new URL('../src/gazetteer/compiled/gazetteer.bin', import.meta.url));

/**
 * Builds the index and writes it whole (a reader never sees half a file). Where the index is there and made from the same
 * sources, it is left as it is. @returns what it wrote, or found
 */
export function buildGazetteer(out: string = DEFAULT_OUT): {
  out: string;
  places: number;
  bytes: number;
  ms: number;
  fresh: boolean;
} {
  const started = performance.now(),
    stamp = sourcesStamp(),
    there = readHeader(out);
  const done = (places: number, fresh: boolean) => ({
    out,
    places,
    bytes: statSync(out).size,
    ms: Math.round(performance.now() - started),
    fresh,
  });
  if (there?.stamp === stamp) return done(Number(there.places), false);
  const { places, seats } = assembleGazetteer();
  const bytes = compileIndex(places, seats, stamp);
  mkdirSync(dirname(out), { recursive: true });
  writeFileSync(`${out}.new`, bytes);
  renameSync(`${out}.new`, out);
  return done(places.length, true);
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const done = buildGazetteer(process.argv[2] ? resolve(process.argv[2]) : undefined);
  console.log(
    `gazetteer: ${done.places.toLocaleString('en')} places, ${(done.bytes / 1e6).toFixed(1)} MB, ${done.fresh ? `built in ${(done.ms / 1000).toFixed(1)} s` : 'up to date'}`,
  );
}
