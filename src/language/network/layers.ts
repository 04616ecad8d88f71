import type { Kernels } from './kernels.ts';

/** Rows × columns of `y` = bias + x·weight. */
export function linear(
  kernels: Kernels,
  x: Float32Array,
  xWidth: number,
  weight: Float32Array,
  bias: Float32Array,
  y: Float32Array,
  rows: number,
  inner: number,
): void {
  const columns = bias.length;
  for (let r = 0; r < rows; r++) y.set(bias, r * columns);
  kernels.multiply(x, weight, y, rows, inner, columns, xWidth, columns, columns);
}

/** Leaky rectifier. */
export const LEAK = 0.1;
export function rectify(x: Float32Array, from: number, to: number): void {
  for (let i = from; i < to; i++) if (x[i]! < 0) x[i]! *= LEAK;
}
