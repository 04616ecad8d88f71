import type { Token } from '../../language/document.ts';
import type { CalendarDate, TimePrecision } from '../../model/index.ts';
import type { Unit } from './words.ts';

/** What a time expression is read against. */
export interface Anchor {
  /** The publication date; null where the report has none. */
  readonly published: CalendarDate | null;
  /** The day that the story last spoke of, for "the next day" and "at dawn"; null where it spoke of none. */
  readonly told: CalendarDate | null;
  /** The first day of the last dated expression of the sentence, for "of that year" and a day that leaves out its year. */
  readonly dated?: CalendarDate | null;
  /** Whether that day was told as its night: the morning after it is the next day's. */
  readonly toldNight: boolean;
  /** Whether the clause tells what is to come. */
  readonly future: boolean;
}

/** "Two days after …": how far what follows lies from what governs it. `sign` 1: what follows is earlier. */
export interface Shift {
  readonly n: number;
  readonly unit: Unit;
  readonly sign: 1 | -1;
  /** "more than a year after": what lies further off than that; "less than": nearer. */
  readonly bound?: Bound;
}

/** What "more than", "nearly" make of a measure: it lies further off, or nearer. */
export type Bound = 'beyond' | 'within';

/** A time expression read at a token: its days, and the token after it. */
export interface Point {
  readonly from: CalendarDate | null;
  readonly to: CalendarDate | null;
  readonly precision: TimePrecision;
  readonly end: number;
  /** The month or the year that a part of a range may borrow: "3 and 5 March", "January and March 2017". */
  readonly lacks?: 'year';
  readonly night?: boolean;
  readonly shift?: Shift;
  /** Part of the next point's meaning and no time word of its own ("in three weeks" looks back from the publication). */
  readonly window?: boolean;
  /** "in five days": how long it took, which is no date of any one event. */
  readonly duration?: boolean;
  /** "for two weeks": how long a state has lasted, which dates nothing that happens once. */
  readonly lasting?: boolean;
  /** The clock time that an entry of a running report begins with. */
  readonly stamp?: boolean;
}

/** The words of a document by token index; "" past the end of the sentence. */
export interface Words {
  readonly tokens: readonly Token[];
  readonly ceiling: number;
  word(i: number): string;
}

export const wordsOf = (tokens: readonly Token[], ceiling: number): Words => ({
  tokens,
  ceiling,
  word: i => (i < ceiling ? (tokens[i]?.lower ?? '') : ''),
});

/** A point of unknown days: the words are kept, the date is not guessed. */
export const undated = (end: number, precision: TimePrecision = 'open'): Point => ({
  from: null,
  to: null,
  precision,
  end,
});
