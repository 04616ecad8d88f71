import type { ClaimReference, Decision, Ruling } from '../../model/index.ts';
import { lastDecision, loadDecisions, type Tx } from '../../store/index.ts';
import type { Cache } from '../context.ts';

/** Every decision, as far as the store's last one. */
export interface KnownDecisions {
  readonly last: number;
  readonly all: readonly Decision[];
}

export async function loadKnownDecisions(tx: Tx, cache: Cache): Promise<KnownDecisions> {
  const last = await lastDecision(tx);
  if (cache.decisions?.last === last) return cache.decisions;
  // Numbers are never given twice, so that what was loaded in a transaction that fails is never taken for what is there.
  cache.decisions = { last, all: await loadDecisions(tx) };
  return cache.decisions;
}

/** The claims that a ruling names. */
export const referencesOf = (ruling: Ruling): readonly ClaimReference[] =>
  'claim' in ruling ? [ruling.claim] : 'claims' in ruling ? ruling.claims : [];

/** The reports whose claims decisions name. */
export const reportsNamedBy = (decisions: readonly Decision[]): string[] => [
  ...new Set(decisions.flatMap(d => referencesOf(d.ruling).map(r => r.report))),
];
