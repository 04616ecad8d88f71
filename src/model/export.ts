import type { CalendarDate, Instant } from './time.ts';

/** The formats that the record goes out in. */
export const EXPORT_FORMATS = [
  'acled',
  'ucdp',
  'idmc',
  'geojson',
  'csv',
  'jsonl',
  'parquet',
  'annotations',
] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** What to export. `at` and `knownAt` mean what they mean for every view; `country` is a code or a name. */
export interface ExportQuery {
  readonly format: ExportFormat;
  readonly at?: CalendarDate | undefined;
  readonly knownAt?: string | undefined;
  readonly country?: string | undefined;
}

/** A file on its way out: its bytes come in pieces, so that a large one is never held whole. */
export interface ExportFile {
  /** @example 'dateline-acled-AF-2021-08-15.csv' */
  readonly name: string;
  /** @example 'text/csv; charset=utf-8' */
  readonly mediaType: string;
  readonly bytes: AsyncIterable<Uint8Array>;
}

/** The formats of a situation report. */
export const SITREP_FORMATS = ['md', 'html', 'pdf'] as const;
export type SitrepFormat = (typeof SITREP_FORMATS)[number];

export interface SitrepQuery {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly country?: string | undefined;
  readonly knownAt?: string | undefined;
}

/** What an editor made of a situation report: other words for a sentence, or none; and words of the desk's own. */
export interface SitrepEdits {
  readonly title?: string | undefined;
  /** Stands above all, as the desk's own words. */
  readonly note?: string | undefined;
  readonly sentences?: readonly SitrepEdit[] | undefined;
}
export interface SitrepEdit {
  readonly id: string;
  readonly text?: string | undefined;
  readonly drop?: boolean | undefined;
}

export interface SitrepFileQuery extends SitrepQuery {
  readonly format: SitrepFormat;
  readonly edits?: SitrepEdits | undefined;
}

/** The words that a sentence stands on. `source` is the number of the report in the list of sources. */
export interface SitrepEvidence {
  readonly claim: string;
  readonly source: number;
  /** Whose word: "a member of the provincial council → AFP"; the outlet where nobody is named. */
  readonly who: string;
  readonly quote: string;
  readonly stance: 'for' | 'against';
}

/** One sentence with what it stands on. `original` is what it said before an editor changed it. */
export interface SitrepSentence {
  readonly id: string;
  readonly on: CalendarDate | null;
  readonly text: string;
  readonly original: string | null;
  readonly places: readonly string[];
  readonly evidence: readonly SitrepEvidence[];
}

/** One measure of people at one place: what the origins say, never added up. */
export interface SitrepFigure extends SitrepSentence {
  readonly term: string;
  readonly who: string | null;
  readonly unit: string;
  readonly place: string | null;
  /** The bounds over all origins; null where nothing is said at that end. */
  readonly low: number | null;
  readonly high: number | null;
  readonly origins: number;
}

/** A report that sentences stand on, by number. */
export interface SitrepSource {
  readonly n: number;
  readonly report: string;
  readonly outlet: string | null;
  readonly title: string | null;
  readonly published: string | null;
  readonly url: string | null;
}

/** A ring of positions: degrees, longitude first. */
export type Ring = readonly (readonly number[])[];

/** One shape or point of the map, as held on the last day. */
export interface SitrepMapArea {
  readonly id: string;
  readonly name: string;
  /** Polygons, each a list of rings; empty for a point. */
  readonly polygons: readonly (readonly Ring[])[];
  /** Index in `sides`; -1: nobody, or nobody known. */
  readonly side: number;
  readonly basis: string | null;
  readonly contested: boolean;
  /** Whether the division itself is in the record, or only its seat. */
  readonly by: 'own' | 'seat' | 'none';
}
export interface SitrepMapPoint {
  readonly id: string;
  readonly name: string;
  readonly lat: number;
  readonly lon: number;
  readonly side: number;
  readonly basis: string;
  readonly contested: boolean;
  /** Whether it changed hands in the time reported on. */
  readonly changed: boolean;
  readonly rank: number;
}
export interface SitrepMap {
  readonly at: CalendarDate;
  readonly sides: readonly { readonly side: string; readonly name: string; readonly mark: string }[];
  readonly areas: readonly SitrepMapArea[];
  readonly points: readonly SitrepMapPoint[];
}

/** A situation report: what changed between two days, the map, what is disputed, figures, and the sources of it all. */
export interface Sitrep {
  readonly title: string;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly country: { readonly code: string; readonly name: string } | null;
  /** As known at. */
  readonly knownAt: Instant;
  readonly withheld: boolean;
  /** The desk's own words; null where there are none. */
  readonly note: string | null;
  readonly summary: readonly SitrepSentence[];
  readonly changes: readonly SitrepSentence[];
  readonly disputed: readonly SitrepSentence[];
  readonly figures: readonly SitrepFigure[];
  readonly map: SitrepMap;
  readonly sources: readonly SitrepSource[];
}
