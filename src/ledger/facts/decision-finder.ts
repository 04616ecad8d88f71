import type { Decision, Instant, Reading } from '../../model/index.ts';
import { attach } from '../decisions/attach.ts';
import { findLiveDecisions } from '../decisions/live.ts';
import { put } from '../group-by.ts';

/**
 * Which decision changes what the ledger takes of a claim at an instant: one on that claim, or a merge of places, taken or
 * undone then.
 */
export function decisionFinder(
  decisions: readonly Decision[],
  readings: readonly Reading[],
): (claim: string, instant: Instant) => string | null {
  if (decisions.length === 0) return () => null;
  const claimsOf = new Map(readings.map(r => [r.report, r.claims]));
  const onClaim = new Map<string, { readonly at: Instant; readonly id: string }[]>();
  const onAll = new Map<Instant, string>();
  const undoing = new Map(
    decisions.flatMap(d =>
      d.ruling.kind === 'undo' ? [[`${d.ruling.decision}\u001f${d.at}`, d.id] as const] : [],
    ),
  );
  for (const { decision, live } of findLiveDecisions(decisions)) {
    const { ruling } = decision;
    const edges = live.flatMap(span => [
      { at: span.from, id: decision.id },
      ...(span.to == null
        ? []
        : [{ at: span.to, id: undoing.get(`${decision.id}\u001f${span.to}`) ?? decision.id }]),
    ]);
    if (ruling.kind === 'accept' || ruling.kind === 'reject' || ruling.kind === 'correct') {
      const claim = attach(ruling.claim, claimsOf.get(ruling.claim.report) ?? []);
      if (claim != null) for (const edge of edges) put(onClaim, claim.id, edge);
    } else if (ruling.kind === 'merge-places') for (const { at, id } of edges) onAll.set(at, id);
  }
  return (claim, instant) =>
    onClaim.get(claim)?.find(e => e.at === instant)?.id ?? onAll.get(instant) ?? null;
}
