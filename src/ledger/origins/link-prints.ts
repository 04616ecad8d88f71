import { daysBetween, type FiledReport, type Instant } from '../../model/index.ts';
import { put } from '../group-by.ts';
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
/** Earlier near-duplicates in one band that are linked: the same boilerplate a hundred times over says nothing new. */
const MOST_EARLIER = 12;

/** Which of two reports came first. A total order, which hangs on nothing but the two and what they repeat. */
export type Order = (a: FiledReport, b: FiledReport) => number;

/** By known time, then id. */
const byKnown: Order = (a, b) =>
  a.known < b.known ? -1 : a.known > b.known ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0;

/** Whether a report names the other's newsroom in its text. */
const credits = (a: FiledReport, b: FiledReport): boolean =>
  b.outlet != null && a.outlet !== b.outlet && a.text.includes(b.outlet);

/** The pieces of all reports, report by report. */
export const findPieces = (reports: readonly FiledReport[]): Map<string, Piece[]> =>
  new Map(
    reports.map(report => [report.id, printText(report).map((print, index) => ({ report, print, index }))]),
  );

/** Two near-duplicate pieces of two reports, before it is known which came first. */
type Pair = readonly [Piece, Piece];

/**
 * The near-duplicate pieces among reports, at most `CARRIED_DAYS` apart: found by shared bands (locality-sensitive
 * hashing), then compared run by run. Each piece is linked with the last earlier ones of its bands, so that what is found of
 * reports known by an instant does not change by what is known after it, nor by reports that share no band with them.
 */
export function linkPrints(pieces: ReadonlyMap<string, readonly Piece[]>): { links: Link[]; order: Order } {
  const pairs = findPairs(pieces);
  // Of two reports of one instant, the one that credits the other came after it.
  const crediting = new Set<string>();
  for (const [a, b] of pairs) {
    if (a.report.known !== b.report.known) continue;
    if (credits(a.report, b.report)) crediting.add(a.report.id);
    if (credits(b.report, a.report)) crediting.add(b.report.id);
  }
  const order: Order = (a, b) =>
    a.known === b.known && a.id !== b.id
      ? Number(crediting.has(a.id)) - Number(crediting.has(b.id)) || byKnown(a, b)
      : byKnown(a, b);
  const links = pairs.map(([a, b]): Link => {
    const [earlier, later] = order(a.report, b.report) < 0 ? [a, b] : [b, a];
    return { earlier, later, days: daysApart(a, b) };
  });
  return {
    order,
    links: links.sort(
      (x, y) => order(x.later.report, y.later.report) || order(x.earlier.report, y.earlier.report),
    ),
  };
}

const daysApart = (a: Piece, b: Piece): number => Math.abs(daysBetween(wordDay(a.report), wordDay(b.report)));

function findPairs(pieces: ReadonlyMap<string, readonly Piece[]>): Pair[] {
  const reports = [...pieces.values()].flatMap(p => (p[0] == null ? [] : [p[0].report])).sort(byKnown);
  const bands = new Map<string, Piece[]>();
  const pairs: Pair[] = [];
  for (const report of reports) {
    const mine = pieces.get(report.id)!;
    for (const later of mine) for (const earlier of findEarlier(later, bands)) pairs.push([earlier, later]);
    for (const piece of mine) for (const band of piece.print.bands) put(bands, band, piece);
  }
  return pairs;
}

/** The last earlier near-duplicates of a piece in each of its bands. */
function findEarlier(later: Piece, bands: ReadonlyMap<string, readonly Piece[]>): Set<Piece> {
  const same = new Set<Piece>(),
    other = new Set<Piece>();
  for (const band of later.print.bands) {
    const list = bands.get(band);
    if (list == null) continue;
    let found = 0;
    for (let i = list.length - 1; i >= 0 && found < MOST_EARLIER; i--) {
      const earlier = list[i]!;
      if (other.has(earlier)) continue;
      if (!same.has(earlier)) {
        if (daysApart(earlier, later) > CARRIED_DAYS || !isNearDuplicate(earlier.print, later.print)) {
          other.add(earlier);
          continue;
        }
        same.add(earlier);
      }
      found++;
    }
  }
  return same;
}

/** The instant since when a link is known. */
export const linkKnown = (link: Link): Instant =>
  link.later.report.known > link.earlier.report.known ? link.later.report.known : link.earlier.report.known;
