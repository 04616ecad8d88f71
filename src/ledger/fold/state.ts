import type { CalendarDate, Status } from '../../model/index.ts';
import type { Evidence, Objection } from './evidence.ts';

/** Who holds a place, and on whose word, as far as the fold has come. Immutable. */
export interface Tenure {
  readonly side: string | null;
  readonly name: string | null;
  /** First day, and the earliest possible one where it is dated by an interval. */
  readonly since: CalendarDate;
  readonly earliest: CalendarDate | null;
  /** How it began. `told`: by background that tells an earlier period. */
  readonly by: 'take' | 'hold' | 'withdraw' | 'baseline' | 'rule' | 'told' | 'nobody';
  /** The last day on which the holder is said to have taken it: a place may be taken by who was thought to hold it. */
  readonly taken: CalendarDate | null;
  readonly evidence: readonly Evidence[];
  readonly objections: readonly Objection[];
  /** The side that held it before. */
  readonly before: string | null;
}

/** What contests it: fighting inside, a part taken, a taking that only the taker tells and the holder's side denies. */
export interface Contest {
  readonly since: CalendarDate;
  readonly last: CalendarDate;
  readonly evidence: readonly Evidence[];
  readonly parts: readonly string[];
  /** The denials, where it is a denied taking. */
  readonly denials: readonly Objection[];
}

/** Who besieges a place or closes in on it, and the first day that this was said. */
export interface Pressure {
  readonly event: 'besiege' | 'advance';
  readonly side: string | null;
  readonly name: string | null;
  readonly since: CalendarDate;
}

/** A line of the record before it has its known interval. */
export interface Row {
  readonly side: string | null;
  readonly name: string | null;
  readonly status: Status;
  readonly from: CalendarDate;
  readonly to: CalendarDate | null;
  /** Null where it is contested and no holder is known. */
  readonly tenure: Tenure | null;
  readonly contest: Contest | null;
  readonly pressure: readonly Pressure[];
  readonly lastWord: CalendarDate | null;
}

/** The state of the fold after a day. */
export interface State {
  /** Null before anything is known. */
  readonly tenure: Tenure | null;
  readonly contest: Contest | null;
  readonly pressure: readonly Pressure[];
  /** First day of the open row. */
  readonly rowFrom: CalendarDate;
  /** The last word on the open row. */
  readonly lastWord: CalendarDate | null;
  /** What held before the present taking, and the rows since, while the taker alone tells of it. */
  readonly fallback: State | null;
  readonly pending: readonly Row[];
  /** A ruling in force until a day, with what would hold without it. */
  readonly ruled: { readonly until: CalendarDate; readonly under: State } | null;
  /** Statements dated up to this day move nothing: an open-ended ruling outranks them. */
  readonly frozen: CalendarDate | null;
}

export const NOTHING: State = Object.freeze({
  tenure: null,
  contest: null,
  pressure: [],
  rowFrom: '',
  lastWord: null,
  fallback: null,
  pending: [],
  ruled: null,
  frozen: null,
});

/** The status that a state shows. */
export const statusOf = (state: State): Status =>
  state.contest != null
    ? 'contested'
    : state.tenure == null || state.tenure.by === 'nobody'
      ? 'unknown'
      : state.tenure.side == null
        ? 'vacated'
        : 'held';
