import type { Instant, LedgerInput } from '../model/index.ts';

/** The part of the input that was known by an instant; null: all of it. Reports that no longer exist take no reading. */
export function knownBy(input: LedgerInput, knownAt: Instant | null): LedgerInput {
  if (knownAt == null) return input;
  const reports = input.reports.filter(r => r.known <= knownAt);
  const ids = new Set(reports.map(r => r.id));
  return {
    reports,
    readings: input.readings.filter(r => ids.has(r.report)),
    decisions: input.decisions.filter(d => d.at <= knownAt),
  };
}
