import { BASES, CONTESTED, type PeriodIndex } from '../record/index-periods.ts';
import type { DiscrepancyRow } from '../types.ts';

/** Why a claim should be looked at by a person. The words for each are in strings.ts. */
export type Doubt = 'disputed' | 'claimed' | 'one-origin' | 'contested' | 'unresolved' | 'discrepancy';

/** A claim that matters and is unsure. `period` is the line of the record that stands on it, -1 where none does. */
export interface Waiting {
  readonly claim: string;
  readonly period: number;
  readonly place: number;
  readonly weight: number;
  readonly doubts: readonly Doubt[];
}

const DOUBT: Record<Doubt, number> = {
  disputed: 4,
  claimed: 3,
  unresolved: 3,
  discrepancy: 3,
  contested: 1.5,
  'one-origin': 1,
};

/** How much hangs on a place. */
function importance(index: PeriodIndex, place: number): number {
  const { seatOf, kind } = index.places[place]!;
  if (seatOf === 'country') return 4;
  if (seatOf === 'admin1' || kind === 'province' || kind === 'country') return 3;
  if (seatOf === 'admin2' || kind === 'city' || kind === 'town' || kind === 'district') return 2;
  return 1;
}

function doubtsOf(index: PeriodIndex, period: number, place: number): Doubt[] {
  const found: Doubt[] = [];
  const basis = BASES[index.basis[period]!]!;
  if (basis === 'disputed' || basis === 'claimed') found.push(basis);
  else if (basis === 'reported' && index.periods[period]!.origins <= 1) found.push('one-origin');
  if (index.places[place]!.precision === 'unresolved') found.push('unresolved');
  if (index.status[period] === CONTESTED && found.length > 0) found.push('contested');
  return found;
}

/**
 * The claims that matter and are unsure, as known at an instant, the weightiest first: what carries a line of the record with a weak
 * basis, an unresolved place or a contradiction, weighed by how much hangs on the place. What is confirmed or decided is not asked again.
 */
export function queueOf(
  index: PeriodIndex,
  known: number,
  mask: Uint8Array,
  discrepancies: readonly DiscrepancyRow[],
): Waiting[] {
  const found = new Map<string, Waiting>();
  const put = (item: Waiting): void => {
    const before = found.get(item.claim);
    if (before == null) found.set(item.claim, item);
    else
      found.set(item.claim, {
        ...(item.period >= 0 && (before.period < 0 || item.weight > before.weight) ? item : before),
        weight: Math.max(before.weight, item.weight) + 0.5,
        doubts: [...new Set([...before.doubts, ...item.doubts])],
      });
  };
  for (let place = 0; place < index.places.length; place++) {
    if (mask[place] === 0) continue;
    for (let i = index.first[place]!; i < index.first[place + 1]!; i++) {
      if (index.knownFrom[i]! > known || index.knownTo[i]! <= known) continue;
      const doubts = doubtsOf(index, i, place);
      if (doubts.length === 0) continue;
      const weight = importance(index, place) * doubts.reduce((sum, d) => sum + DOUBT[d], 0);
      const { claims, against } = index.periods[i]!;
      for (const claim of [...claims, ...against]) put({ claim, period: i, place, weight, doubts });
    }
  }
  for (const d of discrepancies) {
    if (d.settledBy != null) continue;
    const place = d.places.map(p => index.placeAt.get(p.id) ?? -1).find(p => p >= 0) ?? -1;
    const weight = (place < 0 ? 2 : importance(index, place)) * DOUBT.discrepancy;
    for (const claim of d.claims) put({ claim, period: -1, place, weight, doubts: ['discrepancy'] });
  }
  return [...found.values()].sort((a, b) => b.weight - a.weight || (a.claim < b.claim ? -1 : 1));
}
