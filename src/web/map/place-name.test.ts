import { expect, test } from 'vitest';
import { type Box, type Named, type NameSpot, placeNames } from './place-name.ts';

const mark = (x: number, y: number): Box => [x - 9, y - 9, x + 9, y + 9];
const at = (x: number, y: number, own = 0, rank = 2): Named => ({ x, y, r: 7, rank, w: 40, size: 12, own });
const one = (s: Named, marks: readonly Box[], width = 800): NameSpot | null =>
  placeNames([s], width, marks)[0]!;
/** A mark with one on each of its four sides. */
const SHUT_IN = [mark(100, 100), mark(122, 100), mark(78, 100), mark(100, 122), mark(100, 78)];

test('a name stands to the right of its mark, on the left where the right is taken', () => {
  expect(one(at(100, 100), [mark(100, 100)])).toMatchObject({ x: 112, tie: null });
  expect(one(at(100, 100), [mark(100, 100), mark(125, 100)])).toMatchObject({ x: 48, tie: null });
});

test('shut in on all sides, a capital is named apart with a line that crosses no mark', () => {
  const spot = one(at(100, 100), SHUT_IN);
  expect(spot?.tie).not.toBeNull();
  for (const other of SHUT_IN.slice(1)) {
    const [x1, y1, x2, y2] = spot!.tie!;
    for (let i = 0; i <= 1; i += 0.1) {
      const [x, y] = [x1 + (x2 - x1) * i, y1 + (y2 - y1) * i];
      expect(x > other[0] && x < other[2] && y > other[1] && y < other[3]).toBe(false);
    }
    // Not so near that it would be taken for the other's name.
    expect(
      spot!.box[0] - other[2] > 8 ||
        other[0] - spot!.box[2] > 8 ||
        spot!.box[1] - other[3] > 8 ||
        other[1] - spot!.box[3] > 8,
    ).toBe(true);
  }
});

test('a name that stands apart takes no room beside a mark from the name of that mark', () => {
  const [apart] = placeNames([at(100, 100)], 800, SHUT_IN);
  const [x, y] = [apart!.box[0] - 12, apart!.y - 4];
  const marks = [...SHUT_IN, mark(x, y)];
  const [first, second] = placeNames([at(100, 100), at(x, y, SHUT_IN.length)], 800, marks);
  expect(second).toMatchObject({ tie: null });
  expect(first?.tie).not.toBeNull();
  expect(first!.box).not.toEqual(apart!.box);
});

test('where there is no room there is no name: a village has none apart, and on a phone no capital but the first', () => {
  expect(one(at(100, 100, 0, 1), SHUT_IN)).toBeNull();
  expect(one(at(100, 100, 0, 2), SHUT_IN, 390)).toBeNull();
  expect(one(at(100, 100, 0, 4), SHUT_IN, 390)?.tie).not.toBeNull();
});

test('in a crowd no name lies on a mark, a name or a line, and no line crosses another', () => {
  let seed = 7;
  const random = (): number => {
    seed = (seed * 16807) % 2147483647;
    return seed / 2147483647;
  };
  const named = Array.from({ length: 40 }, (_, own) =>
    at(250 + random() * 300, 150 + random() * 200, own, own === 0 ? 4 : 2),
  );
  const marks = named.map(s => mark(s.x, s.y));
  const spots = placeNames(named, 800, marks);
  const boxes = spots.flatMap(s => (s == null ? [] : [s.box]));
  const ties = spots.flatMap(s => (s?.tie == null ? [] : [s.tie]));
  const lieOn = (a: Box, b: Box): boolean => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
  for (const [i, box] of boxes.entries()) {
    expect(marks.some(m => lieOn(m, box))).toBe(false);
    expect(boxes.some((other, j) => j !== i && lieOn(other, box))).toBe(false);
  }
  const turn = (a: number[], b: number[], c: number[]): number =>
    Math.sign((b[0]! - a[0]!) * (c[1]! - a[1]!) - (b[1]! - a[1]!) * (c[0]! - a[0]!));
  for (const [i, [a, b, c, d]] of ties.entries())
    for (const [e, f, g, h] of ties.slice(i + 1)) {
      const [p, q, r, s] = [
        [a, b],
        [c, d],
        [e, f],
        [g, h],
      ] as const;
      const meets =
        turn([...p], [...q], [...r]) !== turn([...p], [...q], [...s]) &&
        turn([...r], [...s], [...p]) !== turn([...r], [...s], [...q]);
      expect(meets).toBe(false);
    }
  expect(ties.length).toBeGreaterThan(2);
  expect(boxes.length).toBeGreaterThan(25);
});
