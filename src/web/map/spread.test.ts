import fc from 'fast-check';
import { expect, test } from 'vitest';
import { spread } from './spread.ts';

const gap = (at: Float32Array, i: number, j: number): number =>
  Math.hypot(at[i * 2]! - at[j * 2]!, at[i * 2 + 1]! - at[j * 2 + 1]!);

test('two marks on each other are moved until they touch, the same way each time', () => {
  const once = new Float32Array([10, 10, 12, 11, 90, 90]);
  const again = once.slice();
  spread(once, [0, 1, 2], 5);
  spread(again, [0, 1, 2], 5);
  expect(gap(once, 0, 1)).toBeGreaterThan(9.9);
  expect([...once.slice(4)]).toEqual([90, 90]);
  expect(once).toEqual(again);
});

test('marks at one point part; what is not named stays', () => {
  const at = new Float32Array([10, 10, 10, 10, 10, 10]);
  spread(at, [0, 2], 4);
  expect(gap(at, 0, 2)).toBeGreaterThan(7.9);
  expect([...at.slice(2, 4)]).toEqual([10, 10]);
});

test('none goes further than seven pixels from its place, however many there are', () => {
  const point = fc.float({ min: 0, max: 60, noNaN: true });
  fc.assert(
    fc.property(fc.array(point, { minLength: 2, maxLength: 60 }), numbers => {
      const home = new Float32Array(numbers.slice(0, numbers.length & ~1));
      const at = home.slice();
      const which = Array.from({ length: home.length / 2 }, (_, i) => i);
      spread(at, which, 7);
      for (const i of which)
        expect(Math.hypot(at[i * 2]! - home[i * 2]!, at[i * 2 + 1]! - home[i * 2 + 1]!)).toBeLessThan(7.01);
    }),
  );
});
