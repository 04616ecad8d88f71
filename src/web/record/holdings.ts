import { CONTESTED, type PeriodIndex } from './index-periods.ts';

/** How many places a side held on each day from `firstDay` on, and how many of these were contested. */
export interface Holdings {
  readonly held: Int32Array;
  readonly contested: Int32Array;
}

const COUNTED = new Set(['city', 'town', 'village', 'district']);

/** Counts towns and districts (a province would count its towns again) day by day, as believed at `known`. */
export function holdingsOf(
  index: PeriodIndex,
  side: number,
  known: number,
  firstDay: number,
  lastDay: number,
  mask: Uint8Array,
): Holdings {
  const days = lastDay - firstDay + 1;
  const held = new Int32Array(days),
    contested = new Int32Array(days);
  for (let p = 0; p < index.places.length; p++) {
    if (mask[p] === 0 || !COUNTED.has(index.places[p]!.kind)) continue;
    for (let i = index.first[p]!; i < index.first[p + 1]!; i++) {
      if (index.side[i] !== side || index.knownFrom[i]! > known || index.knownTo[i]! <= known) continue;
      const from = Math.max(0, index.from[i]! - firstDay),
        to = Math.min(days, index.to[i]! - firstDay);
      for (let d = from; d < to; d++) {
        held[d]!++;
        if (index.status[i] === CONTESTED) contested[d]!++;
      }
    }
  }
  return { held, contested };
}
