import {
  type CalendarDate,
  dateOf,
  type Instant,
  isCalendarDate,
  LedgerError,
  type Moment,
  toInstant,
} from '../model/index.ts';
import { loadLastKnown, type Tx } from '../store/index.ts';
import type { Context } from './context.ts';

/** A moment with its defaults: `knownAt` null is everything known. */
export interface FullMoment {
  readonly at: CalendarDate;
  readonly knownAt: Instant | null;
}

/** A known time as asked for; null: everything known. Throws a `LedgerError` quoting what cannot be read. */
export function knownAtOf(value: string | null | undefined): Instant | null {
  if (value == null || value === '') return null;
  try {
    return toInstant(value);
  } catch {
    throw new LedgerError(
      'invalid',
      `invalid time "${value}": write YYYY-MM-DD, or an instant such as 2021-08-10T14:00:00Z`,
    );
  }
}

/** A day as asked for. Throws a `LedgerError` quoting what is no date. */
export function dayOf(value: string): CalendarDate {
  if (!isCalendarDate(value)) throw new LedgerError('invalid', `invalid date "${value}": write YYYY-MM-DD`);
  return value;
}

/** A day as asked for; null: every day. Throws a `LedgerError` quoting what is no date. */
export const atOf = (value: string | null | undefined): CalendarDate | null =>
  value == null || value === '' ? null : dayOf(value);

/** Whether something tells of a day up to `at`: what bears no date does. */
export const isBy = (at: CalendarDate | null, day: CalendarDate | null | undefined): boolean =>
  at == null || day == null || day <= at;

/** The day that views show unless told: today for a living ledger, the last known date for the demo. */
export async function defaultDay(context: Context, tx: Tx): Promise<CalendarDate> {
  const last = context.demo ? await loadLastKnown(tx) : null;
  return dateOf(last ?? context.now());
}

export async function momentOf(context: Context, tx: Tx, moment: Moment): Promise<FullMoment> {
  const knownAt = knownAtOf(moment.knownAt);
  return { at: moment.at == null ? await defaultDay(context, tx) : dayOf(moment.at), knownAt };
}
