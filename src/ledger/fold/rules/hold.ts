import type { Statement } from '../../statements/statement.ts';
import { isConfirmed, liveObjections } from '../basis.ts';
import { toEvidence } from '../evidence.ts';
import { startByHold } from '../start.ts';
import type { State } from '../state.ts';
import { supportHolder } from '../support.ts';

/**
 * Hold, in passing or not: supports the holder, and ends a contest of an earlier day; starts a period where no holder is
 * known; against the holder, with a later date and another origin, disputes it; and gives the place back to the side
 * that held it before, where its taking is denied.
 */
export function hold(state: State, s: Statement): State {
  if (s.side == null) return state;
  const held = state.tenure;
  if (held?.side == null || held.by === 'told') return startByHold(state, s);
  if (held.side === s.side)
    return supportHolder(state, s, {
      endsContest: state.contest != null && state.contest.last < s.day,
      change: false,
    });
  if (held.by === 'rule') return state;
  if (givesBack(state, s)) return { ...startByHold(state, s), fallback: null };
  if (s.day <= held.since || held.evidence.some(e => e.origin === s.origin)) return state;
  if (held.objections.some(o => o.origin === s.origin && o.kind === 'hold')) return state;
  const objection = {
    origin: s.origin,
    claim: s.claim,
    side: s.side,
    speaker: s.speaker,
    word: s.word,
    known: s.known,
    kind: 'hold' as const,
  };
  return { ...state, tenure: { ...held, objections: [...held.objections, objection] } };
}

/**
 * Whether an affirmed hold by the side before gives a place back whose taking stands denied. Its own word alone does not
 * do so against a taking that is confirmed.
 */
function givesBack(state: State, s: Statement): boolean {
  const held = state.tenure!;
  if (s.side !== held.before || held.by !== 'take' || s.attributive || s.day < held.since) return false;
  if (held.evidence.some(e => e.origin === s.origin)) return false;
  if (!liveObjections(held).some(o => o.kind === 'denial')) return false;
  return !(isConfirmed(held.evidence) && toEvidence(s, s.side, held.side).gains);
}
