import { codesOf } from '../codes/control-codes.ts';
import type { Drafted } from './drafted.ts';
import { change, shares, sideOf } from './sides.ts';

/** "The army entered the town as the rebels pulled out": a place entered that the other side has left, and no fight for it told. */
export function byOpenGates(d: Drafted, all: readonly Drafted[]): Drafted {
  const { draft } = d;
  const side = sideOf(draft.actor);
  if (draft.event !== 'enter' || draft.modality !== 'actual' || draft.polarity === 'denied' || side == null)
    return d;
  const here = all.filter(
    o =>
      o.draft.kind === 'control' &&
      o.draft.modality === 'actual' &&
      o.draft.polarity === 'affirmed' &&
      shares(o.draft, draft),
  );
  if (here.some(o => o.draft.event === 'clash' || o.draft.event === 'repel')) return d;
  const left = here.find(
    o => o.draft.event === 'withdraw' && o.draft.actor && sideOf(o.draft.actor) !== side,
  );
  if (!left?.draft.actor) return d;
  return change(
    d,
    { event: 'handover', target: left.draft.actor, ...codesOf('handover') },
    'entered where the other side had left',
  );
}
