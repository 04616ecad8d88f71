import type { CountedPeriod, Discrepancy } from '../model/index.ts';
import { findCountMismatches, findUncovered, type SetCase } from './compare/counts.ts';
import { findCountsApart } from './compare/counts-apart.ts';
import { type Found, finish } from './compare/found.ts';
import { findInner } from './compare/inner.ts';
import { reachOfCounts, type TallyReach } from './compare/tally.ts';
import type { LedgerRulings } from './decisions/rulings.ts';
import type { CountFact, Fact, InnerFact } from './facts/fact.ts';
import type { SetLookup } from './sets/count-set.ts';
import type { Naming } from './weigh-place.ts';

/** What a set's counts are held against. */
export interface SetContext extends Naming {
  readonly sets: SetLookup;
  /** The control periods of a place of the set. */
  readonly periodsOf: (place: string) => readonly CountedPeriod[];
  /** The report of a claim that a period stands on. */
  readonly reportOf: (claim: string) => string | null;
}

/** Which periods of a set's places its counts can look at; null: none, the set or its places are not known. */
export function reachOfSet(key: string, facts: readonly Fact[], sets: SetLookup): TallyReach | null {
  if (sets.byKey(key) == null) return null;
  return reachOfCounts(facts.filter((f): f is CountFact => f.kind === 'count'));
}

/** The discrepancies of the counts of one set: `key` as in its facts' `set`. It hangs on the periods of the set's places too. */
export function weighSet(
  key: string,
  facts: readonly Fact[],
  rulings: LedgerRulings,
  context: SetContext,
): Discrepancy[] {
  const counts = facts.filter((f): f is CountFact => f.kind === 'count');
  const inner = facts.filter((f): f is InnerFact => f.kind === 'inner');
  const innerClaims = new Set(inner.flatMap(f => f.claims));
  const set = context.sets.byKey(key);
  const found =
    set == null
      ? findCountsApart(counts, innerClaims)
      : compareKnown({ ...context, set, counts, innerClaims });
  return finish([...findInner(inner), ...found], rulings.settled).map(k => k.discrepancy);
}

/** The ledger's own count where it has one; among reports, where it has not. */
function compareKnown({
  nameOfPlace,
  ...one
}: Omit<SetCase, 'nameOfPlace'> & Pick<SetContext, 'nameOfPlace'>): Found[] {
  const named: SetCase = { ...one, nameOfPlace: (id, written) => nameOfPlace?.(id) ?? written };
  return [...findCountMismatches(named), ...findCountsApart(findUncovered(named), one.innerClaims)];
}
