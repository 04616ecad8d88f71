/** Statements that cannot all stand. */
export const DISCREPANCY_KINDS = [
  'count-mismatch',
  'status-conflict',
  'figure-mismatch',
  'denial',
  'date-conflict',
  'carried-over',
] as const;
export type DiscrepancyKind = (typeof DISCREPANCY_KINDS)[number];

/** A discrepancy in the ledger, in one plain sentence, with the claims it stands on. */
export interface Discrepancy {
  readonly id: string;
  readonly kind: DiscrepancyKind;
  /** Place ids. */
  readonly places: readonly string[];
  readonly reports: readonly string[];
  readonly claims: readonly string[];
  readonly note: string;
  /** Since when it has been known, an instant. */
  readonly knownSince: string;
  /** The claims or decision that settled it, and since when; null while it stands. */
  readonly settledBy: {
    readonly claims: readonly string[];
    readonly decision: string | null;
    readonly known: string;
    readonly note: string;
  } | null;
  /** Rulings that settled it and were undone, with the instant until which each held. */
  readonly undone?: readonly {
    readonly claims: readonly string[];
    readonly decision: string | null;
    readonly known: string;
    readonly note: string;
    readonly until: string;
  }[];
}
