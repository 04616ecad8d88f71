import { bucketOf, type Fact } from './facts/fact.ts';
import type { SetLookup } from './sets/count-set.ts';

/** What a change of facts touches. */
export interface Touched {
  /** Place ids (and `nowhere`) to weigh again. */
  readonly places: readonly string[];
  /** Keys of sets to weigh again: those counted, and those that hold a touched place. */
  readonly sets: readonly string[];
}

/**
 * What is to be weighed again where the facts of some reports were `before` and are `after`: the places of facts that came
 * or went, and the count sets that hold them. Everything else stays as it is, to the byte.
 * @example touchedBy([], facts.get(report.id), sets) // what a first filing touches
 */
export function touchedBy(before: readonly Fact[], after: readonly Fact[], sets: SetLookup): Touched {
  const was = new Map(before.map(f => [JSON.stringify(f), f]));
  const is = new Map(after.map(f => [JSON.stringify(f), f]));
  const places = new Set<string>(),
    counted = new Set<string>();
  const touch = (fact: Fact): void => {
    const bucket = bucketOf(fact);
    if (bucket.startsWith('set:')) counted.add(bucket.slice(4));
    else places.add(bucket);
  };
  for (const [key, fact] of was) if (!is.has(key)) touch(fact);
  for (const [key, fact] of is) if (!was.has(key)) touch(fact);
  for (const place of places) for (const key of sets.keysOf(place)) counted.add(key);
  return { places: [...places].sort(), sets: [...counted].sort() };
}
