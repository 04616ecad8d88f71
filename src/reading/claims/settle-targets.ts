import { type ClaimActor, isTake } from '../../model/index.ts';
import type { Drafted } from './drafted.ts';
import { change, friendsOf, opponentOf, shares, sideOf } from './sides.ts';

/** Events that are done to somebody. */
const DONE_TO = new Set([
  'capture',
  'recapture',
  'handover',
  'clash',
  'repel',
  'besiege',
  'advance',
  'enter',
]);

/** Fills whom a place was taken from: who is told of as holding, leaving or defending it, else the only other side that fights. */
export const fillTargets = (drafted: readonly Drafted[]): Drafted[] =>
  drafted.map(d => {
    const { draft } = d;
    const side = sideOf(draft.actor);
    if (draft.kind !== 'control' || side == null || draft.target != null || draft.attributive) return d;
    if (!DONE_TO.has(draft.event ?? '') || draft.modality === 'past') return d;
    const there = atThePlace(d, side, drafted);
    if (there) return change(d, { target: there }, 'target: who was there');
    const other =
      isTake(draft.event) || draft.event === 'clash' || draft.event === 'repel'
        ? opponentOf(side, drafted)
        : null;
    return other ? change(d, { target: other }, 'target: the other side of the report') : d;
  });

/** Who another statement has losing, leaving, holding or defending the same place. */
function atThePlace(d: Drafted, side: string, all: readonly Drafted[]): ClaimActor | null {
  const friends = friendsOf(side, all);
  const found = (test: (o: Drafted) => ClaimActor | null | undefined): ClaimActor | null => {
    for (const o of all) {
      if (o === d || o.draft.kind !== 'control' || o.draft.modality === 'past' || !shares(o.draft, d.draft))
        continue;
      const actor = test(o);
      const other = sideOf(actor);
      if (actor && other !== side && !friends.has(other!)) return actor;
    }
    return null;
  };
  return (
    found(o => (isTake(o.draft.event) && sideOf(o.draft.actor) === side ? o.draft.target : null)) ??
    found(o => (o.draft.event === 'withdraw' ? o.draft.actor : null)) ??
    found(o => (o.draft.event === 'clash' && sideOf(o.draft.actor) === side ? o.draft.target : null)) ??
    found(o =>
      o.draft.polarity === 'affirmed' && (o.draft.event === 'hold' || o.draft.event === 'repel')
        ? o.draft.actor
        : null,
    )
  );
}
