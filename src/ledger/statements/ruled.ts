import { dateOf } from '../../model/index.ts';
import { mergedId } from '../decisions/apply.ts';
import { isLiveAt, type LiveDecision, ofKind } from '../decisions/live.ts';
import type { Ruled } from './statement.ts';

/** The rulings on control periods and the rows of baselines, as the fold takes them. A merged place's go to its target. */
export function makeRuled(decisions: readonly LiveDecision[]): Ruled[] {
  const merges = ofKind(decisions, 'merge-places');
  const out: Ruled[] = [];
  for (const { decision, live, ruling } of ofKind(decisions, 'rule'))
    for (const span of live)
      out.push({
        kind: 'rule',
        decision: decision.id,
        place: ruling.place,
        side: ruling.side,
        name: null,
        status: ruling.status,
        from: ruling.from,
        to: ruling.to,
        day: dateOf(decision.at),
        live: span,
      });
  for (const { decision, live, ruling } of ofKind(decisions, 'baseline'))
    for (const span of live)
      for (const row of ruling.rows)
        out.push({
          kind: 'baseline',
          decision: decision.id,
          place: row.place,
          side: row.side,
          name: row.sideName,
          status: 'held',
          from: row.from,
          to: null,
          day: dateOf(decision.at),
          live: span,
        });
  return merges.length === 0 ? out : out.flatMap(r => redirectRuled(r, merges));
}

type Merge = ReturnType<typeof ofKind<'merge-places'>>[number];

/** A ruling, split where a merge of its place begins or ends. */
function redirectRuled(ruled: Ruled, merges: readonly Merge[]): Ruled[] {
  const edges = new Set([ruled.live.from]);
  const isInside = (t: string | null): t is string =>
    t != null && t > ruled.live.from && (ruled.live.to == null || t < ruled.live.to);
  for (const m of merges)
    for (const span of m.live) for (const t of [span.from, span.to]) if (isInside(t)) edges.add(t);
  const starts = [...edges].sort();
  return starts.map((from, i) => {
    const into = new Map(
      merges.filter(m => isLiveAt(m.live, from)).map(m => [m.ruling.from, m.ruling.into] as const),
    );
    return {
      ...ruled,
      place: mergedId(ruled.place, into),
      live: { from, to: starts[i + 1] ?? ruled.live.to },
    };
  });
}
