import type { Claim, FiledReport, Instant, ReportOrigin } from '../../model/index.ts';
import { normaliseName } from '../statements/normalise-name.ts';
import { findVersionGroups } from '../statements/versions.ts';
import { findCopies } from './copies.ts';
import { TimedGroups } from './groups.ts';
import { findPieces, type Link, linkKnown, linkPrints, type Order, type Piece } from './link-prints.ts';
import type { PrivateSources } from './private-sources.ts';
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
  /** The earliest report, of any newsroom, whose text holds the claim's quote: the report itself where it is new. */
  firstTold(claim: Claim, report: FiledReport): FiledReport;
}

/** Near-duplicates further apart than this do not make one origin. */
const ORIGIN_DAYS = 14;

/** The voice of a report: its newsroom's, in every report of it; a report without an outlet speaks for itself. */
export const voiceOf = (report: FiledReport): string =>
  report.outlet == null ? `report:${report.id}` : `outlet:${normaliseName(report.outlet)}`;

/**
 * The origins of all claims: texts compared paragraph by paragraph and quotation by quotation (near-duplicates at most 14
 * days apart are one, in connected components), the versions of one address taken together, named sources the same
 * everywhere.
 */
export function findOrigins(reports: readonly FiledReport[], person: PrivateSources = () => null): Origins {
  const pieces = findPieces(reports);
  const { links, order } = linkPrints(pieces);
  const texts = joinPieces(links, [], pieces, order);
  const groups = joinPieces(links, findVersionGroups(reports), pieces, order);
  const copies = findCopies(reports, pieces, links, order);
  const carried = new Map<Piece, Piece>();
  for (const link of links)
    if (link.earlier.report.id !== link.later.report.id) noteCarried(carried, link, order);

  const pieceOf = (claim: Claim, report: FiledReport): Piece | null => {
    const mine = pieces.get(report.id) ?? [];
    // A title stands on the story's first paragraph.
    if (claim.in === 'title') return mine[0] ?? null;
    const holding = mine.filter(p => p.print.start <= claim.quote.start && claim.quote.start < p.print.end);
    return holding.at(-1) ?? holding[0] ?? null;
  };
  const rootsOf = (claim: Claim, report: FiledReport): { from: Instant; report: FiledReport }[] => {
    const piece = pieceOf(claim, report);
    if (piece == null) return [{ from: report.known, report }];
    return groups.rootsOf(piece, report.known).map(({ from, root }) => ({ from, report: root.report }));
  };
  return {
    reports: [...copies.values()],
    originsOf: (claim, report) => {
      const key = sourceKeyOf(claim, report.outlet, person);
      if (key.kind === 'named') return [{ from: report.known, origin: key.key }];
      const name = (root: FiledReport): string =>
        key.kind === 'voice' ? voiceOf(root) : `said:${root.id}:${key.name}`;
      return mergeSpans(rootsOf(claim, report).map(r => ({ from: r.from, origin: name(r.report) })));
    },
    carriedFrom: (claim, report) => {
      const piece = pieceOf(claim, report);
      return (piece == null ? null : carried.get(piece)?.report) ?? null;
    },
    firstTold: (claim, report) => {
      const piece = pieceOf(claim, report);
      if (piece == null) return report;
      const root = texts.rootOf(piece, report.known).report;
      const own = carried.get(piece)?.report;
      return own != null && order(own, root) < 0 ? own : root;
    },
  };
}

/** Notes the earliest report of the same newsroom that holds a piece, by way of pieces between. */
function noteCarried(carried: Map<Piece, Piece>, { earlier, later }: Link, order: Order): void {
  if (earlier.report.outlet == null || earlier.report.outlet !== later.report.outlet) return;
  const first = carried.get(earlier) ?? earlier;
  const known = carried.get(later);
  if (known == null || order(first.report, known.report) < 0) carried.set(later, first);
}

/** Near-duplicate pieces, and with `versions` all pieces of one address, in groups. */
function joinPieces(
  links: readonly Link[],
  versions: readonly (readonly FiledReport[])[],
  pieces: ReadonlyMap<string, readonly Piece[]>,
  order: Order,
): TimedGroups<Piece> {
  const comparePieces = (a: Piece, b: Piece): number => order(a.report, b.report) || a.index - b.index;
  const groups = new TimedGroups<Piece>(comparePieces);
  const joins = links
    .filter(l => l.days <= ORIGIN_DAYS)
    .map(l => ({ a: l.earlier, b: l.later, at: linkKnown(l) }));
  for (const group of versions) {
    const inOrder = [...group].sort(order);
    const first = inOrder.map(r => pieces.get(r.id)?.[0]).find(p => p != null);
    for (const version of inOrder)
      for (const b of pieces.get(version.id) ?? [])
        if (first != null && b !== first) joins.push({ a: first, b, at: version.known });
  }
  const byInstant = (a: (typeof joins)[number], b: (typeof joins)[number]): number =>
    a.at < b.at ? -1 : a.at > b.at ? 1 : comparePieces(a.a, b.a) || comparePieces(a.b, b.b);
  for (const { a, b, at } of joins.sort(byInstant)) groups.join(a, b, at);
  return groups;
}

const mergeSpans = (spans: readonly OriginSpan[]): OriginSpan[] =>
  spans.filter((s, i) => i === 0 || s.origin !== spans[i - 1]!.origin);
