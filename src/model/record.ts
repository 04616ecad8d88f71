import type { Claim } from './claim.ts';
import type { ControlPeriod, FigureSeries, LedgerEvent } from './control.ts';
import type { Decision } from './decision.ts';
import type { Discrepancy } from './discrepancy.ts';
import type { Reading } from './reading.ts';
import type { FiledReport } from './report.ts';

/** What the ledger is a pure function of. Order does not matter. */
export interface LedgerInput {
  readonly reports: readonly FiledReport[];
  /** The current reading of each report (superseded ones left out). */
  readonly readings: readonly Reading[];
  readonly decisions: readonly Decision[];
}

/** A paragraph's origin: the report it first stood in, and whether this report carries it over from its own newsroom. */
export interface ReportOrigin {
  readonly report: string;
  /** The earliest report whose text this one carries, wholly or nearly; null for an original. */
  readonly copyOf: string | null;
  /** Identifier of the group of reports that share an origin (connected component within 14 days). */
  readonly group: string;
}

/** The claim as the ledger takes it, decisions applied. */
export interface WeighedClaim {
  readonly claim: Claim;
  /** Claims with the same origin key count once. */
  readonly origin: string;
  /** Id of the earlier report whose paragraph it repeats, where it is carried-over text. */
  readonly carriedFrom: string | null;
  readonly verdict: 'accepted' | 'rejected' | 'corrected' | null;
}

/** The whole record, as known at one instant (periods carry their known intervals up to it). */
export interface LedgerRecord {
  readonly origins: readonly ReportOrigin[];
  readonly claims: readonly WeighedClaim[];
  readonly periods: readonly ControlPeriod[];
  readonly events: readonly LedgerEvent[];
  readonly figures: readonly FigureSeries[];
  readonly discrepancies: readonly Discrepancy[];
  /** Decisions whose claim no longer exists. */
  readonly orphans: readonly string[];
}
