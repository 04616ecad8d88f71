import type { Instant } from '../../model/index.ts';

/** A `timestamptz` as an instant of the model. */
export const instantOf = (value: unknown): Instant =>
  value instanceof Date ? value.toISOString() : new Date(String(value)).toISOString();

/**
 * A `timestamptz at time zone 'UTC'` in JSON as an instant of the model: many times as fast as by way of a Date.
 * @example utcInstant('2021-08-10T12:00:00.5') // '2021-08-10T12:00:00.500Z'
 */
export const utcInstant = (json: string): Instant =>
  json.length === 19 ? `${json}.000Z` : `${json.slice(0, 23).padEnd(23, '0')}Z`;

export const instantOrNull = (value: unknown): Instant | null => (value == null ? null : instantOf(value));

/** The bounds of a half-open range; an open end is the empty string, as Postgres writes it. */
export const rangeOf = (from: string, to: string | null): string => `[${from},${to ?? ''})`;

/** Rows that one statement brings at most. */
const AT_ONCE = 2000;

/** Lists of rows, each short enough for one statement. */
export function* inChunks<T>(rows: readonly T[]): Generator<readonly T[]> {
  for (let i = 0; i < rows.length; i += AT_ONCE) yield rows.slice(i, i + AT_ONCE);
}
