import type { CalendarDate } from '../../model/index.ts';
import { addDays, isTake } from '../../model/index.ts';
import type { Ruled, Statement } from '../statements/statement.ts';

/** One thing to fold on one day: a statement, a state's onset, the lapse of a told period, a ruling's start or end. */
export type Item = Word | Rule;

interface Word {
  readonly kind: 'say' | 'onset' | 'lapse';
  readonly day: CalendarDate;
  readonly statement: Statement;
  /** Known order, then claim: an order that no arrival changes. */
  readonly key: string;
}

interface Rule {
  readonly kind: 'rule' | 'end';
  readonly day: CalendarDate;
  readonly ruled: Ruled;
  readonly key: string;
}

const word = (kind: Word['kind'], day: CalendarDate, statement: Statement): Word => ({
  kind,
  day,
  statement,
  key: `${statement.known}\u001f${statement.claim}\u001f${kind}`,
});

const rule = (kind: Rule['kind'], day: CalendarDate, ruled: Ruled): Rule => ({
  kind,
  day,
  ruled,
  key: `${ruled.live.from}\u001f${ruled.decision}\u001f${kind}`,
});

/** The items that a statement makes. */
export function itemsOf(s: Statement): Item[] {
  const items: Item[] = [word('say', s.day, s)];
  if (s.onset != null && s.onset < s.day && s.force === 'actual' && !s.denied && s.part == null)
    items.push(word('onset', s.onset, s));
  if (s.force === 'past' && s.word > s.day) items.push(word('lapse', lapseOf(s), s));
  return items;
}

/** How long a taking of the past tells who held the place: how long it lasted nobody said. */
const TOLD_DAYS = 30;

/** The day on which background says no more: that of its word, or for a taking soon after it. */
export function lapseOf(s: Pick<Statement, 'event' | 'day' | 'word'>): CalendarDate {
  if (!isTake(s.event)) return s.word;
  const told = addDays(s.day, TOLD_DAYS);
  return told < s.word ? told : s.word;
}

/** The items that a ruling or a row of a baseline makes. */
export function itemsOfRuled(ruled: Ruled): Item[] {
  const items: Item[] = [rule('rule', ruled.from, ruled)];
  if (ruled.to != null) items.push(rule('end', ruled.to, ruled));
  return items;
}

/** Whether an item is a taking that moves the holder. */
export const isTaking = (item: Item): boolean =>
  item.kind === 'say' &&
  isTake(item.statement.event) &&
  item.statement.force === 'actual' &&
  !item.statement.denied &&
  item.statement.part == null;

/** Known order, then claim. */
export const compareItems = (a: Item, b: Item): number => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0);
