import type { FigureFact } from '../facts/fact.ts';

/** What a figure bounds: null where it says nothing at that end. */
export interface Bounds {
  readonly low: number | null;
  readonly best: number | null;
  readonly high: number | null;
}

/**
 * Low, best and high of a figure as said: "at least 12" has no high, "up to 50" no low, "about 400,000" neither, a range no
 * best. Nothing is averaged.
 */
export function boundsOf({ min, max, qualifier }: Pick<FigureFact, 'min' | 'max' | 'qualifier'>): Bounds {
  const best = min === max ? min : null;
  switch (qualifier) {
    case 'more-than':
    case 'at-least':
      return { low: min, best, high: null };
    case 'up-to':
      return { low: null, best: null, high: max };
    case 'about':
      return { low: null, best, high: null };
    default:
      return { low: min, best, high: max };
  }
}

/** How far round numbers reach: "nearly 400,000", "more than 359,000". */
const ROUND = 0.03;

/**
 * The numbers that a figure leaves open when it is held against another's: "more than" is said of the nearest round number,
 * "at least" of what has been counted so far. Null where it gives no number.
 */
export function reachOf({
  min,
  max,
  qualifier,
}: Pick<FigureFact, 'min' | 'max' | 'qualifier'>): [number, number] | null {
  if (min == null || max == null) return null;
  switch (qualifier) {
    case 'about':
      return [min * (1 - ROUND), max * (1 + ROUND)];
    case 'more-than':
      return [min, max * (1 + ROUND)];
    case 'at-least':
      return [min, Number.POSITIVE_INFINITY];
    case 'up-to':
      return [0, max];
    default:
      return [min, max];
  }
}
