import type { Claim } from '../model/index.ts';

/**
 * ACLED's order of event types where several happen at one place and time (codebook, "hierarchical rule"):
 * the more violent one is the event, the rest is part of it.
 */
const ORDER = [
  'Explosions/Remote violence',
  'Battles',
  'Violence against civilians',
  'Riots',
  'Protests',
  'Strategic developments',
];
const rankOf = (c: Claim): number => {
  const type = c.acled ? ORDER.indexOf(c.acled.event) : ORDER.length;
  const taken = c.acled?.subEvent.includes('territory') ? -1 : 0;
  return (
    (c.polarity === 'denied' ? 40 : 0) +
    (c.modality === 'actual' ? 0 : c.modality === 'past' ? 30 : 20) +
    (c.attributive ? 10 : 0) +
    type +
    taken
  );
};

/** Index of the claim that ACLED would code for the report; null where none has a code. Earlier claims win ties. */
export function mainClaim(claims: readonly Claim[]): number | null {
  let best: number | null = null;
  claims.forEach((c, i) => {
    if (!c.acled) return;
    if (best == null || rankOf(c) < rankOf(claims[best]!)) best = i;
  });
  return best;
}
