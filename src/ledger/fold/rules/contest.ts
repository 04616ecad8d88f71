import type { Statement } from '../../statements/statement.ts';
import { addEvidence, isParty, toEvidence } from '../evidence.ts';
import type { State } from '../state.ts';

/**
 * Enter and clash, and any part of the place taken or held by another than its holder: contested, the holder unchanged,
 * until a later take, hold or repel. The holder's own entering contests nothing.
 */
export function contest(state: State, s: Statement): State {
  const holder = state.tenure?.side ?? null;
  if (s.event !== 'clash' && s.side != null && s.side === holder) return state;
  const told = state.tenure?.by === 'told';
  const old = state.contest;
  // A party's word that there is fighting gains it something, unless it is the holder that admits it.
  const word = { ...toEvidence(s, null, holder), gains: isParty(s.speaker) && s.speaker !== holder };
  const part =
    s.part == null || s.event === 'clash' ? null : s.name == null ? s.part : `${s.part} (${s.name})`;
  return {
    ...state,
    tenure: told ? null : state.tenure,
    contest: {
      since: old?.since ?? s.day,
      last: old != null && old.last > s.day ? old.last : s.day,
      evidence: addEvidence(old?.evidence ?? [], word),
      parts:
        part == null || old?.parts.includes(part) ? (old?.parts ?? []) : [...(old?.parts ?? []), part].sort(),
      denials: old?.denials ?? [],
    },
  };
}
