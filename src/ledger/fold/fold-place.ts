import type { CalendarDate, ControlPeriod, Instant } from '../../model/index.ts';
import type { KnownInterval, Ruled, Statement } from '../statements/statement.ts';
import { foldDay, openRows } from './fold-day.ts';
import { compareItems, type Item, itemsOf, itemsOfRuled } from './item.ts';
import { type Day, orderDay } from './order.ts';
import { isSame } from './same.ts';
import { NOTHING, type Row, type State } from './state.ts';
import { type Belief, type NameOfSide, toBelief } from './to-period.ts';

/** The items of one day, the state after it, and the rows that it closed. */
interface DayNode {
  readonly day: CalendarDate;
  /** In known order. */
  readonly items: Item[];
  /** The items by what they are; null after a change, until it is folded again. */
  order: Day | null;
  state: State;
  closed: readonly Row[];
}

/** The state of the fold before a day. Nothing dated earlier became known, or was known no longer, after `known`. */
export interface Checkpoint {
  readonly day: CalendarDate;
  readonly known: Instant;
  readonly state: State;
  /** First days of the lines that were not closed yet. */
  readonly firstLines: readonly CalendarDate[];
}

/** Where to take up a fold again: all that was known before `instant` stays as it was. */
export interface Resume {
  readonly instant: Instant;
  /** Null: from the first day on. */
  readonly base: Checkpoint | null;
  /** The lines believed just before the instant that began on a day, as far as the fold may touch them. */
  readonly lineFrom: (day: CalendarDate) => ControlPeriod | null;
}

/** What a fold gives. */
export interface Folding {
  /** Every line still believed at the instant of the resumption or later, as far as the fold may touch them. */
  readonly periods: ControlPeriod[];
  /** Lines that begin before this day were not looked at. */
  readonly firstLine: CalendarDate;
  readonly checkpoints: readonly Checkpoint[];
}

/** A line of the record while it is believed. */
interface Believed {
  readonly row: Row;
  readonly belief: Belief;
  readonly from: Instant;
  readonly since: Instant;
}

/** What becomes known, or is known no longer, at one instant. */
interface Change {
  readonly add: Item[];
  readonly remove: Item[];
}

/**
 * The control periods of one place, with their known intervals: for each instant at which something became known, what
 * was known by then is folded, and the rows that differ from those before begin or end. Rows never overlap in (valid,
 * known), and neither range is empty. The order of `statements` and `rulings` does not matter.
 *
 * Only the days from the first one touched are folded again, until the state is what it was.
 */
export const foldPlace = (
  place: string,
  statements: readonly Statement[],
  rulings: readonly Ruled[] = [],
  nameOfSide: NameOfSide = side => side,
): ControlPeriod[] => foldFrom(place, statements, rulings, nameOfSide, null)!.periods;

/**
 * The same, taken up again at an instant (null: from the beginning). Statements and rulings of earlier days than the base's
 * may be left out. Null where the lines believed before are not those that the statements give: fold from the beginning then.
 */
export function foldFrom(
  place: string,
  statements: readonly Statement[],
  rulings: readonly Ruled[],
  nameOfSide: NameOfSide,
  resume: Resume | null,
  spacing = SPACING,
): Folding | null {
  const base = resume?.base ?? null;
  const { changes, days } = changesOf(statements, rulings, base?.day ?? '');
  const course: Course = { start: base?.state ?? NOTHING, nodes: [] };
  const done: ControlPeriod[] = [];
  const current = new Map<CalendarDate, Believed>();
  const instants = [...changes.keys()].sort();
  const firstLine = firstLineOf(base);
  if (resume != null) {
    const known = takeKnown(course, changes, instants, resume.instant);
    for (const row of known) {
      const belief = toBelief(place, row, nameOfSide);
      const line = resume.lineFrom(row.from);
      if (line == null || !isLine(line, belief)) return null;
      current.set(row.from, { row, belief, from: line.knownFrom, since: line.believedFrom });
    }
  }
  for (const instant of instants) {
    if (resume != null && instant < resume.instant) continue;
    const { gone, come } = refold(course, changes.get(instant)!);
    replaceRows(place, gone, come, instant, current, done, nameOfSide);
  }
  for (const { belief, from, since } of current.values())
    done.push({ ...belief, knownFrom: from, knownTo: null, believedFrom: since });
  return {
    periods: done.sort(comparePeriods),
    firstLine,
    checkpoints: checkpointsOf(course, days, base, spacing),
  };
}

/** The first day from which on a line may change: rows kept back while only the taker tells of its taking may yet fall. */
const firstLineOf = (base: Checkpoint | null): CalendarDate =>
  base == null ? '' : [base.day, ...base.firstLines].reduce((a, b) => (b < a ? b : a));

/** Folds all that was known before an instant at once; the rows as they stood then. */
function takeKnown(
  course: Course,
  changes: ReadonlyMap<Instant, Change>,
  instants: readonly Instant[],
  before: Instant,
): Row[] {
  const live = new Set<Item>();
  for (const instant of instants) {
    if (instant >= before) break;
    const { add, remove } = changes.get(instant)!;
    for (const item of remove) live.delete(item);
    for (const item of add) live.add(item);
  }
  refold(course, { add: [...live], remove: [] });
  const last = course.nodes.at(-1)?.state ?? course.start;
  return [...course.nodes.flatMap(n => n.closed), ...openRows(last)];
}

/** Whether a line of the record says what a belief says. */
function isLine(line: ControlPeriod, belief: Belief): boolean {
  const { knownFrom: _from, knownTo: _to, believedFrom: _since, ...said } = line;
  return isSame(said, belief);
}

/** Items between two checkpoints. */
const SPACING = 24;

function checkpointsOf(
  { nodes }: Course,
  days: ReadonlyMap<CalendarDate, Instant>,
  base: Checkpoint | null,
  spacing: number,
): Checkpoint[] {
  const out: Checkpoint[] = [];
  const touched = [...days].sort((a, b) => compare(a[0], b[0]));
  let known = base?.known ?? '',
    items = 0,
    t = 0;
  nodes.forEach((node, i) => {
    for (; t < touched.length && touched[t]![0] < node.day; t++)
      if (touched[t]![1] > known) known = touched[t]![1];
    if (items >= spacing) {
      const { state } = nodes[i - 1]!;
      out.push({ day: node.day, known, state, firstLines: openRows(state).map(row => row.from) });
      items = 0;
    }
    items += node.items.length;
  });
  return out;
}

/** By valid time, then known time. */
export const comparePeriods = (a: ControlPeriod, b: ControlPeriod): number =>
  compare(a.validFrom, b.validFrom) || compare(a.knownFrom, b.knownFrom);
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** What changes at each instant, and the last instant at which anything of a day did. */
function changesOf(
  statements: readonly Statement[],
  rulings: readonly Ruled[],
  from: CalendarDate,
): { readonly changes: Map<Instant, Change>; readonly days: Map<CalendarDate, Instant> } {
  const changes = new Map<Instant, Change>();
  const days = new Map<CalendarDate, Instant>();
  const at = (instant: Instant): Change => {
    let change = changes.get(instant);
    if (change == null) {
      change = { add: [], remove: [] };
      changes.set(instant, change);
    }
    return change;
  };
  const put = (all: readonly Item[], live: KnownInterval): void => {
    if (live.to != null && live.to <= live.from) return;
    const items = from === '' ? all : all.filter(item => item.day >= from);
    if (items.length === 0) return;
    const last = live.to ?? live.from;
    for (const { day } of items) if ((days.get(day) ?? '') < last) days.set(day, last);
    at(live.from).add.push(...items);
    if (live.to != null) at(live.to).remove.push(...items);
  };
  for (const s of statements) put(itemsOf(s), s.live);
  for (const r of rulings) put(itemsOfRuled(r), r.live);
  return { changes, days };
}

/** The days folded so far, from a state on. */
interface Course {
  readonly start: State;
  readonly nodes: DayNode[];
}

/** First index whose day is not before `day`. */
function indexOf(nodes: readonly DayNode[], day: CalendarDate): number {
  let low = 0,
    high = nodes.length;
  while (low < high) {
    const mid = (low + high) >> 1;
    if (nodes[mid]!.day < day) low = mid + 1;
    else high = mid;
  }
  return low;
}

/** Applies a change and folds again what it touches; the rows that are no more, and those in their place. */
function refold({ start, nodes }: Course, change: Change): { gone: Row[]; come: Row[] } {
  const oldLast = nodes.at(-1)?.state ?? start;
  const { first, last } = applyChange(nodes, change);
  const gone: Row[] = [],
    come: Row[] = [];
  let i = indexOf(nodes, first);
  let state = nodes[i - 1]?.state ?? start;
  let settled = false;
  for (; i < nodes.length && !settled; i++) {
    const node = nodes[i]!;
    node.order ??= orderDay(node.items);
    const folded = foldDay(state, node.day, node.order);
    for (const row of node.closed) gone.push(row);
    for (const row of folded.closed) come.push(row);
    settled = node.day > last && isSame(folded.state, node.state);
    state = settled ? node.state : folded.state;
    node.state = state;
    node.closed = folded.closed;
  }
  if (!settled) {
    for (const row of openRows(oldLast)) gone.push(row);
    for (const row of openRows(nodes.at(-1)?.state ?? start)) come.push(row);
  }
  if (change.remove.length > 0)
    for (const { day } of change.remove) {
      const at = indexOf(nodes, day);
      if (nodes[at]?.day === day && nodes[at]!.items.length === 0) nodes.splice(at, 1);
    }
  return { gone, come };
}

/** Puts in what came and takes out what went; the first and last day touched. */
function applyChange(nodes: DayNode[], { add, remove }: Change): { first: CalendarDate; last: CalendarDate } {
  let first = '\uffff',
    last = '';
  const touch = (day: CalendarDate): void => {
    if (day < first) first = day;
    if (day > last) last = day;
  };
  for (const item of add) {
    touch(item.day);
    const i = indexOf(nodes, item.day);
    const node = nodes[i];
    if (node?.day === item.day) {
      insert(node.items, item);
      node.order = null;
    } else nodes.splice(i, 0, { day: item.day, items: [item], order: null, state: NOTHING, closed: [] });
  }
  for (const item of remove) {
    const node = nodes[indexOf(nodes, item.day)];
    const at = node?.day === item.day ? node.items.indexOf(item) : -1;
    if (at < 0) continue;
    touch(item.day);
    node!.items.splice(at, 1);
    node!.order = null;
  }
  return { first, last };
}

/** Puts an item in its place in known order, which is nearly always the last. */
function insert(items: Item[], item: Item): void {
  let i = items.length;
  while (i > 0 && compareItems(items[i - 1]!, item) > 0) i--;
  items.splice(i, 0, item);
}

/** Ends the known interval of the rows that are no more and begins that of the new ones. */
function replaceRows(
  place: string,
  gone: readonly Row[],
  come: readonly Row[],
  instant: Instant,
  current: Map<CalendarDate, Believed>,
  done: ControlPeriod[],
  nameOfSide: NameOfSide,
): void {
  const next = new Map(come.map(row => [row.from, row]));
  const begin = new Map<CalendarDate, Believed>();
  for (const { from } of gone) {
    const was = current.get(from);
    if (was == null) continue;
    const row = next.get(from);
    if (row != null && isSameRow(row, was.row)) {
      next.delete(from);
      continue;
    }
    const belief = row == null ? null : toBelief(place, row, nameOfSide);
    if (belief != null && isSame(belief, was.belief)) {
      next.delete(from);
      current.set(from, { ...was, row: row! });
      continue;
    }
    current.delete(from);
    done.push({ ...was.belief, knownFrom: was.from, knownTo: instant, believedFrom: was.since });
    if (belief == null) continue;
    next.delete(from);
    const goesOn = belief.holder?.side === was.belief.holder?.side && belief.status === was.belief.status;
    begin.set(from, { row: row!, belief, from: instant, since: goesOn ? was.since : instant });
  }
  for (const [from, believed] of begin) current.set(from, believed);
  for (const [from, row] of next)
    current.set(from, { row, belief: toBelief(place, row, nameOfSide), from: instant, since: instant });
}

/** Whether two rows are one, told by what they are made of: unchanged parts of a state are shared. */
const isSameRow = (a: Row, b: Row): boolean =>
  a.to === b.to &&
  a.tenure === b.tenure &&
  a.contest === b.contest &&
  a.pressure === b.pressure &&
  a.lastWord === b.lastWord &&
  a.status === b.status &&
  a.from === b.from;
