import type { Decision, Reading, Ruling } from '../../model/index.ts';
import type { Rulings, Settlement } from '../compare/found.ts';
import type { EventRulings } from '../events/make-events.ts';
import { put } from '../group-by.ts';
import { makeRuled } from '../statements/ruled.ts';
import type { Ruled } from '../statements/statement.ts';
import { attach } from './attach.ts';
import { findLiveDecisions, type LiveDecision, ofKind } from './live.ts';

/** What decisions say of places, discrepancies and events, rather than of single claims. */
export interface LedgerRulings {
  /** Rulings on control periods and rows of baselines, by place. */
  readonly ruled: ReadonlyMap<string, readonly Ruled[]>;
  readonly settled: Rulings;
  readonly events: EventRulings;
}

/** The rulings in force. `readings` are those of the reports whose claims a decision on events names. */
export function makeRulings(decisions: readonly Decision[], readings: readonly Reading[]): LedgerRulings {
  const live = findLiveDecisions(decisions);
  const ruled = new Map<string, Ruled[]>();
  for (const r of makeRuled(live)) put(ruled, r.place, r);
  const settled = new Map<string, Settlement[]>();
  for (const { decision, live: spans } of live) {
    const discrepancy = settledBy(decision.ruling);
    if (discrepancy != null)
      for (const { from, to } of spans)
        put(settled, discrepancy, { decision: decision.id, known: from, until: to });
  }
  return { ruled, settled, events: eventRulings(live, readings) };
}

/** The discrepancy that a ruling settles, if it does. */
export const settledBy = (ruling: Ruling): string | undefined =>
  ruling.kind === 'settle' ? ruling.discrepancy : ruling.kind === 'rule' ? ruling.settles : undefined;

function eventRulings(live: readonly LiveDecision[], readings: readonly Reading[]): EventRulings {
  const claimsOf = new Map(readings.map(r => [r.report, r.claims]));
  const named = (kind: 'merge-events' | 'split-events'): string[][] =>
    ofKind(live, kind)
      .filter(o => o.live.at(-1)?.to === null)
      .map(o => o.ruling.claims.flatMap(c => attach(c, claimsOf.get(c.report) ?? [])?.id ?? []).sort());
  return { merges: named('merge-events'), splits: named('split-events') };
}

/** No decision was taken. */
export const NO_RULINGS: LedgerRulings = {
  ruled: new Map(),
  settled: new Map(),
  events: { merges: [], splits: [] },
};
