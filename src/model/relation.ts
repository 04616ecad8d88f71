import type { CalendarDate } from './time.ts';

/** A key under which a report is related to others. */
export interface Relation {
  readonly key: string;
  /** Null: whoever shares the key is related. A key of text bears the day of its report's word: only what lies near in time may be. */
  readonly day: CalendarDate | null;
}
