import type { Instant } from '../../model/index.ts';
import type { Statement } from '../statements/statement.ts';
import { type Item, isTaking } from './item.ts';

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

type Part = Exclude<keyof Day, 'rules' | 'takes' | 'tied'>;

const NONE: Day = {
  rules: [],
  words: [],
  onsets: [],
  lapses: [],
  told: [],
  contests: [],
  denials: [],
  holds: [],
  withdrawals: [],
  takes: [],
  tied: [],
  after: [],
};

/**
 * Sorts a day's items, given in known order, by what they are. A take outranks clash and enter, whichever came first.
 */
export function orderDay(sorted: readonly Item[]): Day {
  const day: { -readonly [K in Part]: Statement[] } & { rules: Item[] } = { ...NONE } as never;
  const put = (part: Part, s: Statement): void => {
    if (day[part] === NONE[part]) day[part] = [s];
    else day[part].push(s);
  };
  const rules: Item[] = [];
  const taken: Statement[] = [];
  const takers = new Set<string>();
  for (const item of sorted) if ('statement' in item && isTaking(item)) takers.add(item.statement.side ?? '');
  for (const item of sorted) {
    if ('ruled' in item) {
      rules.push(item);
      continue;
    }
    const s = item.statement;
    if (item.kind === 'onset') put('onsets', s);
    else if (item.kind === 'lapse') put('lapses', s);
    else {
      put('words', s);
      const part = partOf(s, takers);
      if (part === 'take') taken.push(s);
      else if (part != null) put(part, s);
    }
  }
  return { ...day, rules, ...orderTakes(taken) };
}

/** Where a statement belongs; null: it moves nothing. */
function partOf(s: Statement, takers: ReadonlySet<string>): Part | 'take' | null {
  if (s.force === 'word') return null;
  if (s.force === 'past') return 'told';
  if (s.denied) return 'denials';
  if (CONTESTS.has(s.event) || (s.part != null && s.event !== 'withdraw' && s.event !== 'repel'))
    return 'contests';
  if (s.event === 'hold' || s.event === 'repel')
    return s.side != null && takers.has(s.side) ? 'after' : 'holds';
  return s.event === 'withdraw' ? 'withdrawals' : 'take';
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
