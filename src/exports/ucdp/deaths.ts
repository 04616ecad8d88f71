import type { ActorKind, ClaimView } from '../../model/index.ts';
import { type Word, wordsOn } from '../toll.ts';

/** UCDP's counts of the dead. `best` is the sum of the four before it. */
export interface Deaths {
  readonly deaths_a: number;
  readonly deaths_b: number;
  readonly deaths_civilians: number;
  readonly deaths_unknown: number;
  readonly best: number;
  readonly high: number;
  readonly low: number;
}

/**
 * Low, best and high: the least and the most that any origin gives, and the number of the one best placed to know, who is no party to it
 * and gives a number; of such the last that spoke. Null where nobody is said to have died. Nothing is averaged.
 */
export function deathsOf(
  killed: readonly ClaimView[],
  a: ActorKind | null,
  b: ActorKind | null,
): Deaths | null {
  const words = wordsOn(killed);
  const best = [...words].sort(byWorth)[0];
  if (best == null) return null;
  const stateIsA =
    a === 'state-forces' || a === 'external-forces' || (b !== 'state-forces' && b !== 'external-forces');
  const { civilians, state, fighters, unknown } = best.by;
  return {
    deaths_a: stateIsA ? state : fighters,
    deaths_b: stateIsA ? fighters : state,
    deaths_civilians: civilians,
    deaths_unknown: unknown,
    best: civilians + state + fighters + unknown,
    high: Math.max(...words.map(w => w.high)),
    low: Math.min(...words.map(w => w.low)),
  };
}

const byWorth = (x: Word, y: Word): number =>
  Number(y.isImpartial) - Number(x.isImpartial) ||
  Number(x.isVague) - Number(y.isVague) ||
  (lastKnown(x) > lastKnown(y) ? -1 : 1);

const lastKnown = (word: Word): string =>
  word.claims
    .map(c => c.known)
    .sort()
    .at(-1) ?? '';
