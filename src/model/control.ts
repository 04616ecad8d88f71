import type { CalendarDate, Instant } from './time.ts';

/** How sure the ledger is: see the design's table of bases. */
export type Basis = 'confirmed' | 'reported' | 'claimed' | 'disputed' | 'assumed' | 'decided';
export type Status = 'held' | 'contested' | 'vacated' | 'unknown';

/** A side that holds a place; `name` for people. */
export interface Holder {
  readonly side: string;
  readonly name: string;
}

/**
 * A place, its holder, from–to (valid time, half-open days: `validTo` is the first day it no longer holds, null while it
 * does), as believed during a known interval (half-open instants), with status, basis and the words it stands on.
 */
export interface ControlPeriod {
  readonly place: string;
  readonly holder: Holder | null;
  readonly status: Status;
  readonly basis: Basis;
  readonly validFrom: CalendarDate;
  readonly validTo: CalendarDate | null;
  /** Earliest possible day of the change of hands, where it is dated by an interval; absent otherwise. */
  readonly sinceEarliest: CalendarDate | null;
  readonly knownFrom: Instant;
  readonly knownTo: Instant | null;
  /** Since when this holder and status have been believed from this day on, whatever more words came since. */
  readonly believedFrom: Instant;
  /** Number of independent origins for it. */
  readonly origins: number;
  /** Claim ids for it, then against it. */
  readonly claims: readonly string[];
  readonly against: readonly string[];
  /** Parts of the place said to be taken, besieged, or pressed: "the eastern half", "besieged by …". */
  readonly parts: readonly string[];
  readonly pressure: readonly string[];
  /** The last day that any word came on this place, as known then. */
  readonly lastWord: CalendarDate | null;
}

/** Claims, from any number of reports, that tell the same happening. */
export interface LedgerEvent {
  readonly id: string;
  readonly event: string;
  readonly place: string;
  readonly actor: string | null;
  readonly from: CalendarDate | null;
  readonly to: CalendarDate | null;
  readonly claims: readonly string[];
  readonly reports: readonly string[];
  readonly origins: number;
}

/** One point of a series of figures for a measure, a place and an origin. */
export interface FigurePoint {
  readonly claim: string;
  readonly report: string;
  readonly date: CalendarDate | null;
  readonly known: Instant;
  readonly low: number | null;
  readonly best: number | null;
  readonly high: number | null;
  /** A running total ("so far", "since May"), or a count of its own event. */
  readonly running: boolean;
}

export interface FigureSeries {
  readonly id: string;
  readonly term: string;
  readonly unit: string;
  readonly who: string | null;
  readonly place: string | null;
  readonly origin: string;
  readonly points: readonly FigurePoint[];
}

/** What counting needs of a control period. */
export type CountedPeriod = Pick<
  ControlPeriod,
  | 'place'
  | 'holder'
  | 'status'
  | 'basis'
  | 'validFrom'
  | 'validTo'
  | 'knownFrom'
  | 'knownTo'
  | 'believedFrom'
  | 'claims'
>;
