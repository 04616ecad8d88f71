/** The model's types that the application uses, in one place. Types only: of the model's values the bundle holds the palette alone. */

export type { Source } from '../model/attribution.ts';
export type { Claim, ClaimKind, Count, Figure } from '../model/claim.ts';
export type {
  Basis,
  ControlPeriod,
  FigurePoint,
  Holder,
  LedgerEvent,
  Status,
} from '../model/control.ts';
export type { ClaimReference, Decision, Ruling } from '../model/decision.ts';
export type { DiscrepancyKind } from '../model/discrepancy.ts';
export type {
  Sitrep,
  SitrepEdits,
  SitrepFormat,
  SitrepSentence,
  SitrepSource,
} from '../model/export.ts';
export type {
  BeliefStep,
  Change,
  Changes,
  ClaimView,
  DiscrepancyRow,
  DivisionShapes,
  Extent,
  FigureView,
  Filing,
  PeriodTable,
  PlaceHistory,
  PlaceMatch,
  PlaceView,
  ReportHit,
  ReportRow,
  ReportView,
  SearchResult,
  SideView,
  StatusRow,
} from '../model/ledger.ts';
export type { Deferral, SavedSearch } from '../model/notebook.ts';
export type { Reading } from '../model/reading.ts';
export type { ReportInput } from '../model/report.ts';
export type { ClaimTime } from '../model/time.ts';
