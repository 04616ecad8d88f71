import type { Decision, DecisionView } from '../../model/index.ts';
import { findLiveDecisions } from './live.ts';

/**
 * Whether each of some decisions is in force, was undone by another, or is orphaned: its claim is in no reading any more.
 * @example standingOf(decisions, new Set())(decisions[0]) // 'in-force'
 */
export function standingOf(
  decisions: readonly Decision[],
  orphans: ReadonlySet<string>,
): (decision: Decision) => DecisionView['standing'] {
  const live = new Set(
    findLiveDecisions(decisions)
      .filter(l => l.live.some(span => span.to == null))
      .map(l => l.decision.id),
  );
  const undone = new Set(decisions.flatMap(d => (d.ruling.kind === 'undo' ? [d.ruling.decision] : [])));
  return ({ id, ruling }) => {
    const inForce = ruling.kind === 'undo' ? !undone.has(id) : live.has(id);
    return inForce ? (orphans.has(id) ? 'orphaned' : 'in-force') : 'undone';
  };
}
