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
 * side the reader could not tell has that of the claim's actor or target where it bears its name or a word of it ("a rebel
 * commander" of "the rebels"); else it is `UNKNOWN_PARTY`.
 */
export function speakerOf(claim: Claim): string | null {
  const source = claim.attribution[0];
  if (source == null) return null;
  const side = source.actor?.side ?? source.actor?.id ?? null;
  if (side != null) return side;
  if (source.kind !== 'party') return null;
  const name = normaliseName(source.name);
  const actors = [claim.actor, claim.target].filter(a => a != null);
  const same = actors.find(a => normaliseName(a.name) === name);
  const kin = same ?? actors.find(a => sharesWord(normaliseName(a.name), name));
  return kin == null ? UNKNOWN_PARTY : sideOf(kin);
}

/** Words that any side's people are called by. */
const ANYBODY =
  /^(?:force|fighter|troop|soldier|command|commander|spokesman|spokeswoman|spokesperson|official|officer|group|source|unit|statement|leader|local|senior|area|of|the|and|in|for|a|an|his|its|their)$/;

/** Whether two names have a telling word in common. @example sharesWord('rebels', 'a rebel commander') // true */
function sharesWord(a: string, b: string): boolean {
  const words = (name: string): string[] =>
    name
      .split(' ')
      .map(word => word.replace(/s$/, ''))
      .filter(word => word.length > 1 && !ANYBODY.test(word));
  const mine = words(a);
  return words(b).some(word => mine.includes(word));
}
