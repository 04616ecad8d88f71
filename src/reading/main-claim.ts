import type { Claim } from '../model/index.ts';
import { EVENT_ROWS } from './events/event-rows.ts';

/**
 * ACLED's order where several things happen at one place and time (codebook, "hierarchical rule"): remote violence before a
 * change of hands before a battle before violence against civilians before riots, protests, strategic developments. The
 * ranks of the event rows, and these for what control statements are coded as.
 */
const CONTROL_RANKS: Readonly<Record<string, number>> = {
  'Government regains territory': 2.3,
  'Non-state actor overtakes territory': 2.3,
  'Non-violent transfer of territory': 2.6,
  'Armed clash': 3.5,
  Other: 5.5,
};
const RANKS: Readonly<Record<string, number>> = {
  ...Object.fromEntries(EVENT_ROWS.map(row => [row.subEvent, row.rank])),
};
/** How much a step of the hierarchy weighs against a step away from the front of the story. */
const HIERARCHY = 0.6;

function costOf(claim: Claim, prominence: number): number {
  const { subEvent } = claim.acled!;
  const rank = (claim.kind === 'control' ? CONTROL_RANKS[subEvent] : RANKS[subEvent]) ?? 5;
  const unreal = claim.modality === 'actual' ? 0 : claim.modality === 'past' ? 0.3 : 1.5;
  return (
    rank * HIERARCHY +
    prominence +
    unreal +
    (claim.attributive ? 2.5 : 0) +
    (claim.polarity === 'denied' ? 4 : 0)
  );
}

/**
 * Index of the claim that ACLED would code for the report; null where none has a code. What the lead tells in its main clause
 * comes before what is told beside it; among things told alike, the hierarchy decides, then the order of the text.
 * @param prominenceOf how far a claim stands from the front of the story, 0 for the lead's own verb
 */
export function mainClaim(
  claims: readonly Claim[],
  prominenceOf: (index: number) => number = () => 0,
): number | null {
  let best: number | null = null;
  let least = Infinity;
  claims.forEach((claim, i) => {
    if (!claim.acled) return;
    const cost = costOf(claim, prominenceOf(i));
    if (cost >= least) return;
    best = i;
    least = cost;
  });
  return best;
}
