import { daysBetween, type FiledReport, type Instant } from '../../model/index.ts';
import { wordDay } from '../statements/word-day.ts';
import { isNearDuplicate, type Print, printText } from './print-text.ts';

/** A piece of a report, with the report. */
export interface Piece {
  readonly report: FiledReport;
  readonly print: Print;
  readonly index: number;
}

/** Two near-duplicate pieces of two reports: the later one repeats the earlier one. */
export interface Link {
  readonly earlier: Piece;
  readonly later: Piece;
  readonly days: number;
}

/** Repeats further apart than this are no carried-over text either. */
export const CARRIED_DAYS = 60;
/** Earlier pieces of one band that are looked at: the same boilerplate a hundred times over says nothing new. */
const MOST_EARLIER = 12;

/** The earlier of two reports first: known time, then the one that the other credits, then id. */
export function compareReports(a: FiledReport, b: FiledReport): number {
  if (a.known !== b.known) return a.known < b.known ? -1 : 1;
  if (a.id === b.id) return 0;
  const credit = Number(credits(a, b)) - Number(credits(b, a));
  return credit !== 0 ? credit : a.id < b.id ? -1 : 1;
}

/** Whether a report names the other's newsroom in its text. */
const credits = (a: FiledReport, b: FiledReport): boolean =>
  b.outlet != null && a.outlet !== b.outlet && a.text.includes(b.outlet);

/** The pieces of all reports, report by report. */
export const findPieces = (reports: readonly FiledReport[]): Map<string, Piece[]> =>
  new Map(
    reports.map(report => [report.id, printText(report).map((print, index) => ({ report, print, index }))]),
  );

/**
 * The near-duplicate pieces among reports, at most `CARRIED_DAYS` apart: found by shared bands (locality-sensitive
 * hashing), then compared run by run. Each piece is compared with the last earlier ones of its bands, so that what is
 * found of reports known by an instant does not change by what is known after it.
 */
export function linkPrints(pieces: ReadonlyMap<string, readonly Piece[]>): Link[] {
  const reports = [...pieces.values()].flatMap(p => (p[0] == null ? [] : [p[0].report])).sort(compareReports);
  const bands = new Map<string, Piece[]>();
  const links: Link[] = [];
  for (const report of reports) {
    const mine = pieces.get(report.id)!;
    for (const later of mine) {
      const seen = new Set<Piece>();
      for (const band of later.print.bands)
        for (const earlier of (bands.get(band) ?? []).slice(-MOST_EARLIER)) {
          if (seen.has(earlier)) continue;
          seen.add(earlier);
          const days = Math.abs(daysBetween(wordDay(earlier.report), wordDay(report)));
          if (days <= CARRIED_DAYS && isNearDuplicate(earlier.print, later.print))
            links.push({ earlier, later, days });
        }
    }
    for (const piece of mine)
      for (const band of piece.print.bands) {
        const list = bands.get(band);
        if (list == null) bands.set(band, [piece]);
        else list.push(piece);
      }
  }
  return links;
}

/** The instant since when a link is known. */
export const linkKnown = (link: Link): Instant =>
  link.later.report.known > link.earlier.report.known ? link.later.report.known : link.earlier.report.known;
