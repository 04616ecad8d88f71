import type { FiledReport, ReportOrigin } from '../../model/index.ts';
import { findVersionGroups } from '../statements/versions.ts';
import type { Link, Order, Piece } from './link-prints.ts';

/** The share of a report's words that must stand in another for it to be a copy: a paragraph may be added, or a head. */
const COPY_SHARE = 0.6;

/**
 * Which report carries the text of which: a copy is of the earliest report that holds, near enough word for word, most
 * of its words. `group` is the first report of those that hang together by copying or as versions.
 */
export function findCopies(
  reports: readonly FiledReport[],
  pieces: ReadonlyMap<string, readonly Piece[]>,
  links: readonly Link[],
  order: Order,
): Map<string, ReportOrigin> {
  const byId = new Map(reports.map(r => [r.id, r]));
  const shared = new Map<string, Map<string, Set<Piece>>>();
  for (const { earlier, later, days } of links) {
    if (days > 14) continue;
    const from = shared.get(later.report.id) ?? new Map<string, Set<Piece>>();
    shared.set(later.report.id, from);
    from.set(earlier.report.id, (from.get(earlier.report.id) ?? new Set()).add(later));
  }
  const versionOf = new Map<string, string>();
  for (const group of findVersionGroups(reports)) {
    const [first, ...rest] = [...group].sort(order);
    for (const version of rest) versionOf.set(version.id, first!.id);
  }
  const out = new Map<string, ReportOrigin>();
  for (const report of [...reports].sort(order)) {
    const total = wordsIn(pieces.get(report.id) ?? []);
    const sources = [...(shared.get(report.id) ?? [])]
      .filter(([, mine]) => total > 0 && wordsIn([...mine]) / total >= COPY_SHARE)
      .map(([id]) => byId.get(out.get(id)?.copyOf ?? id)!)
      .sort(order);
    const copyOf = sources[0]?.id ?? null;
    const joined = copyOf ?? versionOf.get(report.id) ?? null;
    out.set(report.id, {
      report: report.id,
      copyOf,
      group: joined == null ? report.id : (out.get(joined)?.group ?? joined),
    });
  }
  return out;
}

const wordsIn = (pieces: readonly Piece[]): number => pieces.reduce((n, p) => n + p.print.words, 0);
