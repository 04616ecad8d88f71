import type { ControlPeriod, Instant, LedgerInput, LedgerRecord } from '../model/index.ts';
import { comparePeriods, foldPlace } from './fold/fold-place.ts';
import type { NameOfSide } from './fold/to-period.ts';
import { knownBy } from './known-by.ts';
import { takeIn, type Weighing } from './take-in.ts';
import { tellOfClaims } from './tell-of-claims.ts';

/** How to weigh. */
export interface WeighOptions {
  /** What was known at this instant; left out: everything known. */
  readonly knownAt?: Instant | undefined;
  /** The name of a side for people; left out: the side's own id. */
  readonly nameOfSide?: NameOfSide | undefined;
}

/**
 * The ledger: all that reports, readings and decisions say, weighed into one record. A pure function: the same input
 * gives the same record to the byte, whatever its order.
 * @example weigh({ reports, readings, decisions: [] }, { knownAt: '2021-08-09T23:59:59.999Z' }).periods
 */
export function weigh(input: LedgerInput, options: WeighOptions = {}): LedgerRecord {
  const weighing = takeIn(knownBy(input, options.knownAt ?? null));
  return {
    origins: [...weighing.origins.reports].sort((a, b) => (a.report < b.report ? -1 : 1)),
    claims: tellOfClaims(weighing),
    periods: foldAll(weighing, options.nameOfSide),
    events: [],
    figures: [],
    discrepancies: [],
    orphans: weighing.orphans,
  };
}

/** The control periods of every place, or of the places named, by place, valid time, known time. */
function foldAll(weighing: Weighing, nameOfSide?: NameOfSide, places?: ReadonlySet<string>): ControlPeriod[] {
  const out: ControlPeriod[] = [];
  const all = new Set([...weighing.statements.keys(), ...weighing.ruled.keys()]);
  for (const place of [...all].sort()) {
    if (places != null && !places.has(place)) continue;
    const periods = foldPlace(
      place,
      weighing.statements.get(place) ?? [],
      weighing.ruled.get(place) ?? [],
      nameOfSide,
    );
    out.push(...periods.sort(comparePeriods));
  }
  return out;
}
