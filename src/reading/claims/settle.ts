import type { ClaimActor } from '../../model/index.ts';
import type { Drafted } from './drafted.ts';
import { withoutSaidAgain } from './said-again.ts';
import { byOpenGates } from './settle-handovers.ts';
import { byArrival } from './settle-presence.ts';
import { fillTakers } from './settle-takers.ts';
import { fillTargets } from './settle-targets.ts';
import { byOtherTimes } from './settle-times.ts';
import { fillFighters } from './who-fights.ts';

/**
 * What the other statements of a report make plain: who took a place that merely "fell", from whom, when, and that it was left
 * without a fight. Nothing that a statement itself says is changed, but for an entry that turns out to be a handover; what only comes back
 * to another statement is left out.
 * @param named the actors that the report names, once for each time
 */
export function settleClaims(drafted: readonly Drafted[], named: readonly ClaimActor[] = []): Drafted[] {
  const dated = fillTakers(drafted).map((d, _, all) => byOtherTimes(d, all));
  return withoutSaidAgain(
    fillFighters(
      fillTargets(
        dated.map((d, _, all) => byOpenGates(byArrival(d, all), all)),
        named,
      ),
    ),
  );
}
