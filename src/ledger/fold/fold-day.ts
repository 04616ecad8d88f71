import type { CalendarDate } from '../../model/index.ts';
import type { Statement } from '../statements/statement.ts';
import type { Item } from './item.ts';
import type { Day } from './order.ts';
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
export function foldDay(state: State, date: CalendarDate, day: Day): Folded {
  const ruled = day.rules.length === 0 ? state : applyRules(state, date, day.rules);
  if (ruled.ruled != null) {
    const under = foldDay(ruled.ruled.under, date, { ...day, rules: [] }).state;
    const next = { ...ruled, ruled: { ...ruled.ruled, under } };
    return settleRows(state, hear(next, day.words), date, day.words);
  }
  const heard = hearDay({ before: state, now: ruled }, date, day);
  return settleRows(heard.before, hear(heard.now, day.words), date, day.words);
}

function applyRules(state: State, date: CalendarDate, rules: readonly Item[]): State {
  let next = state;
  for (const item of rules) if (item.kind === 'end') next = endRule(next, date);
  for (const item of rules)
    if (item.kind === 'rule')
      next = item.ruled.kind === 'baseline' ? assume(next, item.ruled) : startRule(next, item.ruled);
  return next;
}

/** The state as the day goes on, and the one before it, as seen after what the day has told of it. */
interface Course {
  readonly before: State;
  readonly now: State;
}

/** The day's words, each kind in its turn. */
function hearDay(start: Course, date: CalendarDate, day: Day): Course {
  let { before, now } = start;
  now = each(now, day.lapses, lapse);
  now = each(now, day.told, tell);
  now = each(now, day.onsets, startState);
  now = each(now, day.contests, contestOrPress);
  if (day.denials.length > 0) ({ before, now } = denyAll({ before, now }, date, day.denials));
  now = each(now, day.holds, holdOrRepel);
  // Who lost the place on a day when another took it is heard after that: its own word admits the taking.
  const [leavers, losers] = partLeavers(day);
  now = each(now, leavers, withdraw);
  for (const s of day.takes) {
    if (!moves(now, s)) continue;
    const taken = take(now, s);
    // The row since the leaving becomes the taker's.
    if (isOneNight(now, s)) before = taken;
    now = taken;
  }
  now = each(now, losers, withdraw);
  now = each(now, day.tied, contest);
  now = each(now, day.after, holdOrRepel);
  return day.denials.length > 0 && day.takes.length > 0
    ? denyAll({ before, now }, date, day.denials)
    : { before, now };
}

const moves = (state: State, s: Statement): boolean => state.frozen == null || s.day > state.frozen;

function each(state: State, list: readonly Statement[], rule: (state: State, s: Statement) => State): State {
  let next = state;
  for (const s of list) if (moves(next, s)) next = rule(next, s);
  return next;
}

const contestOrPress = (state: State, s: Statement): State =>
  s.part == null && (s.event === 'besiege' || s.event === 'advance') ? press(state, s) : contest(state, s);

const holdOrRepel = (state: State, s: Statement): State =>
  s.event === 'repel' ? repel(state, s) : hold(state, s);

function partLeavers({ withdrawals, takes }: Day): [readonly Statement[], readonly Statement[]] {
  if (withdrawals.length === 0 || takes.length === 0) return [withdrawals, []];
  const isLosing = (s: Statement): boolean => takes.every(t => t.side != null && t.side !== s.side);
  return [withdrawals.filter(s => !isLosing(s)), withdrawals.filter(isLosing)];
}

function denyAll({ before, now }: Course, date: CalendarDate, denials: readonly Statement[]): Course {
  let was = before,
    next = now;
  for (const s of denials) {
    if (!moves(next, s)) continue;
    const denied = deny(next, s);
    // The taking falls: the rows since it are as if it had not been told.
    if (denied.fallback == null && next.fallback != null && next.tenure!.since < date) was = denied;
    next = denied;
  }
  return { before: was, now: next };
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
