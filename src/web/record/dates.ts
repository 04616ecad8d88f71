import { strings } from '../strings.ts';
import { DAY_MS, dateOfDay, dayOf, endOfDay } from './days.ts';

/** Dates as people read them, in UTC: a calendar date is never shifted by a zone. */
const format = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', ...options });
const LONG = format({ day: 'numeric', month: 'long', year: 'numeric' });
const MEDIUM = format({ day: 'numeric', month: 'short', year: 'numeric' });
const SHORT = format({ day: 'numeric', month: 'short' });
const WEEKDAY = format({ weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' });
const MONTH = format({ month: 'short', year: 'numeric' });
const CLOCK = format({ hour: '2-digit', minute: '2-digit', hour12: false });

const at = (day: number): Date => new Date(day * DAY_MS);

/** @example longDate(dayOf('2021-08-10')) // '10 August 2021' */
export const longDate = (day: number): string => LONG.format(at(day));
export const mediumDate = (day: number): string => MEDIUM.format(at(day));
export const shortDate = (day: number): string => SHORT.format(at(day));
export const weekdayDate = (day: number): string => WEEKDAY.format(at(day)).replace(',', '');
export const monthName = (day: number): string => MONTH.format(at(day));

/** A known time: the date alone where it is the end (or very start) of a day, else with the clock in UTC. @example '10 Aug 2021, 14:00 UTC' */
export function knownDate(value: number | string): string {
  const ms = typeof value === 'number' ? value : Date.parse(value);
  const day = Math.floor(ms / DAY_MS);
  return ms === endOfDay(day) || ms === day * DAY_MS
    ? mediumDate(day)
    : `${mediumDate(day)}, ${CLOCK.format(new Date(ms))} UTC`;
}

/** A publication date or instant as it came. */
export const publishedDate = (value: string): string =>
  value.length === 10 ? mediumDate(dayOf(value)) : knownDate(value);

/** The days of a claim: one date, a range, or an open end. */
export function timeText(from: string | null, to: string | null): string | null {
  if (from == null && to == null) return null;
  if (from === to || to == null || from == null)
    return from === to
      ? mediumDate(dayOf(from!))
      : from == null
        ? strings.place.until(mediumDate(dayOf(to!)))
        : strings.place.since(mediumDate(dayOf(from)));
  return `${shortDate(dayOf(from))} – ${mediumDate(dayOf(to))}`;
}

export const today = (): string => dateOfDay(Math.floor(Date.now() / DAY_MS));
