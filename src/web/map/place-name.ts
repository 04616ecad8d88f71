/** Left, top, right, bottom on the canvas. */
export type Box = readonly [number, number, number, number];
/** A line from a mark to its name: x and y of both ends. */
type Tie = readonly [number, number, number, number];

/** Where a name goes: its start and baseline, the room it takes, and the line to its mark where it stands apart. */
export interface NameSpot {
  readonly x: number;
  readonly y: number;
  readonly box: Box;
  readonly tie: Tie | null;
}

/** How far from its mark a name may stand where there is no room beside it: the country's capital further than others. */
const FAR = { first: [30, 44, 60, 80], capital: [24, 32, 40, 52, 66, 82] } as const;
/** Which way it may stand, from level with its mark to steeply above or below. */
const TURNS = [-0.9, 0.9, 0, -0.5, 0.5, -1.25, 1.25] as const;
/** Below this width there is no room for names that stand apart, but for the country's capital. */
const NARROW = 600;
/** So near to another mark, a name that stands apart would be taken for that mark's. */
const CLEAR = 9;

const meet = (a: Box, b: Box, by = 0): boolean =>
  a[0] - by < b[2] && b[0] - by < a[2] && a[1] - by < b[3] && b[1] - by < a[3];

/** Whether a line passes through a box, looked at in steps of a few pixels. */
function crosses([x1, y1, x2, y2]: Tie, box: Box): boolean {
  const steps = Math.ceil(Math.hypot(x2 - x1, y2 - y1) / 3);
  for (let i = 0; i <= steps; i++) {
    const x = x1 + ((x2 - x1) * i) / steps,
      y = y1 + ((y2 - y1) * i) / steps;
    if (x > box[0] && x < box[2] && y > box[1] && y < box[3]) return true;
  }
  return false;
}

/** Whether two lines cross each other. */
function cut(a: Tie, b: Tie): boolean {
  const side = ([x1, y1, x2, y2]: Tie, x: number, y: number): number =>
    Math.sign((x2 - x1) * (y - y1) - (y2 - y1) * (x - x1));
  return side(a, b[0], b[1]) !== side(a, b[2], b[3]) && side(b, a[0], a[1]) !== side(b, a[2], a[3]);
}

/** A name to be placed: its mark, its width and size, and the mark's number among `marks`. */
export interface Named {
  readonly x: number;
  readonly y: number;
  readonly r: number;
  readonly rank: number;
  readonly w: number;
  readonly size: number;
  readonly own: number;
}

/** The canvas as it is taken so far. */
export interface Taken {
  readonly width: number;
  readonly marks: readonly Box[];
  readonly names: Box[];
  readonly ties: Tie[];
}

const boxAt = ({ size, w }: Named, x: number, y: number): Box => [x - 2, y - size + 1, x + w + 2, y + 3];

const isFree = ({ own }: Named, { width, marks, names, ties }: Taken, box: Box, clear: number): boolean =>
  box[0] >= 0 &&
  box[2] <= width &&
  !ties.some(t => crosses(t, box)) &&
  !names.some(n => meet(n, box)) &&
  !marks.some((m, i) => meet(m, box, i === own ? 0 : clear));

/** How often the names are placed anew where one has no room. */
const ROUNDS = 6;

/**
 * Room for every name that has some, null for the rest: beside its mark, else, for capitals, apart from it and tied to it by a line. A
 * name covers no mark and no other name, no line crosses one or another line, and what stands apart keeps clear of other marks. Names are placed one
 * after the other; a capital that finds no room so is placed before the others in the next round, and the best round counts.
 */
export function placeNames(
  named: readonly Named[],
  width: number,
  marks: readonly Box[],
): (NameSpot | null)[] {
  let best: (NameSpot | null)[] = [],
    fewest = Infinity;
  let order = [...named.keys()];
  for (let round = 0; round < ROUNDS && fewest > 0; round++) {
    const spots = placeInOrder(named, order, { width, marks, names: [], ties: [] });
    const without = order.filter(i => spots[i] == null && mayStandApart(named[i]!, width));
    if (without.length < fewest) [best, fewest] = [spots, without.length];
    order = [...without, ...order.filter(i => !without.includes(i))];
  }
  return best;
}

function placeInOrder(named: readonly Named[], order: readonly number[], taken: Taken): (NameSpot | null)[] {
  const spots = new Array<NameSpot | null>(named.length).fill(null);
  for (const i of order) {
    const s = named[i]!;
    const spot = besideMark(s, taken) ?? (mayStandApart(s, taken.width) ? apartFromMark(s, taken) : null);
    if (spot == null) continue;
    taken.names.push(spot.box);
    if (spot.tie != null) taken.ties.push(spot.tie);
    spots[i] = spot;
  }
  return spots;
}

const mayStandApart = (s: Named, width: number): boolean => s.rank >= (width < NARROW ? 3 : 2);

function besideMark(s: Named, taken: Taken): NameSpot | null {
  const { w } = s;
  const gap = s.r + 5;
  const beside = [
    [s.x + gap, s.y + 4],
    [s.x - gap - w, s.y + 4],
    [s.x - w / 2, s.y - gap - 1],
    [s.x - w / 2, s.y + gap + 9],
  ] as const;
  for (const [x, y] of beside) {
    const box = boxAt(s, x, y);
    if (isFree(s, taken, box, 0)) return { x, y, box, tie: null };
  }
  return null;
}

function apartFromMark(s: Named, taken: Taken): NameSpot | null {
  const { w, own } = s;
  const { marks, names, ties } = taken;
  for (const d of FAR[s.rank < 3 ? 'capital' : 'first'])
    for (const side of [-1, 1])
      for (const angle of TURNS) {
        const x = s.x + side * d * Math.cos(angle) - (side < 0 ? w : 0),
          y = s.y + d * Math.sin(angle) + 4;
        const box = boxAt(s, x, y);
        if (!isFree(s, taken, box, CLEAR)) continue;
        const [tx, ty] = [x > s.x ? x - 2 : x + w + 2, y - 4];
        const part = (s.r + 1) / Math.hypot(tx - s.x, ty - s.y);
        const tie = [s.x + (tx - s.x) * part, s.y + (ty - s.y) * part, tx, ty] as const;
        if (
          ties.some(t => cut(tie, t)) ||
          names.some(n => crosses(tie, n)) ||
          marks.some((m, i) => i !== own && crosses(tie, m))
        )
          continue;
        return { x, y, box, tie };
      }
  return null;
}
