/**
 * npm run build: makes dist/ from src/. Each step is skipped while what it is made from has not changed.
 *   1. the gazetteer's index   (installed packages + src/gazetteer/data  → src/gazetteer/compiled)
 *   2. an empty database        (PGlite                                 → src/store/pglite/compiled)
 *   3. the code                (src without src/web                      → dist)
 *   4. the data beside it      (lexicons, model, shapes, index           → dist)
 *   5. the fonts of the PDF    (installed packages                     → dist)
 *   6. the web application     (src/web                                  → dist/web)
 * --force builds all of it; --only code,data names the steps to take.
 */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildCode } from './build/code.mjs';
import { copyData } from './build/data.mjs';
import { buildDatabase } from './build/database.mjs';
import { copyFonts } from './build/fonts.mjs';
import { buildGazetteer } from './build/gazetteer.mjs';
import { openStamps } from './build/stamps.mjs';
import { buildWeb } from './build/web.mjs';

const ROOT = join(import.meta.dirname, '..');
const STEPS = {
  gazetteer: buildGazetteer,
  database: buildDatabase,
  code: buildCode,
  data: copyData,
  fonts: copyFonts,
  web: buildWeb,
};

const argv = process.argv.slice(2);
if (argv.includes('--force')) rmSync(join(ROOT, 'dist'), { recursive: true, force: true });
const only = argv.includes('--only') ? argv[argv.indexOf('--only') + 1]?.split(',') : Object.keys(STEPS);
const unknown = only?.find(name => !(name in STEPS));
if (only == null || unknown != null) {
  console.error(`build: no step "${unknown ?? ''}": write one or more of ${Object.keys(STEPS).join(', ')}`);
  process.exit(2);
}

const seconds = from => `${((performance.now() - from) / 1000).toFixed(1)} s`;
const started = performance.now();
const stamps = openStamps(ROOT);
for (const name of only) {
  const { what, inputs, outputs, run } = STEPS[name](ROOT);
  if (inputs.length === 0 || stamps.isFresh(name, inputs, outputs)) continue;
  const from = performance.now();
  console.log(`build: ${what} …`);
  try {
    const told = await run();
    stamps.set(name, inputs);
    console.log(`build: ${what}: ${told}, ${seconds(from)}`);
  } catch (error) {
    console.error(`build: ${what} failed\n${error.message}`);
    process.exit(1);
  }
}
console.log(`build: dist/ is up to date (${seconds(started)})`);
