import { bucketOf, type Fact } from './facts/fact.ts';
import { put } from './group-by.ts';
import type { SetLookup } from './sets/count-set.ts';

/** What a change of facts touches. */
export interface Touched {
  /** Place ids (and `nowhere`) to weigh again. */
  readonly places: readonly string[];
  /** Keys of sets to weigh again: those counted, and those that hold a touched place. */
  readonly sets: readonly string[];
  /** By place: the facts that came or went. Places that are not there are to be weighed from the beginning. */
  readonly changed: ReadonlyMap<string, readonly Fact[]>;
}

/**
 * What is to be weighed again where the facts of some reports were `before` and are `after`: the places of facts that came
 * or went, and the count sets that hold them. Everything else stays as it is, to the byte.
 * @example touchedBy([], facts.get(report.id), sets) // what a first filing touches
 */
export function touchedBy(before: readonly Fact[], after: readonly Fact[], sets: SetLookup): Touched {
  const was = new Map(before.map(f => [textOf(f), f]));
  const is = new Map(after.map(f => [textOf(f), f]));
  const changed = new Map<string, Fact[]>();
  const counted = new Set<string>();
  const touch = (fact: Fact): void => {
    const bucket = bucketOf(fact);
    if (bucket.startsWith('set:')) counted.add(bucket.slice(4));
    else put(changed, bucket, fact);
  };
  for (const [key, fact] of was) if (!is.has(key)) touch(fact);
  for (const [key, fact] of is) if (!was.has(key)) touch(fact);
  for (const place of changed.keys()) for (const key of sets.keysOf(place)) counted.add(key);
  return { places: [...changed.keys()].sort(), sets: [...counted].sort(), changed };
}

/** A fact as text, its keys in order: a store gives them in another. */
const textOf = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) =>
    inner == null || typeof inner !== 'object' || Array.isArray(inner)
      ? inner
      : Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1))),
  );
