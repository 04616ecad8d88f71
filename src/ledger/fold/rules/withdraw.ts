import type { Statement } from '../../statements/statement.ts';
import { addEvidence, isParty, toEvidence } from '../evidence.ts';
import type { State } from '../state.ts';
import { supportHolder } from '../support.ts';

/**
 * Withdraw by the holder: nobody's ("vacated") until somebody takes or holds it. The side that lost it before
 * admits by its leaving that another has it; told by others, the leaving does not say who came. By anybody else: nothing.
 */
export function withdraw(state: State, s: Statement): State {
  if (s.side == null || s.part != null) return state;
  const held = state.tenure;
  // Whoever else speaks of it as a party gains by it; the side that leaves admits it.
  const word = { ...toEvidence(s, null, s.side), gains: isParty(s.speaker) && s.speaker !== s.side };
  if (held != null && held.side == null && held.before === s.side) {
    const evidence = addEvidence(held.evidence, word);
    return evidence === held.evidence ? state : { ...state, tenure: { ...held, evidence } };
  }
  if (held?.side != null && held.side !== s.side) {
    // Where nobody knew who held it before, the side that says that it left tells that too.
    const isLoser = held.before === s.side || (held.before == null && state.frozen == null);
    return isLoser && held.by === 'take' && s.speaker === s.side
      ? supportHolder({ ...state, tenure: { ...held, before: s.side } }, s, {
          endsContest: false,
          change: true,
        })
      : state;
  }
  if (held?.by === 'rule') return state;
  return {
    ...state,
    tenure: {
      side: null,
      name: null,
      since: s.day,
      earliest: s.earliest,
      by: 'withdraw',
      taken: null,
      evidence: [word],
      objections: [],
      before: s.side,
    },
    contest: null,
    pressure: [],
    fallback: null,
  };
}
