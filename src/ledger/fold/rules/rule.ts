import type { CalendarDate } from '../../../model/index.ts';
import type { Ruled } from '../../statements/statement.ts';
import { NOTHING, type State, type Tenure } from '../state.ts';

/**
 * A row of a baseline: who held the place on its day, whatever older words say. It is assumed, unless the words put it in
 * the same hands.
 */
export function assume(state: State, ruled: Ruled): State {
  const held = state.tenure;
  if (held?.by === 'rule' || (held?.side === ruled.side && held.by !== 'told')) return state;
  const tenure = { ...tenureOf(ruled, 'baseline'), before: held?.side ?? null };
  return { ...state, tenure, contest: null, pressure: [], fallback: null };
}

/**
 * A ruling on a control period. With an end, it covers what the words say until then, and they go on beneath it; open,
 * it starts a period that only what is dated after the day of the ruling can change.
 */
export function startRule(state: State, ruled: Ruled): State {
  const under = state.ruled?.under ?? { ...state, fallback: null, pending: [] };
  const over: State = {
    ...NOTHING,
    rowFrom: state.rowFrom,
    lastWord: state.lastWord,
    pending: state.pending,
    tenure: tenureOf(ruled, 'rule'),
    contest:
      ruled.status === 'contested'
        ? { since: ruled.from, last: ruled.from, evidence: [], parts: [], denials: [] }
        : null,
  };
  if (ruled.to != null) return { ...over, ruled: { until: ruled.to, under } };
  return { ...over, frozen: ruled.day > ruled.from ? ruled.day : ruled.from };
}

/** The end of a ruling: what the words say holds again from its day on. */
export function endRule(state: State, day: CalendarDate): State {
  if (state.ruled == null || state.ruled.until > day) return state;
  return { ...state.ruled.under, rowFrom: day, fallback: null, pending: [], lastWord: state.lastWord };
}

const tenureOf = (ruled: Ruled, by: 'rule' | 'baseline'): Tenure => ({
  side: ruled.status === 'vacated' ? null : ruled.side,
  name: ruled.status === 'vacated' ? null : ruled.name,
  since: ruled.from,
  earliest: null,
  by,
  taken: null,
  evidence: [],
  objections: [],
  before: null,
});
