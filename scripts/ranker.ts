/**
 * What the scripts that learn a linear ranker share (`train-focus.ts`, `train-site-seat.ts`): the labelled reports, and a softmax
 * over candidates learned by gradient ascent with an L2 penalty: no chance in it.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const PARTS = 10,
  RATE = 2;

export interface Row {
  readonly place: string;
  readonly aliases?: readonly string[];
  readonly in?: string;
  readonly trigger?: string;
  readonly span?: readonly [number, number];
}
export interface Labelled {
  readonly id: string;
  readonly title?: string;
  readonly outlet?: string;
  readonly published?: string;
  readonly text: string;
  readonly control?: readonly Row[];
}
export type Features = ReadonlyMap<string, number>;
export interface Example {
  readonly report: string;
  readonly candidates: readonly { readonly features: Features; readonly right: boolean }[];
}
type Weights = Map<string, number>;
/** How the learning goes: steps, and the weight of the penalty. */
export interface Course {
  readonly steps: number;
  readonly penalty: number;
}

export const folder = process.argv[2] ?? resolve(import.meta.dirname, '../../shared/eval');
const scorer = (await import(join(folder, 'score.mjs'))) as {
  norm: (name: string) => string;
  partOf: (id: string) => string;
};
export const { norm } = scorer;

/** The labelled reports of the folder that are not set aside, and those of `test/reports`; `more` are files beside these. */
export function labelled(more: readonly string[] = []): Labelled[] {
  const read = (file: string): Labelled[] => JSON.parse(readFileSync(file, 'utf8')) as Labelled[];
  const given = ['reports', 'real-dev', 'real-syria-dev'].flatMap(name => read(join(folder, `${name}.json`)));
  const own = resolve(import.meta.dirname, '../test/reports');
  const files = readdirSync(own).filter(name => name.endsWith('.json'));
  return [
    ...given.filter(report => scorer.partOf(report.id) === 'dev'),
    ...[...files.sort(), ...more].flatMap(name => read(join(own, name))),
  ];
}

/** The features of a candidate: 1 for all that holds of it, and how often it was named. */
export const featuresOf = (holds: readonly string[], often: number): Features =>
  new Map([...holds.map(name => [name, 1] as const), ['often', often]]);

const scoreOf = (weights: Weights, features: Features): number =>
  [...features].reduce((sum, [name, value]) => sum + value * (weights.get(name) ?? 0), 0);

function train(list: readonly Example[], { steps, penalty }: Course): Weights {
  const weights: Weights = new Map();
  for (let step = 0; step < steps; step++) {
    const slope = new Map([...weights].map(([name, w]) => [name, -penalty * w]));
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

/** Learns, writes the weights to `path` (beside this folder) and prints how often the right one is chosen for reports left out. */
export function learn(all: readonly Example[], path: string, course: Course): void {
  const reports = [...new Set(all.map(e => e.report))],
    share = (n: number): string => (n / all.length).toFixed(3);
  let right = 0;
  for (let part = 0; part < PARTS; part++) {
    const out = new Set(reports.filter((_, i) => i % PARTS === part));
    right += rightOf(
      all.filter(e => out.has(e.report)),
      train(
        all.filter(e => !out.has(e.report)),
        course,
      ),
    );
  }
  const weights = train(all, course),
    file = fileURLToPath(new URL(path, import.meta.url)),
    before: Weights = new Map(
      Object.entries(JSON.parse(readFileSync(file, 'utf8')) as Record<string, number>),
    );
  const sorted = [...weights]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, w]) => [name, Number(w.toFixed(2))]);
  writeFileSync(file, `${JSON.stringify(Object.fromEntries(sorted), null, 2)}\n`);
  console.log(
    `${all.length} questions in ${reports.length} reports; right with the weights before ${share(rightOf(all, before))}, ` +
      `learned ${share(rightOf(all, weights))}, learned without the report asked about ${share(right)}`,
  );
}
