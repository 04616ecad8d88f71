import { type Claim, isTake } from '../../model/index.ts';
import { sideOf } from './side-of.ts';

/**
 * Whether a claim of a title, or of nobody in particular, is told again in the text of the same report: the two are one
 * statement, and the text's, which says when and on whose word, is the one that counts.
 */
export function isRetold(claim: Claim, claims: readonly Claim[]): boolean {
  if (claim.in !== 'title') return false;
  if (claim.kind === 'count')
    return claims.some(
      c => c.in === 'text' && c.count?.n === claim.count?.n && c.count?.ordinal === claim.count?.ordinal,
    );
  if (claim.kind === 'figure')
    return claims.some(
      c =>
        c.in === 'text' &&
        c.figure?.term === claim.figure?.term &&
        c.figure?.min === claim.figure?.min &&
        c.figure?.max === claim.figure?.max,
    );
  if (claim.kind !== 'control') return false;
  return claims.some(
    other =>
      other.in === 'text' &&
      other.kind === 'control' &&
      classOf(other.event) === classOf(claim.event) &&
      other.polarity === claim.polarity &&
      other.modality === claim.modality &&
      (claim.actor == null || sideOf(other.actor) === sideOf(claim.actor)) &&
      claim.places.every(p => other.places.some(q => q.id === p.id && (q.part == null) === (p.part == null))),
  );
}

const classOf = (event: string | undefined): string => (isTake(event) ? 'take' : (event ?? ''));
