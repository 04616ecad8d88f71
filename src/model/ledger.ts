import type { Accounts, AuditEntry, AuditQuery } from './accounts.ts';
import type { ChangeEntry, ChangeQuery, Webhooks } from './change-entry.ts';
import type { Claim } from './claim.ts';
import type { Basis, ControlPeriod, FigureSeries, Holder, LedgerEvent, Status } from './control.ts';
import type { Decision, DecisionView, Ruling } from './decision.ts';
import type { DiscrepancyKind } from './discrepancy.ts';
import type { ExportFile, ExportQuery, Sitrep, SitrepFileQuery, SitrepQuery } from './export.ts';
import type { Incoming } from './incoming.ts';
import type { Notebook } from './notebook.ts';
import type { PlaceKind } from './place.ts';
import type { ReportInput } from './report.ts';
import type { CalendarDate, Instant } from './time.ts';

/** Who asks. Every use case takes it; the audit log names it. */
export interface Asker {
  readonly id: string;
  readonly name: string;
  readonly role: 'viewer' | 'analyst' | 'administrator';
  /** Whether private persons who spoke are masked on the way out (law 7). */
  readonly withhold: boolean;
}

/** On the ground at a day, as known at an instant (a bare date: the end of that day). Defaults: see design, Time. */
export interface Moment {
  readonly at?: CalendarDate | undefined;
  readonly knownAt?: string | undefined;
}

/** A place as views give it. */
export interface PlaceView {
  readonly id: string;
  readonly name: string;
  readonly kind: PlaceKind;
  readonly country: string | null;
  readonly admin1: string | null;
  readonly admin1Name: string | null;
  readonly parent: string | null;
  readonly lat: number | null;
  readonly lon: number | null;
  readonly seatOf: 'country' | 'admin1' | 'admin2' | null;
  readonly precision: 'exact' | 'approximate' | 'within' | 'unresolved';
}

/** One line of the record at a moment. `until` is null while it lasts; `lastWord` is the last day that a word came. */
export interface StatusRow {
  readonly place: PlaceView;
  readonly holder: Holder | null;
  readonly status: Status;
  readonly basis: Basis;
  readonly since: CalendarDate;
  readonly sinceEarliest: CalendarDate | null;
  readonly until: CalendarDate | null;
  readonly knownSince: Instant;
  readonly origins: number;
  readonly claims: readonly string[];
  readonly against: readonly string[];
  readonly parts: readonly string[];
  readonly pressure: readonly string[];
  readonly lastWord: CalendarDate | null;
}

/** A claim with what a person needs to judge it. `quote` is masked where a private person is withheld. */
export interface ClaimView extends Claim {
  readonly reportTitle: string | null;
  readonly outlet: string | null;
  readonly published: string | null;
  readonly known: Instant;
  readonly origin: string;
  readonly carriedFrom: string | null;
  readonly verdict: 'accepted' | 'rejected' | 'corrected' | null;
}

/** One step of belief: from `known` on, the record said these periods. */
export interface BeliefStep {
  readonly known: Instant;
  readonly periods: readonly StatusRow[];
  /** The claims that became known at this instant. */
  readonly claims: readonly string[];
  /** One plain sentence: "Reported taken by the Taliban on 10 August." */
  readonly note: string;
}

export interface PlaceHistory {
  readonly place: PlaceView;
  /** The periods as believed at `knownAt`. */
  readonly periods: readonly StatusRow[];
  /** How belief changed, earliest first. */
  readonly steps: readonly BeliefStep[];
  readonly claims: readonly ClaimView[];
  readonly discrepancies: readonly DiscrepancyRow[];
}

export interface DiscrepancyRow {
  readonly id: string;
  readonly kind: DiscrepancyKind;
  readonly places: readonly { readonly id: string; readonly name: string }[];
  readonly reports: readonly string[];
  readonly claims: readonly string[];
  readonly note: string;
  readonly knownSince: Instant;
  readonly settledBy: {
    readonly claims: readonly string[];
    readonly decision: string | null;
    readonly known: Instant;
    readonly note: string;
  } | null;
}

export interface ReportRow {
  readonly id: string;
  readonly ref: string | null;
  readonly title: string | null;
  readonly outlet: string | null;
  readonly published: string | null;
  readonly copyOf: string | null;
  readonly known: Instant;
  readonly filed: Instant;
  readonly claims: number;
  readonly unread: string | null;
}

export interface ReportView extends ReportRow {
  readonly text: string;
  readonly url: string | null;
  readonly language: string | null;
  readonly authors: readonly string[];
  /** When this text replaced an earlier one, where it says. */
  readonly updated: string | null;
  readonly claimViews: readonly ClaimView[];
  readonly discrepancies: readonly {
    readonly kind: DiscrepancyKind;
    readonly claims: readonly number[];
    readonly note: string;
  }[];
  /** Reports that share its origin group. */
  readonly copies: readonly string[];
}

/** One change between two days: what the record said before and after, in one plain sentence. */
export interface Change {
  readonly place: PlaceView;
  readonly on: CalendarDate;
  readonly known: Instant;
  readonly before: { readonly holder: Holder | null; readonly status: Status } | null;
  readonly after: StatusRow;
  readonly sentence: string;
}

export interface Changes {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly knownAt: Instant | null;
  readonly rows: readonly Change[];
}

/** What filing one report did. */
export type Filing =
  | {
      readonly outcome: 'filed';
      readonly report: string;
      readonly title: string | null;
      readonly claims: number;
      readonly copyOf: string | null;
      readonly discrepancies: number;
    }
  | { readonly outcome: 'known'; readonly report: string; readonly title: string | null }
  | {
      readonly outcome: 'unread';
      readonly report: string;
      readonly title: string | null;
      readonly why: string;
    }
  | { readonly outcome: 'refused'; readonly input: string; readonly why: string };

/** The times that the ledger spans, for sliders: first and last day of its periods and claims, first and last known time. */
export interface Extent {
  readonly firstDay: CalendarDate | null;
  readonly lastDay: CalendarDate | null;
  readonly firstKnown: Instant | null;
  readonly lastKnown: Instant | null;
  readonly countries: readonly { readonly code: string; readonly name: string; readonly places: number }[];
  readonly reports: number;
  readonly claims: number;
  readonly places: number;
  /** Default `at` of views: today for a living ledger, the last known date for the demo. */
  readonly defaultAt: CalendarDate;
  readonly demo: boolean;
}

/** Every control period ever believed, with its places: for views that move through both times by themselves. */
export interface PeriodTable {
  readonly places: readonly PlaceView[];
  readonly periods: readonly ControlPeriod[];
}

/** A place that a name could mean, with a probability, as `dateline places find` and search boxes show it. */
export interface PlaceMatch {
  readonly place: PlaceView;
  readonly score: number;
  readonly population: number;
  /** Whether the record tells of it. */
  readonly inRecord: boolean;
}

/** What an import of a user's own places took in, the lines that it could not read, and the boundaries that no division fits. */
export interface PlacesImport {
  readonly kind: 'places' | 'boundaries';
  readonly added: number;
  readonly refused: readonly { readonly line: number; readonly why: string }[];
  readonly unmatched: readonly string[];
  /** Where they are kept. */
  readonly folder: string;
}

/** The first-order divisions of a country as GeoJSON; a division without a known shape is its point, and says so. */
export interface DivisionShapes {
  readonly type: 'FeatureCollection';
  readonly features: readonly {
    readonly type: 'Feature';
    readonly id: string;
    readonly properties: {
      readonly id: string;
      readonly name: string;
      readonly seat: string | null;
      readonly shape: 'polygon' | 'point';
    };
    readonly geometry:
      | { readonly type: 'Polygon'; readonly coordinates: readonly (readonly (readonly number[])[])[] }
      | {
          readonly type: 'MultiPolygon';
          readonly coordinates: readonly (readonly (readonly (readonly number[])[])[])[];
        }
      | { readonly type: 'Point'; readonly coordinates: readonly number[] };
  }[];
}

/** The sides that hold or held something, in the order of their colours. */
export interface SideView {
  readonly side: string;
  readonly name: string;
}

/** A series of figures with the name of its place as people know it: `Kunduz`, `Afghanistan`. */
export interface FigureView extends FigureSeries {
  readonly placeName: string | null;
}

/** A report that a search found; `excerpt` has the words that matched between « and ». */
export interface ReportHit {
  readonly id: string;
  readonly title: string | null;
  readonly outlet: string | null;
  readonly published: string | null;
  readonly known: Instant;
  readonly excerpt: string;
}

/** What a search found: reports and claims by their words, places by name; best first. */
export interface SearchResult {
  readonly reports: readonly ReportHit[];
  readonly claims: readonly ClaimView[];
  readonly places: readonly PlaceView[];
}

/** What reading again changes, or would change. */
export interface Rereading {
  /** Version of the reader that read again. */
  readonly reader: string;
  /** How many reports an earlier reader had read. */
  readonly read: number;
  /** Reports whose reading differs, with the claims that came and went; one that only changed is among both. */
  readonly changed: readonly {
    readonly report: string;
    readonly title: string | null;
    readonly gained: readonly Claim[];
    readonly lost: readonly Claim[];
  }[];
  /** Lines of the record, at the default day, that differ. */
  readonly status: readonly { readonly before: StatusRow | null; readonly after: StatusRow | null }[];
  /** Decisions whose claim no longer exists after it, and did before. */
  readonly orphans: readonly string[];
  readonly accepted: boolean;
}

/**
 * The ledger, one method a use case. Two implementations: local (src/dateline/), and over HTTP (src/fetching/remote-ledger.ts).
 * Every method rejects with a `LedgerError` whose message is one clear sentence for a person.
 */
export interface Ledger {
  /** Reads and files reports in their order, each whole or not at all; tells what became of each, as soon as it is safe. */
  add(
    by: Asker,
    inputs: readonly ReportInput[],
    onFiled?: (filing: Filing, index: number) => void,
  ): Promise<Filing[]>;
  /** `place` is an id or a name; `within` gives all that lies in it too: its sites, the places of a division or country. */
  status(
    by: Asker,
    query: Moment & {
      readonly country?: string | undefined;
      readonly place?: string | undefined;
      readonly within?: boolean | undefined;
    },
  ): Promise<StatusRow[]>;
  /** `place` is an id or a name. */
  history(by: Asker, place: string, query?: Moment): Promise<PlaceHistory>;
  discrepancies(
    by: Asker,
    query?: Moment & { readonly country?: string | undefined; readonly open?: boolean | undefined },
  ): Promise<DiscrepancyRow[]>;
  reports(by: Asker, query?: Moment): Promise<ReportRow[]>;
  report(by: Asker, id: string, query?: Moment): Promise<ReportView>;
  claims(
    by: Asker,
    query?: Moment & {
      readonly ids?: readonly string[] | undefined;
      readonly place?: string | undefined;
      readonly kind?: string | undefined;
    },
  ): Promise<ClaimView[]>;
  changes(
    by: Asker,
    query: {
      readonly from?: CalendarDate | undefined;
      readonly to?: CalendarDate | undefined;
      readonly country?: string | undefined;
      readonly knownAt?: string | undefined;
    },
  ): Promise<Changes>;
  events(by: Asker, query?: Moment & { readonly country?: string | undefined }): Promise<LedgerEvent[]>;
  figures(by: Asker, query?: Moment & { readonly country?: string | undefined }): Promise<FigureView[]>;
  sides(by: Asker, query?: Moment): Promise<SideView[]>;
  periods(by: Asker, query?: Moment & { readonly country?: string | undefined }): Promise<PeriodTable>;
  shapes(by: Asker, country: string): Promise<DivisionShapes>;
  findPlaces(by: Asker, name: string, country?: string, query?: Moment): Promise<PlaceMatch[]>;
  extent(by: Asker, query?: Moment): Promise<Extent>;
  /** Reports, claims and places by words; what names withheld persons finds nothing. */
  search(
    by: Asker,
    words: string,
    query?: Moment & { readonly limit?: number | undefined },
  ): Promise<SearchResult>;
  /** The record as a file of a format; its bytes are made as they are taken. */
  export(by: Asker, query: ExportQuery): Promise<ExportFile>;
  /** A situation report: what changed between two days, what is disputed, figures, the map, and the words it all stands on. */
  sitrep(by: Asker, query: SitrepQuery): Promise<Sitrep>;
  /** The same as a file, with an editor's words in place of its own where there are any. */
  sitrepFile(by: Asker, query: SitrepFileQuery): Promise<ExportFile>;
  /** Reads again, with the present reader, what an earlier one read; a dry run only shows the difference. */
  reread(by: Asker, query?: { readonly dryRun?: boolean | undefined }): Promise<Rereading>;
  /** Appends a decision. `at` defaults to now; a baseline is known from its own date. */
  decide(by: Asker, ruling: Ruling, why: string, at?: Instant): Promise<Decision>;
  decisions(by: Asker, query?: Moment): Promise<DecisionView[]>;
  /** Who did what, newest first; for analysts. */
  auditLog(by: Asker, query?: AuditQuery): Promise<AuditEntry[]>;
  /** Changes of the record in the order in which they were written: what streams, feeds and webhooks tell. */
  changeLog(by: Asker, query?: ChangeQuery): Promise<ChangeEntry[]>;
  /** People and API keys. */
  readonly accounts: Accounts;
  /** What whoever asks keeps for themselves: searches that tell, discrepancies put off. */
  readonly notebook: Notebook;
  /** Servers that are told of changes. */
  readonly webhooks: Webhooks;
  /** Feeds that are watched, the work that is queued, long imports. */
  readonly incoming: Incoming;
  close(): Promise<void>;
}

/** A failure that a person can act on: its message is one clear sentence, quoting the bad value. */
export class LedgerError extends Error {
  override readonly name = 'LedgerError';
  readonly code: 'not-found' | 'invalid' | 'held' | 'newer' | 'missing' | 'forbidden' | 'unavailable';
  constructor(code: LedgerError['code'], message: string) {
    super(message);
    this.code = code;
  }
}
