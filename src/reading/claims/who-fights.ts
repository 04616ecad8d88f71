import type { ClaimActor } from '../../model/index.ts';
import type { Drafted } from './drafted.ts';
import { change, fightingSides, isControl, shares, sideOf } from './sides.ts';

/**
 * Who fights where the words only say that there is fighting: those told of as fighting there, else the only two sides that are told of
 * at that place, else the only two of the report.
 */
export const fillFighters = (drafted: readonly Drafted[]): Drafted[] =>
  drafted.map(d => {
    const { draft } = d;
    if (!isControl(d) || draft.event !== 'clash' || draft.actor || draft.target || draft.modality === 'past')
      return d;
    const here = drafted.filter(o => o !== d && isControl(o) && shares(o.draft, draft));
    const fights = here.filter(
      o => o.draft.event === 'clash' && o.draft.actor && o.draft.modality !== 'past',
    );
    const told = fights.find(o => o.draft.target) ?? fights[0];
    if (told) return fight(d, told.draft.actor!, told.draft.target, 'who fights: told elsewhere');
    for (const [among, rule] of [
      [here, 'who fights: the two sides there'],
      [drafted, 'who fights: the two sides of the report'],
    ] as const) {
      const sides = [...fightingSides(among).values()];
      if (sides.length === 2 && sideOf(sides[0]!.actor) !== sideOf(sides[1]!.actor))
        return fight(d, sides[0]!.actor, sides[1]!.actor, rule);
    }
    return d;
  });

const fight = (d: Drafted, actor: ClaimActor, target: ClaimActor | undefined | null, rule: string): Drafted =>
  change(d, { actor, ...(target ? { target } : {}) }, rule);
