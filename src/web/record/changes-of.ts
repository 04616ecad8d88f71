import { ASSUMED, type PeriodIndex } from './index-periods.ts';

/** One change of hands or status: from period `before` (-1: nothing known) to period `after`, on day `day`. */
export interface ChangeAt {
  readonly place: number;
  readonly before: number;
  readonly after: number;
  readonly day: number;
}

const isBelieved = (index: PeriodIndex, i: number, known: number): boolean =>
  index.knownFrom[i]! <= known && index.knownTo[i]! > known;

/**
 * Whether going from one period to the next is a change. A place's first period counts only where it is not a baseline: what was
 * assumed from the start did not happen on that day.
 */
const isChange = (index: PeriodIndex, before: number, after: number): boolean =>
  before < 0
    ? index.basis[after] !== ASSUMED
    : index.side[after] !== index.side[before] || index.status[after] !== index.status[before];

/** Calls `visit` with the periods after and before each change of a place believed at `known`; makes nothing, so that it can run in each frame. */
export function eachChangeOf(
  index: PeriodIndex,
  place: number,
  known: number,
  visit: (after: number, before: number) => void,
): void {
  let before = -1;
  for (let i = index.first[place]!, end = index.first[place + 1]!; i < end; i++) {
    if (!isBelieved(index, i, known)) continue;
    if (isChange(index, before, i)) visit(i, before);
    before = i;
  }
}

/** Calls `visit` with each change believed at `known`, place by place. */
function eachChange(
  index: PeriodIndex,
  known: number,
  only: Uint8Array | null,
  visit: (after: number, before: number, place: number) => void,
): void {
  for (let p = 0; p < index.places.length; p++) {
    if (only == null || only[p] !== 0)
      eachChangeOf(index, p, known, (after, before) => visit(after, before, p));
  }
}

/** Every change believed at `known`, in order of day (then place). */
export function changesOf(index: PeriodIndex, known: number, only: Uint8Array | null = null): ChangeAt[] {
  const found: ChangeAt[] = [];
  eachChange(index, known, only, (after, before, place) =>
    found.push({ place, before, after, day: index.from[after]! }),
  );
  return found.sort((a, b) => a.day - b.day || a.place - b.place);
}

const orders = new WeakMap<PeriodIndex, { byDay: Int32Array; placeOf: Int32Array }>();

/** The periods in order of their first day, and the place of each; made once for a record. */
function orderOf(index: PeriodIndex): { byDay: Int32Array; placeOf: Int32Array } {
  let order = orders.get(index);
  if (order == null) {
    const placeOf = new Int32Array(index.from.length);
    for (let p = 0; p < index.places.length; p++) placeOf.fill(p, index.first[p]!, index.first[p + 1]!);
    const byDay = Int32Array.from(index.from.keys()).sort((a, b) => index.from[a]! - index.from[b]! || b - a);
    order = { byDay, placeOf };
    orders.set(index, order);
  }
  return order;
}

/** The newest changes not after `day` (and after `since`, where given), newest first, at most `limit`; looks no further back than it must. */
export function newestChanges(
  index: PeriodIndex,
  known: number,
  day: number,
  limit: number,
  only: Uint8Array | null = null,
  since: number | null = null,
): ChangeAt[] {
  const { byDay, placeOf } = orderOf(index);
  const found: ChangeAt[] = [];
  for (let k = byDay.length - 1; k >= 0 && found.length < limit; k--) {
    const after = byDay[k]!,
      place = placeOf[after]!;
    if (since != null && index.from[after]! <= since) break;
    if (index.from[after]! > day || (only != null && only[place] === 0)) continue;
    if (!isBelieved(index, after, known)) continue;
    let before = after - 1;
    while (before >= index.first[place]! && !isBelieved(index, before, known)) before--;
    if (before < index.first[place]!) before = -1;
    if (isChange(index, before, after)) found.push({ place, before, after, day: index.from[after]! });
  }
  return found;
}
