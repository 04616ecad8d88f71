import type { Statement } from '../statements/statement.ts';
import { toEvidence } from './evidence.ts';
import type { State } from './state.ts';

/** A period that begins by a statement that a side holds the place. */
export function startByHold(state: State, s: Statement): State {
  const before = state.tenure?.by === 'told' ? null : (state.tenure?.side ?? state.tenure?.before ?? null);
  return {
    ...state,
    tenure: {
      side: s.side,
      name: s.name,
      since: s.day,
      earliest: s.earliest,
      by: 'hold',
      taken: null,
      evidence: [toEvidence(s, s.side, before)],
      objections: [],
      before,
    },
    contest: state.contest != null && state.contest.last >= s.day ? state.contest : null,
    fallback: null,
  };
}
