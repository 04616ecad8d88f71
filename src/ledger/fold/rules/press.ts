import type { Statement } from '../../statements/statement.ts';
import type { State } from '../state.ts';

/** Besiege and advance: holder and status unchanged, shown as pressure. */
export function press(state: State, s: Statement): State {
  const event = s.event as 'besiege' | 'advance';
  if (s.side != null && s.side === state.tenure?.side) return state;
  if (state.pressure.some(p => p.event === event && p.side === s.side)) return state;
  const since = s.onset ?? s.day;
  return { ...state, pressure: [...state.pressure, { event, side: s.side, name: s.name, since }] };
}
