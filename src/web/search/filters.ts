import type { PeriodIndex } from '../record/index-periods.ts';
import type { View } from '../state/view.ts';
import type { Basis, ClaimView } from '../types.ts';

/** What a search is narrowed by, as the address has it. */
export type Filters = Pick<View, 'kind' | 'basis' | 'source' | 'from' | 'until'>;

const bases = new WeakMap<PeriodIndex, Map<string, Basis>>();

/** The basis of the line of the record that stands on each claim, by claim id; the newest belief counts. */
export function basisOfClaims(index: PeriodIndex): ReadonlyMap<string, Basis> {
  let found = bases.get(index);
  if (found == null) {
    found = new Map();
    const order = [...index.periods].sort((a, b) => (a.knownFrom < b.knownFrom ? -1 : 1));
    for (const p of order) for (const id of [...p.claims, ...p.against]) found.set(id, p.basis);
    bases.set(index, found);
  }
  return found;
}

const within = (published: string | null, from: string | null, until: string | null): boolean => {
  if (from == null && until == null) return true;
  const day = published?.slice(0, 10);
  return day != null && (from == null || day >= from) && (until == null || day <= until);
};

/** Whether a report falls in the dates asked for. */
export const isReportIn = (report: { published: string | null }, f: Filters): boolean =>
  within(report.published, f.from, f.until);

/** Whether a claim is of the kind, basis, kind of source and dates asked for. An outlet's own word counts as the source kind `outlet`. */
export function isClaimIn(claim: ClaimView, f: Filters, basis: ReadonlyMap<string, Basis>): boolean {
  if (f.kind != null && claim.kind !== f.kind) return false;
  if (f.basis != null && basis.get(claim.id) !== f.basis) return false;
  if (f.source != null && (claim.attribution[0]?.kind ?? 'outlet') !== f.source) return false;
  return within(claim.published, f.from, f.until);
}
