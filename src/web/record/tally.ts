import type { Moment } from '../state/record-store.ts';
import { CONTESTED, type PeriodIndex } from './index-periods.ts';
import { placesIn } from './say.ts';

/** How many of a set of places each side holds, and how many of these are contested. */
export interface Tally {
  readonly total: number;
  /** True where the places counted are the seats of the country's first-order divisions. */
  readonly seats: boolean;
  readonly rows: readonly { readonly side: number; readonly held: number; readonly contested: number }[];
  readonly unknown: number;
}

/** Counts capitals where the record follows them, else every place, at a moment. */
export function tallyOf(moment: Moment): Tally {
  const { index, state, country } = moment;
  const { counted, seats } = countedIn(index, country);
  // By side, from -1 (nobody) on: typed, for every place is counted in each frame.
  const held = new Int32Array(index.sides.length + 1),
    contested = new Int32Array(index.sides.length + 1);
  let unknown = 0;
  for (const i of counted) {
    const period = state[i]!;
    if (period < 0) {
      unknown++;
      continue;
    }
    const side = index.side[period]! + 1;
    held[side]!++;
    if (index.status[period] === CONTESTED) contested[side]!++;
  }
  const row = (side: number) => ({ side, held: held[side + 1]!, contested: contested[side + 1]! });
  const sides = [...index.sides.keys()].filter(side => held[side + 1]! > 0 || usedIn(moment, counted, side));
  return {
    total: counted.length,
    seats,
    unknown,
    rows: [...sides, ...(held[0]! > 0 ? [-1] : [])].map(row),
  };
}

const sets = new WeakMap<PeriodIndex, Map<string | null, { counted: number[]; seats: boolean }>>();

/** So many capitals are a count of their own, however many other places there are. */
const MANY_SEATS = 10;

/** The places that are counted: the seats of divisions, or where they are few among others every place but divisions and countries. */
function countedIn(index: PeriodIndex, country: string | null): { counted: number[]; seats: boolean } {
  const known = sets.get(index) ?? new Map<string | null, { counted: number[]; seats: boolean }>();
  sets.set(index, known);
  let set = known.get(country);
  if (set == null) {
    const all = placesIn(index, country);
    const capitals = all.filter(i => ['admin1', 'country'].includes(index.places[i]!.seatOf ?? ''));
    const kinds = ['province', 'country', 'site', 'area'];
    const places = all.filter(i => !kinds.includes(index.places[i]!.kind));
    const seats = capitals.length >= MANY_SEATS || capitals.length * 2 > places.length;
    set = { counted: seats ? capitals : places, seats };
    known.set(country, set);
  }
  return set;
}

const used = new WeakMap<object, Map<string, boolean>>();

/** Whether a side ever held one of the places: it then keeps its line in the legend, at nought. */
function usedIn(moment: Moment, counted: readonly number[], side: number): boolean {
  const { index, country } = moment;
  const known = used.get(index) ?? new Map<string, boolean>();
  used.set(index, known);
  const key = `${country}${side}`;
  let answer = known.get(key);
  if (answer == null) {
    answer = counted.some(i => {
      for (let k = index.first[i]!; k < index.first[i + 1]!; k++) if (index.side[k] === side) return true;
      return false;
    });
    known.set(key, answer);
  }
  return answer;
}
