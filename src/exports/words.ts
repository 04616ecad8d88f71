import type { Attribution } from '../model/index.ts';

const DATE = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});

/** A calendar date for people. @example sayDate('2021-08-10') // '10 August 2021' */
export const sayDate = (date: string): string => DATE.format(new Date(`${date.slice(0, 10)}T00:00:00Z`));

/** Days from one to another, what they share said once. @example sayDates('2021-08-06', '2021-08-15') // '6 to 15 August 2021' */
export function sayDates(from: string, to: string): string {
  if (from === to) return sayDate(from);
  if (from.slice(0, 7) === to.slice(0, 7)) return `${Number(from.slice(8, 10))} to ${sayDate(to)}`;
  return `${from.slice(0, 4) === to.slice(0, 4) ? sayDate(from).slice(0, -5) : sayDate(from)} to ${sayDate(to)}`;
}

/** An instant for people, to the minute in UTC; the end of a day is the day alone. */
export const sayInstant = (value: string): string =>
  value.endsWith('T23:59:59.999Z') ? sayDate(value) : `${sayDate(value)}, ${value.slice(11, 16)} UTC`;

/** A number with thin groups of three. @example sayNumber(12500) // '12,500' */
export const sayNumber = (n: number): string => n.toLocaleString('en-GB');

/** Who said it, innermost first; empty where the newsroom speaks for itself. @example 'a council member → AFP' */
export const sayChain = (attribution: Attribution): string =>
  attribution.map(source => source.name).join(' → ');

/** A text on one line. */
export const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** A sentence: its first letter raised, one full stop. */
export const sentenceOf = (text: string): string =>
  text === '' ? '' : `${text[0]!.toUpperCase()}${text.slice(1).replace(/\.+$/, '')}.`;
