/** Days since 1970-01-01 for `YYYY-MM-DD`, and back; the application counts days in whole numbers. */
export const DAY_MS = 86_400_000;

export const dayOf = (date: string): number =>
  Math.floor(Date.parse(`${date.slice(0, 10)}T00:00:00Z`) / DAY_MS);

export const dateOfDay = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10);

/** The last millisecond of a day: what a bare date means for known time. */
export const endOfDay = (day: number): number => (day + 1) * DAY_MS - 1;

/** Milliseconds for a date (its end) or an instant; NaN where it is neither. */
export function knownMs(value: string): number {
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? endOfDay(dayOf(value)) : Date.parse(value);
}

/** The shortest way to write a known time: a bare date where it is the end of a day. @example knownText(endOfDay(18849)) // '2021-08-10' */
export function knownText(ms: number): string {
  const day = Math.floor(ms / DAY_MS);
  return ms === endOfDay(day) ? dateOfDay(day) : new Date(ms).toISOString();
}
