import { isTake } from '../../model/index.ts';
import type { Drafted } from './drafted.ts';
import { sameKind, shares, sideOf } from './sides.ts';

/** "The fighting", "its capture": words that only come back to what a report has told of itself. */
const COMES_BACK = /-noun$/;

/**
 * Leaves out what only comes back to another statement of the report: fighting or a change of hands without a place of its own,
 * where the report tells of the same at that place, and a noun in the newsroom's own voice for what a source says outright.
 */
export function withoutSaidAgain(drafted: readonly Drafted[]): Drafted[] {
  return drafted.filter(d => !drafted.some(o => o !== d && isSaidIn(d, o)));
}

function isSaidIn(d: Drafted, o: Drafted): boolean {
  const { draft } = d,
    other = o.draft;
  if (draft.kind !== 'control' || other.kind !== 'control' || draft.attributive || other.attributive)
    return false;
  if (!(draft.event === 'clash' || isTake(draft.event)) || !sameKind(draft.event, other.event)) return false;
  if (draft.polarity !== other.polarity || (draft.modality ?? 'actual') !== (other.modality ?? 'actual'))
    return false;
  const noun = COMES_BACK.test(draft.frame ?? '');
  const implied =
    d.rules.includes('place: the one spoken of') &&
    (noun || draft.attribution[0]?.name === other.attribution[0]?.name);
  const ownVoice =
    COMES_BACK.test(draft.frame ?? '') &&
    draft.attribution.length === 0 &&
    !o.rules.includes('place: the one spoken of');
  if (!implied && !ownVoice) return false;
  if (implied && o.rules.includes('place: the one spoken of') && other.quote.start >= draft.quote.start)
    return false;
  if (!implied && COMES_BACK.test(other.frame ?? '') && other.attribution.length === 0) return false;
  return shares(draft, other) && agrees(d, o);
}

/** Whether what is said of who does it can be the same. */
function agrees(d: Drafted, o: Drafted): boolean {
  const sides = [sideOf(o.draft.actor), sideOf(o.draft.target)];
  const mine = [sideOf(d.draft.actor), sideOf(d.draft.target)].filter(s => s != null);
  if (d.draft.event === 'clash') return mine.every(s => sides.includes(s) || sides.every(x => x == null));
  return mine[0] == null || sideOf(d.draft.actor) === sides[0];
}
