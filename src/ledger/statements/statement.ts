import type { CalendarDate, ControlEvent, Instant } from '../../model/index.ts';

/**
 * One control statement about one place, ready to be folded: a claim of several places makes one of them a place.
 * All days are calendar dates; `live` is the half-open known interval in which the ledger counts it.
 */
export interface Statement {
  readonly claim: string;
  readonly report: string;
  readonly place: string;
  readonly event: ControlEvent;
  readonly denied: boolean;
  /** `past`: background that may tell an earlier period; `word`: planned or possible, which moves nothing. */
  readonly force: 'actual' | 'past' | 'word';
  readonly attributive: boolean;
  /** "the eastern half", where only a part of the place is meant. */
  readonly part: string | null;
  /** The side that did it, and its name for people; null where the words do not say. */
  readonly side: string | null;
  readonly name: string | null;
  /** The side that it was done to. */
  readonly target: string | null;
  /** The latest possible day. */
  readonly day: CalendarDate;
  /** The earliest possible day, where the words give an interval. */
  readonly earliest: CalendarDate | null;
  /** Whether the words date it. */
  readonly dated: boolean;
  /** Where the words say that a state has lasted since a day ("since 2016"): that day. */
  readonly onset: CalendarDate | null;
  /** The day that the word was published. */
  readonly word: CalendarDate;
  readonly known: Instant;
  readonly live: KnownInterval;
  /** Statements with the same origin count once. */
  readonly origin: string;
  /** The side of the party that said it; null where the speaker is no party. */
  readonly speaker: string | null;
  /** Whether an analyst ruled that it stands. */
  readonly accepted: boolean;
}

/** Half-open interval of known time; `to` null: for good. */
export interface KnownInterval {
  readonly from: Instant;
  readonly to: Instant | null;
}

/** A ruling on a control period, or a row of a baseline, as the fold takes it. */
export interface Ruled {
  readonly kind: 'rule' | 'baseline';
  readonly decision: string;
  readonly place: string;
  readonly side: string | null;
  readonly name: string | null;
  readonly status: 'held' | 'contested' | 'vacated';
  readonly from: CalendarDate;
  readonly to: CalendarDate | null;
  /** The day that it was ruled: an open-ended ruling outranks what is dated up to then. */
  readonly day: CalendarDate;
  readonly live: KnownInterval;
}

/** A speaker that is a party to the fight, whose side nobody tells ("a security official"): not known to gain by what it says. */
export const UNKNOWN_PARTY = '?';
