import type { Claim, FiledReport, Instant, ReportOrigin } from '../../model/index.ts';
import { normaliseName } from '../statements/normalise-name.ts';
import { sourceKeyOf } from './source-key.ts';

/** A claim's origin during known time: it changes where a later report shows that two texts are one. */
export interface OriginSpan {
  readonly from: Instant;
  readonly origin: string;
}

/** What the texts of the reports say about whose word is whose. */
export interface Origins {
  readonly reports: readonly ReportOrigin[];
  /** The origins of a claim, in known order; the first from its report's own known time. */
  originsOf(claim: Claim, report: FiledReport): readonly OriginSpan[];
  /** The earlier report of the same newsroom whose paragraph holds the claim's quote, null where there is none. */
  carriedFrom(claim: Claim, report: FiledReport): FiledReport | null;
  /** The earliest report, of any newsroom, whose paragraph holds the claim's quote: the report itself where it is new. */
  firstTold(claim: Claim, report: FiledReport): FiledReport;
}

/** The voice of a report: its newsroom's, in every report of it; a report without an outlet speaks for itself. */
export const voiceOf = (report: FiledReport): string =>
  report.outlet == null ? `report:${report.id}` : `outlet:${normaliseName(report.outlet)}`;

/** Origins by name alone, texts not compared. */
export function findOrigins(reports: readonly FiledReport[]): Origins {
  return {
    reports: reports.map(r => ({ report: r.id, copyOf: null, group: r.id })),
    originsOf: (claim, report) => {
      const key = sourceKeyOf(claim, report.outlet);
      const origin =
        key.kind === 'named'
          ? key.key
          : key.kind === 'voice'
            ? voiceOf(report)
            : `said:${report.id}:${key.name}`;
      return [{ from: report.known, origin }];
    },
    carriedFrom: () => null,
    firstTold: (_, report) => report,
  };
}
