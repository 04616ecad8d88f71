import type { CalendarDate, ControlPeriod, Instant } from '../../model/index.ts';
import type { KnownInterval, Ruled, Statement } from '../statements/statement.ts';
import { foldDay, openRows } from './fold-day.ts';
import { type Item, itemsOf, itemsOfRuled } from './item.ts';
import { isSame } from './same.ts';
import { NOTHING, type Row, type State } from './state.ts';
import { type Belief, type NameOfSide, toBelief } from './to-period.ts';

/** The items of one day, the state after it, and the rows that it closed. */
interface DayNode {
  readonly day: CalendarDate;
  items: Item[];
  state: State;
  closed: readonly Row[];
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
export function foldPlace(
  place: string,
  statements: readonly Statement[],
  rulings: readonly Ruled[] = [],
  nameOfSide: NameOfSide = side => side,
): ControlPeriod[] {
  const changes = changesOf(statements, rulings);
  const nodes: DayNode[] = [];
  const done: ControlPeriod[] = [];
  const current = new Map<CalendarDate, { belief: Belief; from: Instant; believed: Instant }>();
  for (const instant of [...changes.keys()].sort()) {
    const { gone, come } = refold(nodes, changes.get(instant)!);
    replaceRows(place, gone, come, instant, current, done, nameOfSide);
  }
  for (const { belief, from, believed } of current.values())
    done.push({ ...belief, knownFrom: from, knownTo: null, believedFrom: believed });
  return done.sort(comparePeriods);
}

/** By valid time, then known time. */
export const comparePeriods = (a: ControlPeriod, b: ControlPeriod): number =>
  compare(a.validFrom, b.validFrom) || compare(a.knownFrom, b.knownFrom);
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function changesOf(statements: readonly Statement[], rulings: readonly Ruled[]): Map<Instant, Change> {
  const changes = new Map<Instant, Change>();
  const at = (instant: Instant): Change => {
    const change = changes.get(instant) ?? { add: [], remove: [] };
    changes.set(instant, change);
    return change;
  };
  const put = (items: readonly Item[], live: KnownInterval): void => {
    if (live.to != null && live.to <= live.from) return;
    at(live.from).add.push(...items);
    if (live.to != null) at(live.to).remove.push(...items);
  };
  for (const s of statements) put(itemsOf(s), s.live);
  for (const r of rulings) put(itemsOfRuled(r), r.live);
  return changes;
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
function refold(nodes: DayNode[], change: Change): { gone: Row[]; come: Row[] } {
  const touched = new Set<CalendarDate>();
  const oldLast = nodes.at(-1)?.state ?? NOTHING;
  const gone: Row[] = [];
  for (const item of change.add) {
    const i = indexOf(nodes, item.day);
    if (nodes[i]?.day === item.day) nodes[i]!.items.push(item);
    else nodes.splice(i, 0, { day: item.day, items: [item], state: NOTHING, closed: [] });
    touched.add(item.day);
  }
  for (const item of change.remove) {
    const node = nodes[indexOf(nodes, item.day)];
    if (node?.day !== item.day) continue;
    node.items = node.items.filter(i => i !== item);
    touched.add(item.day);
  }
  const days = [...touched].sort();
  const last = days.at(-1)!;
  let i = indexOf(nodes, days[0]!);
  let state = nodes[i - 1]?.state ?? NOTHING;
  const come: Row[] = [];
  let settled = false;
  for (; i < nodes.length; i++) {
    const node = nodes[i]!;
    const folded = foldDay(state, node.day, node.items);
    gone.push(...node.closed);
    come.push(...folded.closed);
    settled = node.day > last && isSame(folded.state, node.state);
    state = settled ? node.state : folded.state;
    node.state = state;
    node.closed = folded.closed;
    if (settled) break;
  }
  if (!settled) {
    gone.push(...openRows(oldLast));
    come.push(...openRows(nodes.at(-1)?.state ?? NOTHING));
  }
  if (change.remove.length > 0)
    for (const day of days) {
      const at = indexOf(nodes, day);
      if (nodes[at]?.day === day && nodes[at]!.items.length === 0) nodes.splice(at, 1);
    }
  return { gone, come };
}

/** Ends the known interval of the rows that are no more and begins that of the new ones. */
function replaceRows(
  place: string,
  gone: readonly Row[],
  come: readonly Row[],
  instant: Instant,
  current: Map<CalendarDate, { belief: Belief; from: Instant; believed: Instant }>,
  done: ControlPeriod[],
  nameOfSide: NameOfSide,
): void {
  const next = new Map(come.map(row => [row.from, toBelief(place, row, nameOfSide)]));
  const ended = new Map<CalendarDate, { belief: Belief; believed: Instant }>();
  for (const row of gone) {
    const was = current.get(row.from);
    if (was == null) continue;
    const now = next.get(row.from);
    if (now != null && isSame(now, was.belief)) {
      next.delete(row.from);
      continue;
    }
    current.delete(row.from);
    ended.set(row.from, was);
    done.push({ ...was.belief, knownFrom: was.from, knownTo: instant, believedFrom: was.believed });
  }
  for (const [from, belief] of next) {
    const was = ended.get(from);
    const goesOn =
      was != null && was.belief.holder?.side === belief.holder?.side && was.belief.status === belief.status;
    current.set(from, { belief, from: instant, believed: goesOn ? was.believed : instant });
  }
}
