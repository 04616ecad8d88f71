import type { Statement } from '../../statements/statement.ts';
import type { State } from '../state.ts';
import { supportHolder } from '../support.ts';

/**
 * Repel by the holder: held, and the pressure gone. A taking that stands denied is settled only by a later day's repel.
 */
export function repel(state: State, s: Statement): State {
  const holder = state.tenure?.side;
  // "were beaten back", by nobody named: by the holder, unless the holder is who was beaten.
  const byHolder = s.side == null ? s.target != null && s.target !== holder : s.side === holder;
  if (holder == null || !byHolder) return state;
  const stands = state.contest != null && state.contest.denials.length > 0 && state.contest.last >= s.day;
  const next = supportHolder(state, s, { endsContest: !stands, change: false });
  return next.pressure.length === 0 ? next : { ...next, pressure: [] };
}
