import { toStatements } from '../src/ledger/facts/control-facts.ts';
import { bucketOf, type Fact, foldPlace, makeFacts, makeRulings, weighPlace } from '../src/ledger/index.ts';
import { ledgerStream } from './ledger-stream.ts';

/** What was measured of the pure ledger, in claims a second of processor time. */
export interface FoldFigures {
  readonly claims: number;
  readonly places: number;
  /** Origins, decisions and facts of all reports, from their texts on. */
  readonly facts: number;
  /** The fold alone: control periods of all places. */
  readonly fold: number;
  /** Periods, events, figures and discrepancies of all places. */
  readonly weigh: number;
  /** Control statements of the busiest place, and how long all of it takes, in milliseconds. */
  readonly busiest: { readonly statements: number; readonly ms: number };
}

/** The best of so many rounds counts: the first ones warm up the compiler. */
const ROUNDS = 5;

/** Measures the pure ledger over a seeded stream. @example run({ claims: 100_000 }) */
export function run({ claims = 100_000, seed = 7 } = {}): FoldFigures {
  const arrivals = [...ledgerStream({ seed, claims })];
  const input = {
    reports: arrivals.map(a => a.report),
    readings: arrivals.map(a => a.reading),
    decisions: [],
  };
  const total = arrivals.reduce((n, a) => n + a.reading.claims.length, 0);
  const [made, factsMs] = timed(() => makeFacts(input));
  const buckets = new Map<string, Fact[]>();
  for (const list of made.facts.values())
    for (const fact of list) {
      const bucket = buckets.get(bucketOf(fact)) ?? [];
      buckets.set(bucketOf(fact), bucket);
      bucket.push(fact);
    }
  const rulings = makeRulings([], []);
  const [, foldMs] = timed(() => {
    for (const [place, facts] of buckets)
      foldPlace(
        place,
        facts.flatMap(f => (f.kind === 'control' ? toStatements(f) : [])),
      );
  }, ROUNDS);
  const [, weighMs] = timed(() => {
    for (const [place, facts] of buckets) weighPlace(place, facts, rulings);
  }, ROUNDS);
  const busiest = [...buckets].sort((a, b) => b[1].length - a[1].length)[0]!;
  const [, busiestMs] = timed(() => weighPlace(busiest[0], busiest[1], rulings));
  const rate = (ms: number): number => Math.round((total / ms) * 1000);
  return {
    claims: total,
    places: buckets.size,
    facts: rate(factsMs),
    fold: rate(foldMs),
    weigh: rate(weighMs),
    busiest: { statements: busiest[1].length, ms: Math.round(busiestMs) },
  };
}

/** A result and the processor time it took in the best of some rounds, in milliseconds: other work does not count. */
function timed<T>(work: () => T, rounds = 1): [T, number] {
  let best = Number.POSITIVE_INFINITY,
    result: T;
  for (let round = 0; round < rounds; round++) {
    const start = process.cpuUsage();
    result = work();
    const { user, system } = process.cpuUsage(start);
    best = Math.min(best, (user + system) / 1000);
  }
  return [result!, best];
}
