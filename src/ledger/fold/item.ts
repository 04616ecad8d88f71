import type { CalendarDate } from '../../model/index.ts';
import { isTake } from '../../model/index.ts';
import type { Ruled, Statement } from '../statements/statement.ts';

/** One thing to fold on one day: a statement, a state's onset, the lapse of a told period, a ruling's start or end. */
export type Item =
  | { readonly kind: 'say'; readonly day: CalendarDate; readonly statement: Statement }
  | { readonly kind: 'onset'; readonly day: CalendarDate; readonly statement: Statement }
  | { readonly kind: 'lapse'; readonly day: CalendarDate; readonly statement: Statement }
  | { readonly kind: 'rule'; readonly day: CalendarDate; readonly ruled: Ruled }
  | { readonly kind: 'end'; readonly day: CalendarDate; readonly ruled: Ruled };

/** The items that a statement makes. */
export function itemsOf(s: Statement): Item[] {
  const items: Item[] = [{ kind: 'say', day: s.day, statement: s }];
  if (s.onset != null && s.onset < s.day && s.force === 'actual' && !s.denied && s.part == null)
    items.push({ kind: 'onset', day: s.onset, statement: s });
  if (s.force === 'past' && s.word > s.day) items.push({ kind: 'lapse', day: s.word, statement: s });
  return items;
}

/** The items that a ruling or a row of a baseline makes. */
export function itemsOfRuled(ruled: Ruled): Item[] {
  const items: Item[] = [{ kind: 'rule', day: ruled.from, ruled }];
  if (ruled.to != null) items.push({ kind: 'end', day: ruled.to, ruled });
  return items;
}

/** Whether an item is a taking that moves the holder. */
export const isTaking = (item: Item): boolean =>
  item.kind === 'say' &&
  isTake(item.statement.event) &&
  item.statement.force === 'actual' &&
  !item.statement.denied &&
  item.statement.part == null;

const textOf = (item: Item): string =>
  item.kind === 'rule' || item.kind === 'end'
    ? `${item.ruled.live.from}\u001f${item.ruled.decision}\u001f${item.kind}`
    : `${item.statement.known}\u001f${item.statement.claim}\u001f${item.kind}`;

/** Known order, then claim: an order that no arrival changes. */
export function compareItems(a: Item, b: Item): number {
  const x = textOf(a),
    y = textOf(b);
  return x < y ? -1 : x > y ? 1 : 0;
}
