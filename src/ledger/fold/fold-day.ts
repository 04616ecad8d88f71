import type { CalendarDate } from '../../model/index.ts';
import type { Statement } from '../statements/statement.ts';
import type { Item } from './item.ts';
import { orderDay } from './order.ts';
import { contest } from './rules/contest.ts';
import { deny, isTakersWordAlone } from './rules/deny.ts';
import { hold } from './rules/hold.ts';
import { press } from './rules/press.ts';
import { repel } from './rules/repel.ts';
import { assume, endRule, startRule } from './rules/rule.ts';
import { isOneNight, take } from './rules/take.ts';
import { lapse, tell } from './rules/tell.ts';
import { withdraw } from './rules/withdraw.ts';
import { startByHold } from './start.ts';
import { type Row, type State, statusOf } from './state.ts';

/** The state after a day, and the rows that the day closed. */
export interface Folded {
  readonly state: State;
  readonly closed: readonly Row[];
}

/** Rows kept back at most while the taker alone tells of its taking. */
const MOST_PENDING = 16;

/** Folds what one day brings into the state of the day before: each row of the design's table is a rule. */
export function foldDay(state: State, date: CalendarDate, items: readonly Item[]): Folded {
  const day = orderDay(items);
  let next = state;
  for (const item of day.rules) if (item.kind === 'end') next = endRule(next, date);
  for (const item of day.rules)
    if (item.kind === 'rule')
      next = item.ruled.kind === 'baseline' ? assume(next, item.ruled) : startRule(next, item.ruled);
  if (next.ruled != null) {
    const sayings = items.filter(i => i.kind !== 'rule' && i.kind !== 'end');
    const under = foldDay(next.ruled.under, date, sayings).state;
    next = { ...next, ruled: { ...next.ruled, under } };
    return settleRows(state, hear(next, day.words), date, day.words);
  }
  const moves = (s: Statement): boolean => next.frozen == null || s.day > next.frozen;
  const each = (list: readonly Statement[], rule: (state: State, s: Statement) => State): void => {
    for (const s of list) if (moves(s)) next = rule(next, s);
  };
  let before = state;
  const denyAll = (): void =>
    each(day.denials, (current, s) => {
      const denied = deny(current, s);
      // The taking falls: the rows since it are as if it had not been told.
      if (denied.fallback == null && current.fallback != null && current.tenure!.since < date)
        before = denied;
      return denied;
    });
  if (day.lapses.length > 0) next = lapse(next);
  each(day.told, tell);
  each(day.onsets, startState);
  each(day.contests, (current, s) =>
    s.part == null && (s.event === 'besiege' || s.event === 'advance')
      ? press(current, s)
      : contest(current, s),
  );
  if (day.denials.length > 0) denyAll();
  each(day.holds, (current, s) => (s.event === 'repel' ? repel(current, s) : hold(current, s)));
  // Who lost the place on a day when another took it is heard after that: its own word admits the taking.
  const takers = new Set(day.takes.map(t => t.side));
  const isLosing = (s: Statement): boolean => takers.size > 0 && !takers.has(null) && !takers.has(s.side);
  each(
    day.withdrawals.filter(s => !isLosing(s)),
    withdraw,
  );
  each(day.takes, (current, s) => {
    const taken = take(current, s);
    // The row since the leaving becomes the taker's.
    if (isOneNight(current, s)) before = taken;
    return taken;
  });
  each(day.withdrawals.filter(isLosing), withdraw);
  each(day.tied, contest);
  each(day.after, (current, s) => (s.event === 'repel' ? repel(current, s) : hold(current, s)));
  if (day.denials.length > 0 && day.takes.length > 0) denyAll();
  return settleRows(before, hear(next, day.words), date, day.words);
}

/** The first day of a state that is said to have lasted since: it starts what nothing else is known of. */
function startState(state: State, s: Statement): State {
  const from = { ...s, day: s.onset! };
  if (s.event === 'clash') return contest(state, from);
  if (s.event === 'hold' && s.side != null && (state.tenure == null || state.tenure.by === 'told'))
    return startByHold(state, from);
  return state;
}

/** The day of the last word on the open row. */
function hear(state: State, words: readonly Statement[]): State {
  const last = lastOf(words, state.lastWord);
  return last === state.lastWord ? state : { ...state, lastWord: last };
}

function lastOf(words: readonly Statement[], from: CalendarDate | null): CalendarDate | null {
  let last = from;
  for (const s of words) if (last == null || s.word > last) last = s.word;
  return last;
}

const keyOf = (state: State): string | null =>
  state.tenure == null && state.contest == null
    ? null
    : `${state.tenure?.side ?? ''}\u001f${statusOf(state)}\u001f${state.tenure?.by === 'rule'}\u001f${state.tenure?.by === 'told'}`;

/** Closes the row of the day before where holder or status changed, and keeps it back while it may yet fall. */
function settleRows(before: State, heard: State, date: CalendarDate, words: readonly Statement[]): Folded {
  const was = keyOf(before),
    is = keyOf(heard);
  const closed: Row[] = [];
  let state = heard;
  if (was !== is) {
    if (was != null && before.rowFrom < date) closed.push(rowOf(before, date));
    state = { ...state, rowFrom: date, lastWord: lastOf(words, null) ?? before.lastWord };
  }
  if (state.pending.length === 0 && state.fallback == null) return { state, closed };
  const isMine = (row: Row): boolean =>
    row.tenure?.side === state.tenure?.side && row.tenure?.since === state.tenure?.since;
  const rows = [...state.pending, ...closed];
  const kept = isTakersWordAlone(state) ? rows.filter(isMine) : [];
  if (kept.length > MOST_PENDING || !isTakersWordAlone(state))
    return { state: { ...state, fallback: null, pending: [] }, closed: rows };
  return { state: { ...state, pending: kept }, closed: rows.filter(r => !isMine(r)) };
}

/** The open row of a state, closed on a day (null: open). */
export const rowOf = (state: State, to: CalendarDate | null): Row => ({
  side: state.tenure?.side ?? null,
  name: state.tenure?.name ?? null,
  status: statusOf(state),
  from: state.rowFrom,
  to,
  tenure: state.tenure,
  contest: state.contest,
  pressure: state.pressure,
  lastWord: state.lastWord,
});

/** The rows that a state still holds back or open, after those already closed. */
export const openRows = (state: State): Row[] =>
  keyOf(state) == null ? [...state.pending] : [...state.pending, rowOf(state, null)];
