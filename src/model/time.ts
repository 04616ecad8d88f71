/** A calendar date as the newsroom writes it, `YYYY-MM-DD`; never shifted by a time zone. */
export type CalendarDate = string;

/** An instant, ISO 8601 in UTC: `2021-08-10T14:00:00.000Z`. */
export type Instant = string;

/** How exactly a time is known. `open` is a range that has one end only. */
export type TimePrecision =
  | 'instant'
  | 'part-of-day'
  | 'day'
  | 'week'
  | 'month'
  | 'season'
  | 'year'
  | 'range'
  | 'open';

/**
 * When something held or happened: inclusive calendar dates, either end may be unknown.
 * `text` is the expression in the report's words, absent where the date follows from the statement alone.
 */
export interface ClaimTime {
  readonly from: CalendarDate | null;
  readonly to: CalendarDate | null;
  readonly precision: TimePrecision;
  readonly text?: string;
}

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const DAY_MS = 86_400_000;

/** Whether a string is a real calendar date, `YYYY-MM-DD` (31 February is not). */
export function isCalendarDate(value: string): value is CalendarDate {
  if (!DATE.test(value)) return false;
  const parsed = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().slice(0, 10) === value;
}

/** Whether a string is an instant that JavaScript can read and that says its zone. */
export const isInstant = (value: string): boolean =>
  /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/.test(value) &&
  !Number.isNaN(Date.parse(value));

/** Days since 1970-01-01. */
export const toDayNumber = (date: CalendarDate): number =>
  Math.round(Date.parse(`${date}T00:00:00Z`) / DAY_MS);

/** The calendar date of a day number. */
export const fromDayNumber = (day: number): CalendarDate => new Date(day * DAY_MS).toISOString().slice(0, 10);

/** The date `days` later (earlier where negative). @example addDays('2021-08-10', -4) // '2021-08-06' */
export const addDays = (date: CalendarDate, days: number): CalendarDate =>
  fromDayNumber(toDayNumber(date) + days);

/** Days from `a` to `b`, negative where `b` is earlier. */
export const daysBetween = (a: CalendarDate, b: CalendarDate): number => toDayNumber(b) - toDayNumber(a);

/** Day of the week, 0 Sunday to 6 Saturday. */
export const weekdayOf = (date: CalendarDate): number => new Date(`${date}T00:00:00Z`).getUTCDay();

/** The last day of the month that a date lies in. */
export function endOfMonth(date: CalendarDate): CalendarDate {
  const [y, m] = date.split('-').map(Number) as [number, number];
  return new Date(Date.UTC(y, m, 0)).toISOString().slice(0, 10);
}

/** The last instant of a calendar date: what a bare publication date means for *known* time. */
export const endOfDay = (date: CalendarDate): Instant => `${date}T23:59:59.999Z`;

/**
 * The known time that a published value stands for: an instant as it is (in UTC), a bare date as the end of that day.
 * Throws a TypeError quoting anything else.
 * @example toInstant('2021-08-10') // '2021-08-10T23:59:59.999Z'
 */
export function toInstant(value: string): Instant {
  if (isCalendarDate(value)) return endOfDay(value);
  if (isInstant(value)) return new Date(value).toISOString();
  throw new TypeError(
    `invalid date "${value}": write YYYY-MM-DD, or an instant such as 2021-08-10T14:00:00Z`,
  );
}

/** The calendar date as the newsroom wrote it: the first ten characters, never shifted by zone. */
export const dateOf = (published: string): CalendarDate => published.slice(0, 10);
