import type { Basis } from '../../model/index.ts';
import type { Evidence, Objection } from './evidence.ts';
import type { Row, Tenure } from './state.ts';

/** Two independent origins, at least one of which does not gain by it (the loser's own admission is such a one). */
export const isConfirmed = (evidence: readonly Evidence[]): boolean =>
  evidence.length >= 2 && evidence.some(e => !e.gains);

/**
 * The objections to a holder that still stand. One is settled where an analyst accepted the taking; where the side that
 * lost the place, or the side that denied it, says so itself later; or where a later word of another origin that does not gain makes at least two such.
 */
export const liveObjections = (tenure: Tenure): readonly Objection[] =>
  tenure.objections.filter(o => settlerOf(o, tenure.evidence) == null);

/** The word that settles an objection, null while it stands. */
export function settlerOf(objection: Objection, evidence: readonly Evidence[]): Evidence | null {
  const disinterested = evidence.filter(e => !e.gains && e.origin !== objection.origin);
  return (
    evidence.find(e => e.accepted) ??
    evidence.find(e => e.admitted && e.word >= objection.word && e.claim !== objection.claim) ??
    (objection.kind === 'denial' ? evidence.find(e => takesBack(e, objection)) : null) ??
    (disinterested.length < 2 ? null : (disinterested.find(e => e.word > objection.word) ?? null))
  );
}

/** Whether the side that denied a taking tells of it itself by a later day. */
const takesBack = (e: Evidence, { speaker, word }: Objection): boolean =>
  speaker != null && e.sides.some(s => s.side === speaker && s.word > word);

/** What origins say of themselves: confirmed, reported or claimed. */
const weight = (evidence: readonly Evidence[]): Basis =>
  isConfirmed(evidence) ? 'confirmed' : evidence.some(e => !e.gains) ? 'reported' : 'claimed';

/** The words that a row stands on, and those against it. */
export function wordsOf(row: Row): { readonly pro: readonly Evidence[]; readonly con: readonly Objection[] } {
  const { tenure, contest } = row;
  if (contest == null) return { pro: tenure?.evidence ?? [], con: tenure?.objections ?? [] };
  return { pro: contest.evidence, con: contest.denials };
}

/** How sure a row is, by the design's table of bases. */
export function basisOf(row: Row): Basis {
  const { tenure, contest } = row;
  if (tenure?.by === 'rule') return 'decided';
  if (contest != null) {
    if (contest.denials.length > 0 || (tenure != null && liveObjections(tenure).length > 0))
      return 'disputed';
    return weight(contest.evidence);
  }
  if (tenure == null) return 'assumed';
  if (tenure.evidence.some(e => e.accepted)) return 'decided';
  if (liveObjections(tenure).length > 0) return 'disputed';
  return tenure.evidence.length === 0 ? 'assumed' : weight(tenure.evidence);
}
