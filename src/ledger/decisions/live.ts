import type { Decision, Instant, Ruling } from '../../model/index.ts';
import type { KnownInterval } from '../statements/statement.ts';

/** A decision with the known intervals in which it is in force. */
export interface LiveDecision {
  readonly decision: Decision;
  readonly live: readonly KnownInterval[];
}

/** Known order, then id: an order that no arrival changes. */
export const compareDecisions = (a: Decision, b: Decision): number =>
  a.at < b.at ? -1 : a.at > b.at ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0;

/**
 * When each decision is in force: from when it was taken until another undoes it, and again where that one is undone.
 * Decisions that undo are left out of the result. An undo of what was taken later, or of nothing, does nothing;
 * one of the same instant came after what it names.
 */
export function findLiveDecisions(decisions: readonly Decision[]): LiveDecision[] {
  const sorted = [...new Map(decisions.map(d => [d.id, d])).values()].sort(compareDecisions);
  const undoers = new Map<string, Decision[]>();
  for (const d of sorted)
    if (d.ruling.kind === 'undo') {
      const list = undoers.get(d.ruling.decision);
      if (list == null) undoers.set(d.ruling.decision, [d]);
      else list.push(d);
    }
  const cache = new Map<string, readonly KnownInterval[]>();
  const liveOf = (d: Decision, depth: number): readonly KnownInterval[] => {
    const known = cache.get(d.id);
    if (known != null) return known;
    let live: readonly KnownInterval[] = [{ from: d.at, to: null }];
    if (depth < 64)
      for (const undo of undoers.get(d.id) ?? [])
        if (undo.id !== d.id && undo.at >= d.at)
          for (const span of liveOf(undo, depth + 1)) live = subtract(live, span);
    cache.set(d.id, live);
    return live;
  };
  return sorted
    .filter(d => d.ruling.kind !== 'undo')
    .map(decision => ({ decision, live: liveOf(decision, 0) }));
}

const end = (to: Instant | null): string => to ?? '\uffff';

/** The intervals without what `cut` covers. */
export function subtract(live: readonly KnownInterval[], cut: KnownInterval): KnownInterval[] {
  return live.flatMap(span => {
    const out: KnownInterval[] = [];
    const before = end(span.to) < cut.from ? span.to : cut.from;
    if (span.from < end(before)) out.push({ from: span.from, to: before });
    if (cut.to != null) {
      const after = span.from > cut.to ? span.from : cut.to;
      if (after < end(span.to)) out.push({ from: after, to: span.to });
    }
    return out;
  });
}

/** The part of one interval that lies in another; null where they do not meet. */
export function intersect(a: KnownInterval, b: KnownInterval): KnownInterval | null {
  const from = a.from > b.from ? a.from : b.from;
  const to = end(a.to) < end(b.to) ? a.to : b.to;
  return from < end(to) ? { from, to } : null;
}

/** Whether a decision is in force at an instant. */
export const isLiveAt = (live: readonly KnownInterval[], instant: Instant): boolean =>
  live.some(span => span.from <= instant && instant < end(span.to));

/** The live decisions of one kind. */
export const ofKind = <K extends Ruling['kind']>(
  all: readonly LiveDecision[],
  kind: K,
): {
  readonly decision: Decision;
  readonly live: readonly KnownInterval[];
  readonly ruling: Extract<Ruling, { kind: K }>;
}[] =>
  all.flatMap(({ decision, live }) =>
    decision.ruling.kind === kind
      ? [{ decision, live, ruling: decision.ruling as Extract<Ruling, { kind: K }> }]
      : [],
  );
