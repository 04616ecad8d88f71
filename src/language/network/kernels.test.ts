import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Kernels } from './kernels.ts';

const size = fc.integer({ min: 1, max: 13 });

test('multiply adds the product, straight and transposed, for every shape', () => {
  const kernels = new Kernels(1);
  fc.assert(
    fc.property(
      size,
      size,
      fc.integer({ min: 1, max: 3 }),
      fc.boolean(),
      (rows, inner, eighths, transposed) => {
        const columns = eighths * 8;
        const mark = kernels.mark();
        const a = kernels.tensor(rows * inner).map((_, i) => Math.sin(i + 1));
        const left = kernels.tensor(rows * inner);
        left.set(a);
        const b = kernels.tensor(inner * columns);
        for (let i = 0; i < b.length; i++) b[i] = Math.cos(3 * i);
        const c = kernels.tensor(rows * columns);
        c.fill(0.5);
        kernels.multiply(
          left,
          b,
          c,
          rows,
          inner,
          columns,
          transposed ? rows : inner,
          columns,
          columns,
          transposed,
        );
        for (let r = 0; r < rows; r++)
          for (let n = 0; n < columns; n++) {
            let sum = 0.5;
            for (let k = 0; k < inner; k++)
              sum += (transposed ? a[k * rows + r]! : a[r * inner + k]!) * b[k * columns + n]!;
            expect(c[r * columns + n]).toBeCloseTo(sum, 4);
          }
        kernels.release(mark);
      },
    ),
  );
});

test('recur does what its formula says, in both directions', () => {
  const kernels = new Kernels(1);
  const hidden = 8;
  const [first, last] = [1, 5];
  const u = kernels.tensor(6 * 6 * hidden);
  for (let i = 0; i < u.length; i++) u[i] = 2 * Math.sin(i * i);
  const before = u.slice();
  const c = kernels.tensor(6 * 2 * hidden);
  const h = kernels.tensor(6 * 2 * hidden);
  kernels.recur(u, c, h, hidden, first, last);
  const squash = (x: number): number => x / Math.sqrt(1 + x * x);
  for (let direction = 0; direction < 2; direction++)
    for (let j = 0; j < hidden; j++) {
      let cell = 0;
      for (let k = first; k < last; k++) {
        const row = direction === 0 ? k : last - 1 - (k - first);
        const at = row * 6 * hidden + direction * 3 * hidden + j;
        const z = squash(before[at]!);
        const f = 0.5 + 0.5 * squash(before[at + hidden]!);
        const o = 0.5 + 0.5 * squash(before[at + 2 * hidden]!);
        cell = f * cell + (1 - f) * z;
        const out = row * 2 * hidden + direction * hidden + j;
        expect([u[at], u[at + hidden], u[at + 2 * hidden], c[out], h[out]].map(x => x!.toFixed(5))).toEqual(
          [z, f, o, cell, o * cell].map(x => Math.fround(x).toFixed(5)),
        );
      }
    }
  expect([...h.slice(0, 2 * hidden), ...h.slice(5 * 2 * hidden)].every(x => x === 0)).toBe(true);
});

test('a full memory is said, not overrun', () => {
  expect(() => new Kernels(1).tensor(1_000_000)).toThrow(RangeError);
});
