import type { CalendarDate, ClaimTime } from '../../model/index.ts';

/** When a statement holds: its latest possible day, the earliest where there is an interval, and a state's onset. */
export interface Dating {
  readonly day: CalendarDate;
  readonly earliest: CalendarDate | null;
  readonly onset: CalendarDate | null;
  readonly dated: boolean;
}

/** What lasts: a state is dated by when it was seen, a change by when it happened. */
const STATES: ReadonlySet<string> = new Set(['hold', 'clash', 'besiege', 'advance']);

/**
 * The days of a statement published on `word`.
 *
 * A change starts its period on its latest possible day: the end of its interval, never after publication; undated, the
 * day of publication. `earliest` is the interval's start where it lies before that day. A state with an open end ("since
 * May") is seen on the day of publication and has its `onset` at the interval's start.
 * @example dateStatement('capture', { from: '2021-08-02', to: '2021-08-08', precision: 'week' }, '2021-08-06')
 * // { day: '2021-08-06', earliest: '2021-08-02', onset: null, dated: true }
 */
export function dateStatement(event: string, time: ClaimTime | null | undefined, word: CalendarDate): Dating {
  const from = time?.from ?? null,
    to = time?.to ?? null;
  if (from == null && to == null) return { day: word, earliest: null, onset: null, dated: false };
  const latest = to == null || to > word ? word : to;
  const earliest = from != null && from < latest ? from : null;
  const isState = STATES.has(event) && (to == null || time?.precision === 'open');
  return { day: latest, earliest: isState ? null : earliest, onset: isState ? earliest : null, dated: true };
}
