import type { ControlPeriod, Discrepancy, Instant, LedgerInput, LedgerRecord } from '../model/index.ts';
import { makeRulings } from './decisions/rulings.ts';
import { bucketOf, type Fact } from './facts/fact.ts';
import { makeFacts } from './facts/make-facts.ts';
import { put } from './group-by.ts';
import { knownBy } from './known-by.ts';
import { NO_SETS, type SetLookup } from './sets/count-set.ts';
import { type Naming, type PlaceRecord, weighPlace } from './weigh-place.ts';
import { weighSet } from './weigh-set.ts';

/** How to weigh. */
export interface WeighOptions extends Naming {
  /** What was known at this instant; left out: everything known. */
  readonly knownAt?: Instant | undefined;
  /** Which places the words of a count mean; left out: none, and counts are compared among reports alone. */
  readonly sets?: SetLookup | undefined;
}

const SET = 'set:';

/**
 * The ledger: all that reports, readings and decisions say, weighed into one record. A pure function: the same input
 * gives the same record to the byte, whatever its order.
 * @example weigh({ reports, readings, decisions: [] }, { knownAt: '2021-08-09T23:59:59.999Z' }).periods
 */
export function weigh(input: LedgerInput, options: WeighOptions = {}): LedgerRecord {
  const known = knownBy(input, options.knownAt ?? null);
  const { facts, claims, origins, orphans } = makeFacts(known, options);
  const rulings = makeRulings(known.decisions, known.readings);
  const buckets = new Map<string, Fact[]>();
  for (const list of facts.values()) for (const fact of list) put(buckets, bucketOf(fact), fact);
  for (const place of rulings.ruled.keys()) if (!buckets.has(place)) buckets.set(place, []);
  const keys = [...buckets.keys()].sort();
  const places = new Map<string, PlaceRecord>(
    keys.filter(k => !k.startsWith(SET)).map(k => [k, weighPlace(k, buckets.get(k)!, rulings, options)]),
  );
  const reports = new Map(claims.map(c => [c.claim.id, c.claim.report]));
  const context = {
    ...options,
    sets: options.sets ?? NO_SETS,
    periodsOf: (place: string): readonly ControlPeriod[] => places.get(place)?.periods ?? [],
    reportOf: (claim: string): string | null => reports.get(claim) ?? null,
  };
  const counted = keys
    .filter(k => k.startsWith(SET))
    .flatMap(k => weighSet(k.slice(SET.length), buckets.get(k)!, rulings, context));
  const all = [...places.values()];
  return {
    origins,
    claims,
    periods: all.flatMap(r => r.periods),
    events: all.flatMap(r => r.events),
    figures: all.flatMap(r => r.figures),
    discrepancies: [...all.flatMap(r => r.discrepancies), ...counted].sort(byKnown),
    orphans,
  };
}

const byKnown = (a: Discrepancy, b: Discrepancy): number =>
  a.knownSince < b.knownSince ? -1 : a.knownSince > b.knownSince ? 1 : a.id < b.id ? -1 : 1;
