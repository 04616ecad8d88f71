import type { Claim } from './claim.ts';
import type { DiscrepancyKind } from './discrepancy.ts';
import type { Mention, Speech } from './mention.ts';

/** What does not add up inside one report: claims by their index in the reading. */
export interface ReportDiscrepancy {
  readonly kind: DiscrepancyKind;
  readonly claims: readonly number[];
  readonly note: string;
}

/** A report, the reader's version, its claims. Reading again supersedes the earlier reading and never edits it. */
export interface Reading {
  readonly report: string;
  /** Version of the reader that made it. */
  readonly reader: string;
  readonly claims: readonly Claim[];
  /** Index of the claim that ACLED would code for the report; null where no claim has a code. */
  readonly main: number | null;
  readonly discrepancies: readonly ReportDiscrepancy[];
  readonly mentions: readonly Mention[];
  readonly speech: readonly Speech[];
  /** Why the report could not be read, where it could not: "written in French". */
  readonly unread?: string;
}
