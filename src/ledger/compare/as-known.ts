import type { Discrepancy, Instant } from '../../model/index.ts';
import { firstOf, withSettled } from './found.ts';

/**
 * Discrepancies as known at an instant: those found by then, and settled only by what came by then.
 * @example discrepanciesAsKnown(record.discrepancies, '2021-08-08T00:00:00.000Z')
 */
export const discrepanciesAsKnown = (all: readonly Discrepancy[], knownAt: Instant | null): Discrepancy[] =>
  knownAt == null
    ? [...all]
    : all.filter(d => d.knownSince <= knownAt).map(d => discrepancyAsKnown(d, knownAt));

/** What was known of one by an instant: what settled it until a ruling was undone later still held then. */
export function discrepancyAsKnown(d: Discrepancy, knownAt: Instant): Discrepancy {
  const { undone = [], settledBy, ...found } = d;
  const held = undone
    .filter(u => u.known <= knownAt && knownAt < u.until)
    .map(({ until: _, ...settled }) => settled);
  return withSettled(
    found,
    firstOf([...held, settledBy != null && settledBy.known <= knownAt ? settledBy : null]),
    undone.filter(u => u.until <= knownAt),
  );
}
