import type { Claim, ClaimActor, ClaimView } from '../../model/index.ts';
import type { StoredClaim } from '../../store/index.ts';
import { type Mask, unmasked } from '../withholding/mask.ts';

/** A claim with what a person needs to judge it; what names private persons masked. */
export const toClaimView = (stored: StoredClaim, mask: Mask): ClaimView => ({
  ...maskClaim(stored.claim, mask),
  reportTitle: stored.reportTitle == null ? null : mask(stored.reportTitle),
  outlet: stored.outlet,
  published: stored.published,
  known: stored.known,
  origin: stored.origin,
  carriedFrom: stored.carriedFrom,
  verdict: stored.verdict,
});

/** A claim with what names private persons masked: quote, attribution, actors. */
export function maskClaim(claim: Claim, mask: Mask): Claim {
  if (mask === unmasked) return claim;
  const actor = <A extends ClaimActor | null | undefined>(a: A): A =>
    a == null ? a : { ...a, name: mask(a.name) };
  return {
    ...claim,
    ...(claim.actor === undefined ? {} : { actor: actor(claim.actor) }),
    ...(claim.target === undefined ? {} : { target: actor(claim.target) }),
    attribution: claim.attribution.map(source => ({ ...source, name: mask(source.name) })),
    quote: { ...claim.quote, text: mask(claim.quote.text) },
  };
}
