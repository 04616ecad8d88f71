import type { Claim, FiledReport, Instant, Reading } from '../../model/index.ts';
import { normaliseName } from './normalise-name.ts';
import { sideOf } from './side-of.ts';

/** The reports of one address, first version first. A report alone at its address is none. */
export function findVersionGroups(reports: readonly FiledReport[]): FiledReport[][] {
  const groups = new Map<string, FiledReport[]>();
  for (const r of reports)
    if (r.version != null) groups.set(r.version.of, [...(groups.get(r.version.of) ?? []), r]);
  for (const r of reports) {
    if (r.version != null) continue;
    const group = groups.get(r.id) ?? (r.url == null ? undefined : groups.get(r.url));
    group?.push(r);
  }
  const order = (r: FiledReport): number => r.version?.n ?? 0;
  return [...groups.values()]
    .map(g =>
      g.sort(
        (a, b) =>
          order(a) - order(b) || (a.known < b.known ? -1 : a.known > b.known ? 1 : a.id < b.id ? -1 : 1),
      ),
    )
    .filter(g => g.length > 1);
}

/** From when on a claim is withdrawn: as soon as a later version of its report is known that no longer says it. */
export function findWithdrawals(
  reports: readonly FiledReport[],
  readings: readonly Reading[],
): Map<string, Instant> {
  const out = new Map<string, Instant>();
  const claimsOf = new Map(readings.map(r => [r.report, r.claims]));
  for (const group of findVersionGroups(reports))
    group.forEach((earlier, i) => {
      for (const claim of claimsOf.get(earlier.id) ?? []) {
        const key = sayingOf(claim);
        const without = group
          .slice(i + 1)
          .filter(later => claimsOf.has(later.id) && !claimsOf.get(later.id)!.some(c => sayingOf(c) === key))
          .map(later => (later.known > earlier.known ? later.known : earlier.known))
          .sort()[0];
        if (without != null) out.set(claim.id, without);
      }
    });
  return out;
}

/** What a claim says, apart from where in the text it stands. */
function sayingOf(claim: Claim): string {
  const { figure, count } = claim;
  return JSON.stringify([
    claim.kind,
    claim.event ?? null,
    claim.places.map(p => [p.id ?? p.name, p.part ?? null]),
    claim.polarity,
    claim.modality,
    sideOf(claim.actor),
    normaliseName(claim.attribution[0]?.name ?? ''),
    figure == null ? null : [figure.term, figure.min, figure.max, figure.unit, figure.who ?? null],
    count == null ? null : [count.n, count.outOf ?? null, count.set, count.ordinal],
  ]);
}
