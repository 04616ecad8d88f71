import { ASSUMED, type PeriodIndex } from './index-periods.ts';

const cache = new WeakMap<PeriodIndex, number>();

/**
 * The day from which the record is busy: the first change, unless leaving out the earliest twentieth of the changes would halve the
 * timeline. A single word about an earlier month would else squeeze everything else into a corner. Baselines do not count.
 */
export function busyFrom(index: PeriodIndex, otherwise: number): number {
  let found = cache.get(index);
  if (found == null) {
    found =
      startOf([...index.from].filter((_, i) => index.basis[i] !== ASSUMED).sort((a, b) => a - b)) ??
      otherwise;
    cache.set(index, found);
  }
  return found;
}

/** @example startOf([1, 100, 101, …, 119]) // 100 */
export function startOf(days: readonly number[]): number | null {
  const [first, last] = [days[0], days.at(-1)];
  if (first == null || last == null) return null;
  const late = days[Math.ceil(days.length / 20)] ?? first;
  return (last - late) * 2 < last - first ? late : first;
}
