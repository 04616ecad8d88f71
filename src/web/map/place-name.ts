/** Left, top, right, bottom on the canvas. */
export type Box = readonly [number, number, number, number];

/** Where a name goes: its start and baseline, the room it takes, and the line to its mark where it stands apart. */
export interface NameSpot {
  readonly x: number;
  readonly y: number;
  readonly box: Box;
  readonly tie: readonly [number, number, number, number] | null;
}

/** How far from its mark a name may stand where there is no room beside it: the country's capital further than others. */
const FAR = { first: [30, 44, 60], capital: [24, 32, 40] } as const;
/** Below this width there is no room for names that stand apart, but for the country's capital. */
const NARROW = 600;
/** So near to another mark, a name that stands apart would be taken for that mark's. */
const CLEAR = 9;

const meet = (a: Box, b: Box, by = 0): boolean =>
  a[0] - by < b[2] && b[0] - by < a[2] && a[1] - by < b[3] && b[1] - by < a[3];

/** Whether a line passes through a box, looked at in steps of a few pixels. */
function crosses([x1, y1, x2, y2]: readonly [number, number, number, number], box: Box): boolean {
  const steps = Math.ceil(Math.hypot(x2 - x1, y2 - y1) / 3);
  for (let i = 0; i <= steps; i++) {
    const x = x1 + ((x2 - x1) * i) / steps,
      y = y1 + ((y2 - y1) * i) / steps;
    if (x > box[0] && x < box[2] && y > box[1] && y < box[3]) return true;
  }
  return false;
}

/**
 * Room for a name of width `w` beside its mark, else apart from it and tied to it by a line; null where there is none. It covers no mark
 * and no other name, no line crosses one, and what stands apart keeps clear of other marks. `own` is the mark's number in `marks`.
 */
export function placeName(
  s: { readonly x: number; readonly y: number; readonly r: number; readonly rank: number },
  w: number,
  size: number,
  width: number,
  marks: readonly Box[],
  names: readonly Box[],
  own: number,
): NameSpot | null {
  const boxAt = (x: number, y: number): Box => [x - 2, y - size + 1, x + w + 2, y + 3];
  const isFree = (box: Box, clear: number): boolean =>
    box[0] >= 0 &&
    box[2] <= width &&
    !names.some(n => meet(n, box)) &&
    !marks.some((m, i) => meet(m, box, i === own ? 0 : clear));
  const gap = s.r + 5;
  const beside = [
    [s.x + gap, s.y + 4],
    [s.x - gap - w, s.y + 4],
    [s.x - w / 2, s.y - gap - 1],
    [s.x - w / 2, s.y + gap + 9],
  ] as const;
  for (const [x, y] of beside) {
    const box = boxAt(x, y);
    if (isFree(box, 0)) return { x, y, box, tie: null };
  }
  if (s.rank < 2 || (s.rank < 3 && width < NARROW)) return null;
  for (const d of FAR[s.rank < 3 ? 'capital' : 'first'])
    for (const side of [-1, 1])
      for (const angle of [-0.9, 0.9, 0, -0.5, 0.5]) {
        const x = s.x + side * d * Math.cos(angle) - (side < 0 ? w : 0),
          y = s.y + d * Math.sin(angle) + 4;
        const box = boxAt(x, y);
        if (!isFree(box, CLEAR)) continue;
        const [tx, ty] = [x > s.x ? x - 2 : x + w + 2, y - 4];
        const part = (s.r + 1) / Math.hypot(tx - s.x, ty - s.y);
        const tie = [s.x + (tx - s.x) * part, s.y + (ty - s.y) * part, tx, ty] as const;
        if (names.some(n => crosses(tie, n)) || marks.some((m, i) => i !== own && crosses(tie, m))) continue;
        return { x, y, box, tie };
      }
  return null;
}
