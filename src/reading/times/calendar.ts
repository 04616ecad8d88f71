import { addDays, type CalendarDate, endOfMonth, weekdayOf } from '../../model/index.ts';
import type { Unit } from './words.ts';

/** Inclusive days. */
export interface Days {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}
const pad = (n: number, width = 2): string => String(n).padStart(width, '0');

/** A calendar date of numbers, or null where there is no such day. */
export function dayOf(year: number, month: number, day: number): CalendarDate | null {
  if (!(month >= 1 && month <= 12 && day >= 1 && year >= 1000 && year <= 9999)) return null;
  const first = `${pad(year, 4)}-${pad(month)}-01`;
  return day <= Number(endOfMonth(first).slice(8)) ? `${first.slice(0, 8)}${pad(day)}` : null;
}

export const yearOf = (date: CalendarDate): number => Number(date.slice(0, 4));
export const monthOf = (date: CalendarDate): number => Number(date.slice(5, 7));

export function monthDays(year: number, month: number): Days {
  const from = `${pad(year, 4)}-${pad(month)}-01`;
  return { from, to: endOfMonth(from) };
}
export const yearDays = (year: number): Days => ({
  from: `${pad(year, 4)}-01-01`,
  to: `${pad(year, 4)}-12-31`,
});

/** The week of a date, Monday to Sunday. */
export function weekDays(date: CalendarDate): Days {
  const from = addDays(date, -((weekdayOf(date) + 6) % 7));
  return { from, to: addDays(from, 6) };
}

/** The last such weekday on or before a date; `strictly` before it where said. */
export function lastWeekday(date: CalendarDate, weekday: number, strictly = false): CalendarDate {
  const back = (weekdayOf(date) - weekday + 7) % 7;
  return addDays(date, -(back === 0 && strictly ? 7 : back));
}
/** The first such weekday after a date. */
export const nextWeekday = (date: CalendarDate, weekday: number): CalendarDate =>
  addDays(date, ((weekday - weekdayOf(date) + 6) % 7) + 1);

/** The date some months later (earlier where negative), at most the end of its month. */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  const count = yearOf(date) * 12 + monthOf(date) - 1 + months;
  const { from, to } = monthDays(Math.floor(count / 12), (((count % 12) + 12) % 12) + 1);
  const day = `${from.slice(0, 8)}${date.slice(8)}`;
  return day > to ? to : day;
}

/** The date some units later (earlier where negative). Hours stay on the day. */
export function addUnits(date: CalendarDate, n: number, unit: Unit): CalendarDate {
  if (unit === 'hour') return date;
  if (unit === 'day') return addDays(date, Math.round(n));
  if (unit === 'week') return addDays(date, Math.round(7 * n));
  if (unit === 'fortnight') return addDays(date, Math.round(14 * n));
  return addMonths(date, Math.round(n * (unit === 'month' ? 1 : unit === 'year' ? 12 : 120)));
}

/** The unit of days that a date lies in, as exact as the unit: a day, its month, its year. */
export function unitAround(date: CalendarDate, unit: Unit): Days {
  if (unit === 'month') return monthDays(yearOf(date), monthOf(date));
  if (unit === 'year') return yearDays(yearOf(date));
  if (unit === 'decade') return { from: yearDays(yearOf(date) - 1).from, to: yearDays(yearOf(date) + 1).to };
  return { from: date, to: date };
}

/** The year of a month named without one: the last such month begun by a date, or the next one still to end. */
export function yearOfMonth(month: number, near: CalendarDate, future: boolean): number {
  const year = yearOf(near);
  if (future) return month >= monthOf(near) ? year : year + 1;
  return month <= monthOf(near) ? year : year - 1;
}

/**
 * The days that lie some units off a date, on the side of the sign: in the unit that they name, or with a bound beyond them
 * ("more than a year before": until then) or within them ("less than a year before": since then).
 * @example daysOff('2025-01-11', -1, 'year', 'beyond') // { from: null, to: '2024-01-11' }
 */
export function daysOff(
  base: CalendarDate,
  n: number,
  unit: Unit,
  bound?: 'beyond' | 'within',
): { readonly from: CalendarDate | null; readonly to: CalendarDate | null } {
  const date = addUnits(base, n, unit);
  if (bound === undefined || unit === 'hour') return unitAround(date, unit);
  if (bound === 'beyond') return n < 0 ? { from: null, to: date } : { from: date, to: null };
  return n < 0 ? { from: date, to: base } : { from: base, to: date };
}
