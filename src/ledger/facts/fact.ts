import type { CalendarDate, Instant, Modality, Qualifier } from '../../model/index.ts';
import type { OriginSpan } from '../origins/origins.ts';
import type { KnownInterval, Statement } from '../statements/statement.ts';

/** What every fact says of whose word it is and since when it counts. Facts are plain data: a store keeps them as JSON. */
export interface Said {
  readonly claim: string;
  readonly report: string;
  readonly outlet: string | null;
  /** Whose word, as a sentence has it: "Example Wire", "a resident"; never a private person's name. */
  readonly sayer: string;
  /** The side of the party that said it; null where the speaker is no party. */
  readonly speaker: string | null;
  /** The claim's origin during known time. Facts with the same origin count once. */
  readonly origins: readonly OriginSpan[];
  /** The day of the word: carried-over text holds as of the report that it first stood in. */
  readonly word: CalendarDate;
  /** The day that this report was published. */
  readonly told: CalendarDate;
  readonly known: Instant;
  /** The half-open known interval in which it counts, and the decision that ends it, where one does. */
  readonly live: KnownInterval;
  readonly endedBy: string | null;
  /** The earlier report of the same newsroom whose paragraph it repeats. */
  readonly carried: string | null;
  readonly accepted: boolean;
  readonly denied: boolean;
  readonly modality: Modality;
}

/** A control claim about one of its places. */
export interface ControlFact extends Said, Omit<Statement, keyof Said> {
  readonly kind: 'control';
  readonly placeName: string;
  readonly exact: boolean;
}

/** Any other happening at a place: a strike, a bombing, a protest. */
export interface EventFact extends Said {
  readonly kind: 'event';
  readonly place: string;
  readonly event: string;
  readonly side: string | null;
  readonly day: CalendarDate;
  readonly earliest: CalendarDate | null;
  readonly dated: boolean;
}

/** How many places of a set a side has taken or holds. */
export interface CountFact extends Said {
  readonly kind: 'count';
  /** Key of the set: `AF/provincial capitals`. */
  readonly set: string;
  readonly setName: string;
  readonly side: string | null;
  readonly n: number;
  readonly outOf: number | null;
  readonly ordinal: boolean;
  /** For "the seventh": the place that it is, where the report tells. */
  readonly place: string | null;
  readonly placeName: string | null;
  readonly day: CalendarDate;
  /** The first day that it is said of: "three since Friday". */
  readonly from: CalendarDate | null;
}

/** A figure of people or homes. Numbers are as said; null where none can be given. */
export interface FigureFact extends Said {
  readonly kind: 'figure';
  readonly place: string | null;
  readonly placeName: string | null;
  readonly term: string;
  readonly unit: string;
  readonly who: string | null;
  readonly min: number | null;
  readonly max: number | null;
  readonly qualifier: Qualifier;
  readonly from: CalendarDate | null;
  readonly to: CalendarDate | null;
  readonly running: boolean;
}

/** What a reading found not to add up inside its report. */
export interface InnerFact {
  readonly kind: 'inner';
  readonly report: string;
  readonly discrepancy:
    | 'count-mismatch'
    | 'status-conflict'
    | 'figure-mismatch'
    | 'denial'
    | 'date-conflict'
    | 'carried-over';
  readonly claims: readonly string[];
  readonly places: readonly string[];
  readonly bucket: string;
  readonly note: string;
  readonly known: Instant;
  readonly live: KnownInterval;
  readonly endedBy: string | null;
  /** The same words in two newsrooms are one discrepancy. */
  readonly sameAs: string;
}

export type Fact = ControlFact | EventFact | CountFact | FigureFact | InnerFact;

/** What belongs to no place. */
export const NOWHERE = 'nowhere';

/**
 * Where a fact is weighed: a place's id, `set:` and the key of a set, or `nowhere`. Facts of different buckets never bear
 * on each other, except that the count of a set looks at the periods of its places.
 */
export function bucketOf(fact: Fact): string {
  switch (fact.kind) {
    case 'count':
      return `set:${fact.set}`;
    case 'inner':
      return fact.bucket;
    case 'figure':
      return fact.place ?? NOWHERE;
    default:
      return fact.place;
  }
}

/** The origin of a fact as known at an instant. */
export function originAt(fact: Said, instant: Instant): string {
  let origin = fact.origins[0]!.origin;
  for (const span of fact.origins) if (span.from <= instant) origin = span.origin;
  return origin;
}

/** Known order, then claim: an order that no arrival changes. */
export const compareFacts = (
  a: { readonly live: KnownInterval; readonly claim: string },
  b: { readonly live: KnownInterval; readonly claim: string },
): number =>
  a.live.from < b.live.from
    ? -1
    : a.live.from > b.live.from
      ? 1
      : a.claim < b.claim
        ? -1
        : a.claim > b.claim
          ? 1
          : 0;
