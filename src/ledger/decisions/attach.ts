import { type Claim, type ClaimReference, overlapOf } from '../../model/index.ts';

/**
 * The claim that a decision names: the one with its id; after a new reading, the claim of the same report (and of title
 * or text) with the most overlapping quote and the same kind and place. Null where there is none: the decision is an
 * orphan, listed and never dropped.
 */
export function attach(reference: ClaimReference, claims: readonly Claim[]): Claim | null {
  let best: Claim | null = null,
    most = 0;
  for (const claim of claims) {
    if (claim.id === reference.claim) return claim;
    if (claim.kind !== reference.kind || claim.in !== reference.in || !isSamePlace(reference, claim))
      continue;
    const shared = overlapOf(reference.span, claim.quote);
    if (shared > most || (shared === most && shared > 0 && best != null && claim.id < best.id)) {
      best = claim;
      most = shared;
    }
  }
  return best;
}

const isSamePlace = (reference: ClaimReference, claim: Claim): boolean =>
  reference.place == null
    ? claim.places.length === 0
    : claim.places.some(p => p.id === reference.place || p.name === reference.place);
