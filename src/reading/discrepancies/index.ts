import type { Claim, ReportDiscrepancy } from '../../model/index.ts';
import { findDateConflicts, findDenials, findStatusConflicts } from './control-conflicts.ts';
import { findCountMismatches } from './count-mismatches.ts';
import { findFigureMismatches } from './figure-mismatches.ts';

/**
 * What does not add up inside one report, each in a plain sentence. `ongoing` says of a claim, by its index, whether the
 * text tells it as still going on. Requires: the claims of the report, in the order of the reading.
 * @example findDiscrepancies(claims, () => false)[0]?.note // "The report counts both … and …; both cannot be right."
 */
export function findDiscrepancies(
  claims: readonly Claim[],
  ongoing: (index: number) => boolean,
): ReportDiscrepancy[] {
  const list = claims.map((claim, index) => ({ claim, index }));
  return [
    ...findCountMismatches(claims),
    ...findStatusConflicts(list, ongoing),
    ...findDenials(list),
    ...findFigureMismatches(claims),
    ...findDateConflicts(list),
  ];
}
