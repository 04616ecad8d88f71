import { type ClaimActor, isTake } from '../../model/index.ts';
import type { Drafted } from './drafted.ts';
import { LOSING } from './settle-takers.ts';
import { change, fightingSides, friendsOf, onlyEnemyNamed, opponentOf, shares, sideOf } from './sides.ts';

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

/**
 * Fills whom a place was taken from, or who is pressed in it: who is told of as holding, leaving or defending it, else the
 * one who denies the loss or tells of it himself, else the only other side that fights.
 */
export const fillTargets = (drafted: readonly Drafted[], named: readonly ClaimActor[] = []): Drafted[] =>
  drafted.map(d => {
    const { draft } = d;
    if (draft.kind !== 'control' || draft.target != null || draft.attributive) return d;
    if (!DONE_TO.has(draft.event ?? '')) return d;
    const side = sideOf(draft.actor);
    const there =
      draft.modality === 'past' ? null : side == null ? whoLeftIt(d, drafted) : atThePlace(d, side, drafted);
    if (there) return change(d, { target: there }, 'target: who was there');
    const loser = whoSpeaksOfHisLoss(d, drafted);
    if (loser && sideOf(loser) !== side) return change(d, { target: loser }, 'target: who says so');
    const other = side == null ? null : (opponentOf(side, drafted) ?? onlyEnemyNamed(side, drafted, named));
    return other ? change(d, { target: other }, 'target: the other side of the report') : d;
  });

/** "The army admitted the loss of the town", "the ministry denied that the town had fallen": the side whose word it is. */
function whoSpeaksOfHisLoss({ draft }: Drafted, all: readonly Drafted[]): ClaimActor | null {
  const source = draft.attribution[0];
  const side = source?.actor?.side;
  const ofLoss = draft.polarity === 'denied' || LOSING.test(draft.frame ?? '');
  if (!isTake(draft.event) || !ofLoss || source?.kind !== 'party' || side == null) return null;
  if (draft.modality !== 'actual' || !fightingSides(all).has(side)) return null;
  return fightingSides(all).get(side)!.actor;
}

/** "The town is lost": by who is told of as leaving it, if that is one side alone. */
function whoLeftIt(d: Drafted, all: readonly Drafted[]): ClaimActor | null {
  if (!isTake(d.draft.event)) return null;
  const left = all
    .filter(o => o !== d && o.draft.kind === 'control' && o.draft.modality === 'actual')
    .filter(o => o.draft.polarity === 'affirmed' && shares(o.draft, d.draft))
    .flatMap(o => (o.draft.event === 'withdraw' && o.draft.actor ? [o.draft.actor] : []));
  return new Set(left.map(sideOf)).size === 1 ? left[0]! : null;
}

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
