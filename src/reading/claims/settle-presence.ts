import { codesOf } from '../codes/control-codes.ts';
import type { Drafted } from './drafted.ts';
import { change, isControl, shares, sideOf } from './sides.ts';

/** Frames that only say that somebody is in a place. */
const PRESENCE = new Set(['be-in', 'there-are']);
const ATTACKS = new Set(['enter', 'advance', 'capture', 'clash', 'besiege', 'handover']);
const KEEPS = new Set(['hold', 'repel', 'withdraw']);

/**
 * "The rebels are in the market": an attacker newly seen in a place has entered it, a force that has long been there holds it (GOLD).
 * A side counts as the attacker where the report has it attacking, and nobody attacking it here.
 */
export function byArrival(d: Drafted, all: readonly Drafted[]): Drafted {
  const { draft } = d;
  const side = sideOf(draft.actor);
  if (draft.event !== 'hold' || !PRESENCE.has(draft.frame ?? '') || side == null) return d;
  if (draft.modality !== 'actual' || draft.polarity === 'denied') return d;
  const does = (o: Drafted, events: ReadonlySet<string>): boolean =>
    sideOf(o.draft.actor) === side && events.has(o.draft.event ?? '');
  const others = all.filter(
    o => o !== d && isControl(o) && o.draft.modality === 'actual' && o.draft.polarity === 'affirmed',
  );
  const defends = others.some(
    o => shares(o.draft, draft) && (sideOf(o.draft.target) === side || does(o, KEEPS)),
  );
  if (defends || !others.some(o => does(o, ATTACKS))) return d;
  return change(d, { event: 'enter', ...codesOf('enter') }, 'newly seen there');
}
