import type { Claim, ClaimActor } from '../../model/index.ts';
import { normaliseName } from './normalise-name.ts';
import { UNKNOWN_PARTY } from './statement.ts';

/**
 * The side that an actor stands for in the ledger: its side; where the reader could not tell, its own id, or `x:zz/` and
 * its normalised name, so that doubt stays visible and nothing is guessed. Null for no actor.
 */
export function sideOf(actor: ClaimActor | null | undefined): string | null {
  if (actor == null) return null;
  if (actor.side != null) return actor.side;
  if (actor.id != null) return actor.id;
  const name = normaliseName(actor.name);
  return name === '' ? null : `x:zz/${name}`;
}

/**
 * The side of the party whose word a claim is, null where the innermost source is no party to the fight. A party whose
 * side is not known is `UNKNOWN_PARTY`, unless it bears the name of the claim's actor or target.
 */
export function speakerOf(claim: Claim): string | null {
  const source = claim.attribution[0];
  if (source == null) return null;
  const side = source.actor?.side ?? source.actor?.id ?? null;
  if (side != null) return side;
  if (source.kind !== 'party') return null;
  const name = normaliseName(source.name);
  for (const actor of [claim.actor, claim.target])
    if (actor != null && normaliseName(actor.name) === name) return sideOf(actor);
  return UNKNOWN_PARTY;
}
