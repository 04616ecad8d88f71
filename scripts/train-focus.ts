/**
 * Makes src/reading/frames/data/focus.json: what counts for and against a place being the one that a text speaks of without
 * naming it (src/reading/frames/focus-features.ts). Learned from labelled reports, those of ../shared/eval that `score.mjs --split`
 * does not set aside and those of test/reports: every question that reading puts to a focus inside a labelled statement is an
 * example, the label's place the answer. A softmax over the candidates, by gradient ascent with an L2 penalty: no chance in it.
 * What has been told of a place by then hangs on the weights before, so that a second run may change the second decimal.
 * Prints how often the right place is chosen for reports that were left out (ten parts), before and after.
 *   npx tsx scripts/train-focus.ts [FOLDER]      default ../shared/eval
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeReport } from '../src/model/index.ts';
import { type Asked, listenToFocus } from '../src/reading/frames/focus.ts';
import { focusFeatures } from '../src/reading/frames/focus-features.ts';
import { createReader } from '../src/reading/read.ts';

const folder = process.argv[2] ?? resolve(import.meta.dirname, '../../shared/eval');
const PARTS = 10,
  STEPS = 800,
  RATE = 2,
  PENALTY = 0.002;
/** A statement's word may stand so far from the one that the label gives. */
const BESIDE = 25;

interface Row {
  readonly place: string;
  readonly aliases?: readonly string[];
  readonly trigger?: string;
  readonly span?: readonly [number, number];
}
interface Labelled {
  readonly id: string;
  readonly title?: string;
  readonly outlet?: string;
  readonly published?: string;
  readonly text: string;
  readonly control?: readonly Row[];
}
type Features = ReadonlyMap<string, number>;
interface Example {
  readonly report: string;
  readonly candidates: readonly { readonly features: Features; readonly right: boolean }[];
}
type Weights = Map<string, number>;

const { norm, partOf } = (await import(join(folder, 'score.mjs'))) as {
  norm: (name: string) => string;
  partOf: (id: string) => string;
};

function labelled(): Labelled[] {
  const read = (file: string): Labelled[] => JSON.parse(readFileSync(file, 'utf8')) as Labelled[];
  const given = ['reports', 'real-dev', 'real-syria-dev'].flatMap(name => read(join(folder, `${name}.json`)));
  const own = resolve(import.meta.dirname, '../test/reports');
  const files = readdirSync(own).filter(name => name.endsWith('.json'));
  return [
    ...given.filter(report => partOf(report.id) === 'dev'),
    ...files.sort().flatMap(name => read(join(own, name))),
  ];
}

/** The places that the labels give for the statement in which a word stands. */
function answers(report: Labelled, start: number, end: number): Set<string> {
  const rows = (report.control ?? []).filter(r => r.span && start >= r.span[0] - 1 && end <= r.span[1] + 1);
  const beside = rows.filter(r => {
    const at = r.trigger ? report.text.indexOf(r.trigger, r.span![0]) : -1;
    return at >= 0 && start < at + r.trigger!.length + BESIDE && end > at - BESIDE;
  });
  return new Set((beside.length ? beside : rows).flatMap(r => [r.place, ...(r.aliases ?? [])]).map(norm));
}

function exampleOf(report: Labelled, { document, token, candidates }: Asked): Example | null {
  const { start, end } = document.tokens[token]!,
    right = answers(report, start, end);
  const all = candidates.map(c => {
    const { holds, often } = focusFeatures(document, token, c);
    const features: Features = new Map([...holds.map(name => [name, 1] as const), ['often', often]]);
    return { features, right: right.has(norm(c.mention.place.name)) };
  });
  return all.some(c => c.right) && all.some(c => !c.right) ? { report: report.id, candidates: all } : null;
}

function examples(): Example[] {
  const reader = createReader(),
    out: Example[] = [];
  for (const report of labelled()) {
    const asked = new Map<string, Asked>();
    listenToFocus(question => {
      if (question.document.text === report.text)
        asked.set(`${question.token} ${question.candidates.length}`, question);
    });
    const { id, title, outlet, published, text } = report;
    reader.read(makeReport({ text, id, title, outlet, published }));
    listenToFocus(null);
    for (const question of asked.values()) {
      const example = exampleOf(report, question);
      if (example) out.push(example);
    }
  }
  return out;
}

const scoreOf = (weights: Weights, features: Features): number =>
  [...features].reduce((sum, [name, value]) => sum + value * (weights.get(name) ?? 0), 0);

function train(list: readonly Example[]): Weights {
  const weights: Weights = new Map();
  for (let step = 0; step < STEPS; step++) {
    const slope = new Map([...weights].map(([name, w]) => [name, -PENALTY * w]));
    for (const { candidates } of list) {
      const odds = candidates.map(c => Math.exp(scoreOf(weights, c.features)));
      const all = odds.reduce((a, b) => a + b, 0),
        right = odds.reduce((a, b, i) => a + (candidates[i]!.right ? b : 0), 0);
      candidates.forEach((c, i) => {
        const pull = ((c.right ? odds[i]! / right : 0) - odds[i]! / all) / list.length;
        for (const [name, value] of c.features) slope.set(name, (slope.get(name) ?? 0) + pull * value);
      });
    }
    for (const [name, s] of slope) weights.set(name, (weights.get(name) ?? 0) + RATE * s);
  }
  return weights;
}

/** How many questions are answered right; of candidates that count the same, the one named last. */
const rightOf = (list: readonly Example[], weights: Weights): number =>
  list.filter(({ candidates }) => {
    const scores = candidates.map(c => scoreOf(weights, c.features));
    return candidates[scores.lastIndexOf(Math.max(...scores))]!.right;
  }).length;

const all = examples(),
  reports = [...new Set(all.map(e => e.report))],
  share = (n: number): string => (n / all.length).toFixed(3);
let right = 0;
for (let part = 0; part < PARTS; part++) {
  const out = new Set(reports.filter((_, i) => i % PARTS === part));
  right += rightOf(
    all.filter(e => out.has(e.report)),
    train(all.filter(e => !out.has(e.report))),
  );
}
const weights = train(all),
  file = fileURLToPath(new URL('../src/reading/frames/data/focus.json', import.meta.url)),
  before: Weights = new Map(Object.entries(JSON.parse(readFileSync(file, 'utf8')) as Record<string, number>));
const sorted = [...weights]
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([name, w]) => [name, Number(w.toFixed(2))]);
writeFileSync(file, `${JSON.stringify(Object.fromEntries(sorted), null, 2)}\n`);
console.log(
  `${all.length} questions in ${reports.length} reports; right with the weights before ${share(rightOf(all, before))}, ` +
    `learned ${share(rightOf(all, weights))}, learned without the report asked about ${share(right)}`,
);
