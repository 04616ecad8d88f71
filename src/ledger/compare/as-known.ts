import type { Discrepancy, Instant } from '../../model/index.ts';

/**
 * Discrepancies as known at an instant: those found by then, and settled only by what came by then.
 * @example discrepanciesAsKnown(record.discrepancies, '2021-08-08T00:00:00.000Z')
 */
export const discrepanciesAsKnown = (all: readonly Discrepancy[], knownAt: Instant | null): Discrepancy[] =>
  knownAt == null
    ? [...all]
    : all
        .filter(d => d.knownSince <= knownAt)
        .map(d => (d.settledBy != null && d.settledBy.known > knownAt ? { ...d, settledBy: null } : d));
