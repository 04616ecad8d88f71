import type { Discrepancy, Instant } from '../../model/index.ts';

/**
 * Discrepancies as known at an instant: those found by then, and settled only by what came by then.
 * @example discrepanciesAsKnown(record.discrepancies, '2021-08-08T00:00:00.000Z')
 */
export const discrepanciesAsKnown = (all: readonly Discrepancy[], knownAt: Instant | null): Discrepancy[] =>
  knownAt == null
    ? [...all]
    : all.filter(d => d.knownSince <= knownAt).map(d => discrepancyAsKnown(d, knownAt));

/** What was known of one by an instant: a ruling that settled it and was undone later still held then. */
export function discrepancyAsKnown(d: Discrepancy, knownAt: Instant): Discrepancy {
  const { undone, settledBy, ...rest } = d;
  const held = undone?.find(u => u.known <= knownAt && knownAt < u.until);
  const over = undone?.filter(u => u.until <= knownAt) ?? [];
  const { until: _, ...ruled } = held ?? { until: '' };
  return {
    ...rest,
    settledBy:
      settledBy != null && settledBy.known <= knownAt
        ? settledBy
        : held == null
          ? null
          : (ruled as NonNullable<Discrepancy['settledBy']>),
    ...(over.length === 0 ? {} : { undone: over }),
  };
}
