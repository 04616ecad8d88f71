import { isTake } from '../../../model/index.ts';
import type { Statement } from '../../statements/statement.ts';
import type { Objection } from '../evidence.ts';
import type { State } from '../state.ts';

/**
 * A denial. Of a taking, by anyone, not older than it: the holder stays, disputed; where only the taker tells of the
 * taking and the side that held the place denies it, the taking moves nothing: the place stays that side's, contested.
 * Of a hold or of a leaving: what it denies is disputed.
 */
export function deny(state: State, s: Statement): State {
  const held = state.tenure;
  if (held == null || held.by === 'rule' || held.by === 'told' || !isDenied(state, s)) return state;
  const objection: Objection = {
    origin: s.origin,
    claim: s.claim,
    side: s.side,
    speaker: s.speaker,
    word: s.word,
    known: s.known,
    kind: 'denial',
  };
  if (held.objections.some(o => o.origin === s.origin && o.kind === 'denial')) return state;
  const disputed = { ...state, tenure: { ...held, objections: [...held.objections, objection] } };
  return isTakersWordAlone(state) && s.speaker === held.before ? revert(disputed, objection) : disputed;
}

function isDenied(state: State, s: Statement): boolean {
  const held = state.tenure!;
  if (isTake(s.event))
    // "denied that the town had fallen", said by its holder, is not about the holder's own taking.
    return held.side != null && (s.side == null ? s.speaker !== held.side : s.side === held.side);
  if (s.event === 'hold') return s.side != null && s.side === held.side;
  return s.event === 'withdraw' && held.by === 'withdraw' && (s.side == null || s.side === held.before);
}

/** Whether the present taking stands on the taker's word alone, against a side that held the place before. */
export const isTakersWordAlone = (state: State): boolean => {
  const held = state.tenure;
  return (
    state.fallback != null &&
    held?.by === 'take' &&
    held.before != null &&
    held.evidence.every(e => e.gains && !e.accepted)
  );
};

/** The state as it would be without the taking, contested since its day. */
function revert(state: State, denial: Objection): State {
  const { tenure, fallback } = state;
  if (tenure == null || fallback == null) return state;
  return {
    ...fallback,
    contest: {
      since: tenure.since,
      last: state.contest?.last ?? tenure.since,
      evidence: tenure.evidence,
      parts: [],
      denials: [denial],
    },
    pressure: fallback.pressure,
    rowFrom: tenure.since,
    lastWord: state.lastWord,
    fallback: null,
    pending: [],
  };
}
