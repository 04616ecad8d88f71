import { type PeriodIndex, stateAt } from './index-periods.ts';

/** The periods of an earlier day, and which places have another holder or status since. */
export interface Since {
  readonly day: number;
  /** The period of each place on that day, -1 for none. */
  readonly before: Int32Array;
  /** 1 for each place whose holder or status differs now. */
  readonly changed: Uint8Array;
}

/** Compares a day with the state now, both as known at `known`; fills `reuse` where it fits, so that it can run in each frame. */
export function changedSince(
  index: PeriodIndex,
  day: number,
  known: number,
  now: Int32Array,
  reuse: Since | null,
): Since {
  const n = index.places.length;
  const before = reuse?.before.length === n ? reuse.before : new Int32Array(n);
  const changed = reuse?.changed.length === n ? reuse.changed : new Uint8Array(n);
  stateAt(index, day, known, before);
  for (let i = 0; i < n; i++) {
    const [a, b] = [before[i]!, now[i]!];
    changed[i] =
      a !== b && b >= 0 && (a < 0 || index.side[a] !== index.side[b] || index.status[a] !== index.status[b])
        ? 1
        : 0;
  }
  return { day, before, changed };
}
