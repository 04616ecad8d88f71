/**
 * Compiles the gazetteer's index from the installed packages and the curated tables of src/gazetteer/data.
 *   npx tsx scripts/build-gazetteer.ts [OUT]      default src/gazetteer/compiled/gazetteer.bin
 */
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { assembleGazetteer } from './gazetteer/assemble.ts';
import { compileIndex } from './gazetteer/compile.ts';

const DEFAULT_OUT = fileURLToPath(new URL('../src/gazetteer/compiled/gazetteer.bin', import.meta.url));

/** Builds the index and writes it whole (a reader never sees half a file). @returns what it wrote */
export function buildGazetteer(out: string = DEFAULT_OUT): {
  out: string;
  places: number;
  bytes: number;
  ms: number;
} {
  const started = performance.now();
  const { places, seats } = assembleGazetteer();
  const bytes = compileIndex(places, seats);
  mkdirSync(dirname(out), { recursive: true });
  writeFileSync(`${out}.new`, bytes);
  renameSync(`${out}.new`, out);
  return { out, places: places.length, bytes: bytes.length, ms: Math.round(performance.now() - started) };
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const done = buildGazetteer(process.argv[2] ? resolve(process.argv[2]) : undefined);
  console.log(
    `${done.places.toLocaleString('en')} places, ${(done.bytes / 1e6).toFixed(1)} MB, in ${(done.ms / 1000).toFixed(1)} s: ${done.out}`,
  );
}
