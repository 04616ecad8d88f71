import type { Kernels } from './kernels.ts';

/** What a layer gives to the next in 16 bits: its floats times `scale`, and never more than `most` beyond zero. */
export interface Activation {
  readonly scale: number;
  readonly most: number;
}
/** Words' vectors: a sum of vectors is clipped at ±4, far beyond what training makes of them. */
export const WORDS: Activation = { scale: 4096, most: 16384 };
/** The first layer's cells lie within ±1, the second's, with the first's added, within ±2. */
export const FIRST: Activation = { scale: 4096, most: 4096 };
export const SECOND: Activation = { scale: 2048, most: 4096 };

/** A layer's weights in 16 bits, as `product` reads them; `columns` a multiple of 8, `inner` of 8. */
export interface IntegerWeights {
  readonly panels: Int16Array;
  readonly inner: number;
  readonly columns: number;
  /** By column: what a sum is multiplied by, what is added, and what negative results are multiplied by. */
  readonly scale: Float32Array;
  readonly bias: Float32Array;
  readonly leak: Float32Array;
}

/**
 * Rounds weights to 16 bits, each column with the largest scale at which no sum of products can leave 32 bits. So sums are
 * exact, and the same on every machine.
 */
export function integerWeights(
  kernels: Kernels,
  weight: Float32Array,
  bias: ArrayLike<number>,
  input: Activation,
  leak: (column: number) => number = () => 1,
): IntegerWeights {
  const columns = bias.length;
  const inner = weight.length / columns;
  const panels = kernels.shorts(inner * columns);
  const own = {
    scale: kernels.tensor(columns),
    bias: kernels.tensor(columns),
    leak: kernels.tensor(columns),
  };
  const top = new Float64Array(columns).fill(1e-9);
  const sum = new Float64Array(columns).fill(1e-9);
  for (let i = 0, n = 0; i < weight.length; i++, n = n + 1 < columns ? n + 1 : 0) {
    const size = Math.abs(weight[i]!);
    if (size > top[n]!) top[n] = size;
    sum[n]! += size;
  }
  const by = top.map((size, n) => Math.min(32767 / size, ((2 ** 31 - 1) / input.most - inner) / sum[n]!));
  for (let k = 0; k < inner; k++)
    for (let n = 0; n < columns; n++)
      panels[(n >> 3) * inner * 8 + (n & 7) * 2 + (k >> 1) * 16 + (k & 1)] = Math.round(
        weight[k * columns + n]! * by[n]!,
      );
  for (let n = 0; n < columns; n++) {
    own.scale[n] = 1 / (by[n]! * input.scale);
    own.bias[n] = bias[n]!;
    own.leak[n] = leak(n);
  }
  return { panels, inner, columns, ...own };
}
