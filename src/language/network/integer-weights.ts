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

/** A layer's weights in 16 bits, as `product` reads them; `columns` and `inner` are multiples of 8. */
export interface IntegerWeights {
  readonly inner: number;
  readonly columns: number;
  /** Panels of eight columns, in each two inner indexes side by side. */
  readonly panels: Int16Array;
  /** By column: what a sum is multiplied by, what is added, and what negative results are multiplied by. */
  readonly scale: Float32Array;
  readonly bias: Float32Array;
  readonly leak: Float32Array;
}

/**
 * Rounds weights (rows of `bias.length` columns) to 16 bits, each column with the largest scale at which no sum of products
 * can leave 32 bits. So sums are exact, and the same on every machine.
 */
export function integerWeights(
  weight: Float32Array,
  bias: Float32Array,
  input: Activation,
  leak: (column: number) => number = () => 1,
): IntegerWeights {
  const columns = bias.length;
  const inner = weight.length / columns;
  const panels = new Int16Array(inner * columns);
  const scale = new Float32Array(columns);
  for (let n = 0; n < columns; n++) {
    let top = 1e-9;
    let sum = 1e-9;
    for (let k = 0; k < inner; k++) {
      const size = Math.abs(weight[k * columns + n]!);
      top = Math.max(top, size);
      sum += size;
    }
    const by = Math.min(32767 / top, ((2 ** 31 - 1) / input.most - inner) / sum);
    const panel = (n >> 3) * inner * 8 + (n & 7) * 2;
    for (let k = 0; k < inner; k++)
      panels[panel + (k >> 1) * 16 + (k & 1)] = Math.round(weight[k * columns + n]! * by);
    scale[n] = 1 / (by * input.scale);
  }
  return { inner, columns, panels, scale, bias, leak: Float32Array.from(bias, (_, column) => leak(column)) };
}
