import type { Statement } from '../statements/statement.ts';
import { addEvidence, toEvidence } from './evidence.ts';
import type { State } from './state.ts';

/** Adds a word for the present holder; ends the contest where the statement may, and its siege with it. */
export function supportHolder(
  state: State,
  s: Statement,
  { endsContest, change }: { readonly endsContest: boolean; readonly change: boolean },
): State {
  const held = state.tenure;
  if (held == null) return state;
  const evidence = addEvidence(held.evidence, { ...toEvidence(s, held.side, held.before), change });
  const tenure = evidence === held.evidence ? held : { ...held, evidence };
  const contest = endsContest ? null : state.contest;
  return tenure === held && contest === state.contest ? state : { ...state, tenure, contest };
}
