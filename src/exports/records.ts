import type { Gazetteer } from '../gazetteer/index.ts';
import type { Actor, ClaimView, Instant, LedgerEvent, PlaceView, StatusRow } from '../model/index.ts';

/** What tells one happening, with its claims. */
export interface Happening {
  readonly event: LedgerEvent;
  readonly claims: readonly ClaimView[];
}

/** All that happened at one place, and the claims of people killed that may belong to it. */
export interface PlaceHappenings {
  readonly place: PlaceView;
  readonly happenings: readonly Happening[];
  readonly killed: readonly ClaimView[];
}

/** A claim with the text around its quote, as it goes out (masked where persons are withheld). */
export interface ClaimInText {
  readonly claim: ClaimView;
  readonly url: string | null;
  /** The text that the claim's offsets count into: the report's, or its title. */
  readonly text: string;
}

/** What exports are made of. Everything in it is masked already; what is large comes in batches. */
export interface ExportRecords {
  /** The rows of a status. */
  readonly status: () => Promise<readonly StatusRow[]>;
  readonly claims: () => AsyncIterable<readonly ClaimView[]>;
  readonly claimsInText: () => AsyncIterable<readonly ClaimInText[]>;
  readonly happenings: () => AsyncIterable<readonly PlaceHappenings[]>;
  /** Figures of displacement that count (not denied, not planned, each origin's once), with whether they are running totals. */
  readonly displaced: () => AsyncIterable<readonly DisplacedFigure[]>;
  readonly actorOf: (id: string, date: string | null) => Actor | null;
  readonly gazetteer: Gazetteer;
}

export interface DisplacedFigure {
  readonly claim: ClaimView;
  readonly place: PlaceView | null;
  readonly date: string | null;
  readonly known: Instant;
  readonly low: number | null;
  readonly best: number | null;
  readonly high: number | null;
  readonly running: boolean;
  readonly url: string | null;
}

/** One format: what it is called, what it is, and how it is written. */
export interface ExportWriter {
  readonly mediaType: string;
  readonly extension: string;
  readonly write: (records: ExportRecords) => AsyncIterable<string | Uint8Array>;
}
