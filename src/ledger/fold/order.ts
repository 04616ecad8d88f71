import type { Instant } from '../../model/index.ts';
import type { Statement } from '../statements/statement.ts';
import { compareItems, type Item, isTaking } from './item.ts';

/** What one day brings, in the order in which it is folded. */
export interface Day {
  readonly rules: readonly Item[];
  readonly words: readonly Statement[];
  readonly onsets: readonly Statement[];
  readonly lapses: readonly Statement[];
  readonly told: readonly Statement[];
  readonly contests: readonly Statement[];
  readonly denials: readonly Statement[];
  readonly holds: readonly Statement[];
  readonly withdrawals: readonly Statement[];
  /** Takings, a side's together, in the order in which the sides' first word came, a recapture after a capture. */
  readonly takes: readonly Statement[];
  /** Takings by two sides of which none can be called the later. */
  readonly tied: readonly Statement[];
  /** Holds by a side that took the place this day. */
  readonly after: readonly Statement[];
}

const CONTESTS: ReadonlySet<string> = new Set(['clash', 'enter', 'besiege', 'advance']);

/** Sorts a day's items by what they are. A take outranks clash and enter, whichever came first. */
export function orderDay(items: readonly Item[]): Day {
  const sorted = items.length > 1 ? [...items].sort(compareItems) : items;
  const day = {
    rules: [] as Item[],
    words: [] as Statement[],
    onsets: [] as Statement[],
    lapses: [] as Statement[],
    told: [] as Statement[],
    contests: [] as Statement[],
    denials: [] as Statement[],
    holds: [] as Statement[],
    withdrawals: [] as Statement[],
    after: [] as Statement[],
  };
  const taken: Statement[] = [];
  const takers = new Set<string>();
  for (const item of sorted) if ('statement' in item && isTaking(item)) takers.add(item.statement.side ?? '');
  for (const item of sorted) {
    if (item.kind === 'rule' || item.kind === 'end') {
      day.rules.push(item);
      continue;
    }
    const s = item.statement;
    if (item.kind === 'onset') day.onsets.push(s);
    else if (item.kind === 'lapse') day.lapses.push(s);
    else {
      day.words.push(s);
      if (s.force === 'word') continue;
      if (s.force === 'past') day.told.push(s);
      else if (s.denied) day.denials.push(s);
      else if (CONTESTS.has(s.event) || (s.part != null && s.event !== 'withdraw' && s.event !== 'repel'))
        day.contests.push(s);
      else if (s.event === 'hold' || s.event === 'repel')
        (s.side != null && takers.has(s.side) ? day.after : day.holds).push(s);
      else if (s.event === 'withdraw') day.withdrawals.push(s);
      else taken.push(s);
    }
  }
  return { ...day, ...orderTakes(taken) };
}

/** The day's takings, grouped by side: who came last has it. */
function orderTakes(taken: readonly Statement[]): Pick<Day, 'takes' | 'tied'> {
  if (taken.length < 2) return { takes: taken, tied: [] };
  const bySide = new Map<string, { side: string; known: Instant; rank: number; all: Statement[] }>();
  for (const s of taken) {
    const side = s.side ?? '';
    const group = bySide.get(side);
    if (group == null) bySide.set(side, { side, known: s.known, rank: rankOf(s), all: [s] });
    else {
      group.all.push(s);
      group.rank = Math.max(group.rank, rankOf(s));
      if (s.known < group.known) group.known = s.known;
    }
  }
  // A fall that names no taker is heard after those that name one.
  const groups = [...bySide.values()].sort(
    (a, b) =>
      Number(a.side === '') - Number(b.side === '') ||
      (a.known < b.known ? -1 : a.known > b.known ? 1 : a.rank - b.rank || (a.side < b.side ? -1 : 1)),
  );
  const named = groups.filter(g => g.side !== '');
  const last = named.at(-1),
    other = named.at(-2);
  if (last != null && other != null && last.known === other.known && last.rank === other.rank)
    return { takes: [], tied: named.flatMap(g => g.all) };
  return { takes: groups.flatMap(g => g.all), tied: [] };
}

const rankOf = (s: Statement): number => (s.event === 'recapture' ? 1 : 0);
