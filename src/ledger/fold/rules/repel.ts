import type { Statement } from '../../statements/statement.ts';
import type { State } from '../state.ts';
import { supportHolder } from '../support.ts';

/**
 * Repel by the holder: held, and the pressure gone. A taking that stands denied is settled only by a later day's repel.
 */
export function repel(state: State, s: Statement): State {
  if (s.side == null || state.tenure?.side !== s.side) return state;
  const stands = state.contest != null && state.contest.denials.length > 0 && state.contest.last >= s.day;
  const next = supportHolder(state, s, { endsContest: !stands, change: false });
  return next.pressure.length === 0 ? next : { ...next, pressure: [] };
}
