import type { Decision, FiledReport, LedgerInput, Reading } from '../../model/index.ts';
import { loadDecisions, loadReadings, loadReports, revisionOf, type Tx } from '../../store/index.ts';

/** The input of the last weighing, good as long as the record's revision is the same. */
export interface InputCache {
  last: { readonly revision: number; readonly input: LedgerInput } | null;
}

/** What is to be filed beside what is there. */
export interface Addition {
  readonly reports?: readonly FiledReport[] | undefined;
  /** Supersede earlier readings of the same reports. */
  readonly readings?: readonly Reading[] | undefined;
  readonly decisions?: readonly Decision[] | undefined;
}

/** Everything that the ledger is a function of, as it stands in the store. */
export async function loadInput(tx: Tx, cache: InputCache): Promise<LedgerInput> {
  const revision = await revisionOf(tx);
  if (cache.last?.revision === revision) return cache.last.input;
  return {
    reports: await loadReports(tx),
    readings: await loadReadings(tx),
    decisions: await loadDecisions(tx),
  };
}

/** The input with an addition. */
export function extendInput(
  input: LedgerInput,
  { reports = [], readings = [], decisions = [] }: Addition,
): LedgerInput {
  const superseded = new Set(readings.map(r => r.report));
  return {
    reports: [...input.reports, ...reports],
    readings: [...input.readings.filter(r => !superseded.has(r.report)), ...readings.map(withoutMentions)],
    decisions: [...input.decisions, ...decisions],
  };
}

/** What is not weighed need not stay in memory. */
const withoutMentions = (reading: Reading): Reading => ({ ...reading, mentions: [], speech: [] });

/**
 * The reports of one address as versions of one another, in known order: whatever order they arrived in. What came with a
 * version keeps it.
 */
export function numberVersions(reports: readonly FiledReport[]): FiledReport[] {
  const byUrl = new Map<string, FiledReport[]>();
  for (const r of reports)
    if (r.url != null && r.version == null) byUrl.set(r.url, [...(byUrl.get(r.url) ?? []), r]);
  const versions = new Map<string, FiledReport>();
  for (const [url, list] of byUrl) {
    if (list.length < 2) continue;
    list.sort((a, b) => (a.known < b.known ? -1 : a.known > b.known ? 1 : a.id < b.id ? -1 : 1));
    list.forEach((r, i) => {
      versions.set(r.id, { ...r, version: { of: url, n: i + 1 } });
    });
  }
  return versions.size === 0 ? [...reports] : reports.map(r => versions.get(r.id) ?? r);
}
