import { daysBetween, isTake } from '../../../model/index.ts';
import type { Statement } from '../../statements/statement.ts';
import { addEvidence, toEvidence } from '../evidence.ts';
import type { State } from '../state.ts';

/** Takings of the past that are dated by a longer interval tell nothing. */
const MOST_DAYS = 31;

/** Dated background: tells an earlier period, where nothing else is known yet. It never moves the holder. */
export function tell(state: State, s: Statement): State {
  const held = state.tenure;
  if (s.denied || !s.dated || s.side == null || s.part != null || state.contest != null) return state;
  if (!isTake(s.event) && s.event !== 'hold') return state;
  if (held != null && held.by !== 'told') return state;
  // "in 2015" says neither when it was taken nor that it was held when the year ended.
  if (isTake(s.event) && s.earliest != null && daysBetween(s.earliest, s.day) > MOST_DAYS) return state;
  const word = toEvidence(s, s.side, held?.side === s.side ? null : (held?.side ?? null));
  if (held?.side === s.side)
    return { ...state, tenure: { ...held, evidence: addEvidence(held.evidence, word) } };
  return {
    ...state,
    tenure: {
      side: s.side,
      name: s.name,
      since: s.day,
      earliest: s.earliest,
      by: 'told',
      taken: null,
      evidence: [word],
      objections: [],
      before: held?.side ?? null,
    },
  };
}

/**
 * Background says nothing of what came after it was written, nor how long a taking lasted: the period that it told ends,
 * unless another word tells it too.
 */
export const lapse = (state: State, s: Statement): State =>
  state.tenure?.by === 'told' && state.tenure.since <= s.day && state.tenure.side === s.side
    ? { ...state, tenure: null }
    : state;
