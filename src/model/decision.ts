import type { ClaimActor } from './actor.ts';
import type { ClaimPlace } from './place.ts';
import type { Span } from './span.ts';
import type { CalendarDate, ClaimTime, Instant } from './time.ts';

/** A claim as a decision names it: by id, and by span so that it can re-attach after a new reading. */
export interface ClaimReference {
  readonly claim: string;
  readonly report: string;
  readonly in: 'text' | 'title';
  readonly span: Span;
  readonly kind: string;
  readonly place: string | null;
}

/** What an analyst ruled. */
export type Ruling =
  | { readonly kind: 'accept'; readonly claim: ClaimReference }
  | { readonly kind: 'reject'; readonly claim: ClaimReference }
  | {
      readonly kind: 'correct';
      readonly claim: ClaimReference;
      readonly place?: ClaimPlace;
      readonly actor?: ClaimActor | null;
      readonly time?: ClaimTime | null;
      readonly event?: string;
    }
  | { readonly kind: 'merge-events' | 'split-events'; readonly claims: readonly ClaimReference[] }
  | { readonly kind: 'merge-places'; readonly from: string; readonly into: string }
  | {
      readonly kind: 'rule';
      readonly place: string;
      readonly side: string | null;
      readonly from: CalendarDate;
      readonly to: CalendarDate | null;
      readonly status: 'held' | 'contested' | 'vacated';
      /** A discrepancy that is settled by it: one decision, so that undoing it is one too. */
      readonly settles?: string;
    }
  | { readonly kind: 'baseline'; readonly name: string; readonly rows: readonly BaselineRow[] }
  | { readonly kind: 'settle'; readonly discrepancy: string }
  | { readonly kind: 'undo'; readonly decision: string };

/** A row of a baseline: who held what from a day on, assumed. */
export interface BaselineRow {
  readonly place: string;
  readonly placeName: string;
  readonly side: string;
  readonly sideName: string;
  readonly from: CalendarDate;
}

/** What an analyst ruled, why, when; appended, never edited. Undoing is another decision. */
export interface Decision {
  readonly id: string;
  readonly by: string;
  readonly why: string;
  /** When it was taken: it is known from then; a baseline from its own date. */
  readonly at: Instant;
  readonly ruling: Ruling;
}

/** A decision as lists show it: whether it is in force, was undone, or rules on a claim that no reading has any more. */
export interface DecisionView extends Decision {
  readonly standing: 'in-force' | 'undone' | 'orphaned';
}
