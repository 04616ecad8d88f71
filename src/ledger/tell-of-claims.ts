import type { WeighedClaim } from '../model/index.ts';
import type { Weighing } from './take-in.ts';

/** Every claim as the ledger takes it, by id: its last version, origin and verdict. */
export function tellOfClaims(weighing: Weighing): WeighedClaim[] {
  return weighing.claims
    .map(claim => {
      const report = weighing.reports.get(claim.report)!;
      const version = weighing.versions.get(claim.id)?.at(-1);
      return {
        claim: version?.claim ?? claim,
        origin: weighing.origins.originsOf(claim, report).at(-1)!.origin,
        carriedFrom: weighing.origins.carriedFrom(claim, report)?.id ?? null,
        verdict: version?.verdict ?? null,
      };
    })
    .sort((a, b) => (a.claim.id < b.claim.id ? -1 : a.claim.id > b.claim.id ? 1 : 0));
}
