/**
 * npm run eval: runs the reader over the labelled data and prints one table a set.
 * Data: DATELINE_EVAL, or ../shared/eval. --errors shows what was missed and what was too much (never of the part set aside);
 * --only NAME runs one set: reports, real-dev, real-syria-dev, seed, own, own-wide, acled, displacement, toponyms, attribution.
 * "own" is test/reports: reports written and labelled for this project, of whose misses some were read; "own-wide" is
 * test/reports/wide: 96 more, of which nobody has read the last file (fourth.json).
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { makeReport, type Reading } from '../src/model/index.ts';
import { createReader } from '../src/reading/read.ts';

const folder = process.env['DATELINE_EVAL'] ?? resolve(import.meta.dirname, '../../shared/eval');
const argv = process.argv.slice(2);
const only = argv.includes('--only') ? argv[argv.indexOf('--only') + 1] : null;
const errors = argv.includes('--errors'),
  all = argv.includes('--all');

if (!existsSync(join(folder, 'score.mjs'))) {
  console.error(
    `no labelled data at "${folder}": set DATELINE_EVAL to the folder that holds score.mjs and reports.json`,
  );
  process.exit(1);
}

interface Input {
  readonly id: string;
  readonly title?: string;
  readonly outlet?: string;
  readonly published?: string;
  readonly text: string;
}
const reader = createReader();
const scratch = mkdtempSync(join(tmpdir(), 'dateline-eval-'));
process.on('exit', () => rmSync(scratch, { recursive: true, force: true }));

export function line(id: string, reading: Reading): string {
  const speech = reading.speech,
    mentions = reading.mentions;
  return JSON.stringify({
    id,
    main: reading.main,
    claims: reading.claims,
    discrepancies: reading.discrepancies,
    mentions,
    speech,
  });
}

function predict(name: string, inputs: readonly Input[]): string {
  const file = join(scratch, `${name}.jsonl`);
  const started = performance.now();
  const lines = inputs.map(x =>
    line(
      x.id,
      reader.read(
        makeReport({ text: x.text, id: x.id, title: x.title, outlet: x.outlet, published: x.published }),
      ),
    ),
  );
  writeFileSync(file, `${lines.join('\n')}\n`);
  console.log(`\n== ${name}: ${inputs.length} reports read in ${Math.round(performance.now() - started)} ms`);
  return file;
}
const run = (args: string[]): string =>
  execFileSync('node', args, { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 28 });
const wanted = (name: string): boolean => !only || only === name;

const together: { gold: unknown[]; lines: string[] } = { gold: [], lines: [] };
for (const name of ['seed', 'reports', 'real-dev', 'real-syria-dev']) {
  if (!wanted(name)) continue;
  const gold = [JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8'))].flat() as (Input & {
    file?: string;
  })[];
  const withText = gold.map(g => ({ ...g, text: g.text ?? readFileSync(join(folder, g.file!), 'utf8') }));
  const predicted = predict(name, withText);
  if (name !== 'seed') {
    together.gold.push(...gold);
    together.lines.push(readFileSync(predicted, 'utf8').trim());
  }
  console.log(
    run([
      join(folder, 'score.mjs'),
      join(folder, `${name}.json`),
      predicted,
      ...(name === 'seed' && !all ? [] : ['--split']),
      ...(errors ? ['--errors'] : []),
    ]),
  );
}
if (!only && together.gold.length) {
  // the targets are for the part set aside of these three together
  const gold = join(scratch, 'together.json'),
    predicted = join(scratch, 'together.jsonl');
  writeFileSync(gold, JSON.stringify(together.gold));
  writeFileSync(predicted, `${together.lines.join('\n')}\n`);
  console.log('\n== reports, real-dev and real-syria-dev together');
  console.log(run([join(folder, 'score.mjs'), gold, predicted, '--split']));
}
/** Reads the *.json of a folder of test/ as one set; the scorer wants it in one file. */
function ownReports(name: string, under: string): { file: string; reports: Input[] } {
  const at = resolve(import.meta.dirname, '../test', under);
  const names = existsSync(at) ? readdirSync(at).filter(n => n.endsWith('.json')) : [];
  const reports = names.sort().flatMap(n => JSON.parse(readFileSync(join(at, n), 'utf8')) as Input[]);
  const file = join(scratch, `${name}-gold.json`);
  writeFileSync(file, JSON.stringify(reports));
  return { file, reports };
}
for (const [name, under] of [
  ['own', 'reports'],
  ['own-wide', 'reports/wide'],
] as const) {
  if (!wanted(name)) continue;
  const own = ownReports(name, under);
  const predicted = predict(name, own.reports);
  console.log(
    run([join(folder, 'score.mjs'), own.file, predicted, '--split', ...(errors ? ['--errors'] : [])]),
  );
}
const SETS = {
  acled: 'acled-snippets-dev.tsv',
  displacement: 'displacement-dev.jsonl',
  toponyms: 'toponyms-dev.jsonl',
  attribution: 'attribution-dev.jsonl',
};
for (const [set, file] of Object.entries(SETS)) {
  if (!wanted(set) || !existsSync(join(folder, file))) continue;
  const inputs = run([join(folder, 'sets.mjs'), set, join(folder, file), '--reports'])
    .trim()
    .split('\n')
    .map(l => JSON.parse(l) as Input);
  console.log(
    run([
      join(folder, 'sets.mjs'),
      set,
      join(folder, file),
      predict(set, inputs),
      ...(errors ? ['--errors'] : []),
    ]),
  );
}
if (wanted('re3d')) console.log((await import('./eval-re3d.ts')).evalRe3d(folder, errors));
