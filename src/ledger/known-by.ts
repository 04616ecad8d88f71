import type { FiledReport, Instant, LedgerInput, Reading } from '../model/index.ts';

/**
 * The part of the input that was known by an instant (null: all of it), everything once: a report as it was first filed, of
 * two readings of a report the one by the later reader. Readings of reports that are not there are left out.
 */
export function knownBy(input: LedgerInput, knownAt: Instant | null): LedgerInput {
  const isKnown = (instant: Instant): boolean => knownAt == null || instant <= knownAt;
  const reports = firstOfEach(input.reports.filter(r => isKnown(r.known)).sort(byKnown), r => r.id);
  const ids = new Set(reports.map(r => r.id));
  const readings = input.readings.filter(r => ids.has(r.report)).sort(byReader);
  const decisions = input.decisions.filter(d => isKnown(d.at));
  return {
    reports,
    readings: firstOfEach(readings, r => r.report),
    decisions: firstOfEach(decisions, d => d.id),
  };
}

const firstOfEach = <T>(items: readonly T[], keyOf: (item: T) => string): T[] => {
  const seen = new Set<string>();
  return items.filter(item => !seen.has(keyOf(item)) && seen.add(keyOf(item)));
};

const byKnown = (a: FiledReport, b: FiledReport): number =>
  a.known < b.known ? -1 : a.known > b.known ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0;

const byReader = (a: Reading, b: Reading): number =>
  a.report < b.report ? -1 : a.report > b.report ? 1 : a.reader > b.reader ? -1 : a.reader < b.reader ? 1 : 0;
