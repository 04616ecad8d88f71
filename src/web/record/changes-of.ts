import { ASSUMED, type PeriodIndex } from './index-periods.ts';

/** One change of hands or status: from period `before` (-1: nothing known) to period `after`, on day `day`. */
export interface ChangeAt {
  readonly place: number;
  readonly before: number;
  readonly after: number;
  readonly day: number;
}

/**
 * Every change that was believed at `known`, in order of day (then place). A place's first period counts only where it is not a baseline:
 * what was assumed from the start did not happen on that day.
 */
export function changesOf(index: PeriodIndex, known: number, only?: ReadonlySet<number>): ChangeAt[] {
  const found: ChangeAt[] = [];
  for (let p = 0; p < index.places.length; p++) {
    if (only != null && !only.has(p)) continue;
    let before = -1;
    for (let i = index.first[p]!, end = index.first[p + 1]!; i < end; i++) {
      if (index.knownFrom[i]! > known || index.knownTo[i]! <= known) continue;
      const changed =
        before < 0
          ? index.basis[i] !== ASSUMED
          : index.side[i] !== index.side[before] || index.status[i] !== index.status[before];
      if (changed) found.push({ place: p, before, after: i, day: index.from[i]! });
      before = i;
    }
  }
  return found.sort((a, b) => a.day - b.day || a.place - b.place);
}
