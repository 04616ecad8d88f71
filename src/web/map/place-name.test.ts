import { expect, test } from 'vitest';
import { type Box, placeName } from './place-name.ts';

const mark = (x: number, y: number): Box => [x - 9, y - 9, x + 9, y + 9];
const at = (x: number, y: number, rank = 2) => ({ x, y, r: 7, rank });

test('a name stands to the right of its mark, on the left where the right is taken', () => {
  const spot = placeName(at(100, 100), 40, 12, 800, [mark(100, 100)], [], 0)!;
  expect(spot).toMatchObject({ x: 112, tie: null });
  const left = placeName(at(100, 100), 40, 12, 800, [mark(100, 100)], [spot.box], 0)!;
  expect(left).toMatchObject({ x: 48, tie: null });
});

test('shut in on all sides, a capital is named apart with a line that crosses no mark', () => {
  const marks = [mark(100, 100), mark(122, 100), mark(78, 100), mark(100, 122), mark(100, 78)];
  const spot = placeName(at(100, 100), 40, 12, 800, marks, [], 0);
  expect(spot?.tie).not.toBeNull();
  for (const other of marks.slice(1)) {
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

test('where there is no room there is no name: a village has none apart, and on a phone no capital but the first', () => {
  const marks = [mark(100, 100), mark(122, 100), mark(78, 100), mark(100, 122), mark(100, 78)];
  expect(placeName(at(100, 100, 1), 40, 12, 800, marks, [], 0)).toBeNull();
  expect(placeName(at(100, 100, 2), 40, 12, 390, marks, [], 0)).toBeNull();
  expect(placeName(at(100, 100, 4), 40, 12, 390, marks, [], 0)?.tie).not.toBeNull();
});
