import { floatRoutines } from './float-routines.ts';
import { inferenceRoutines } from './inference-routines.ts';
import type { Activation, IntegerWeights } from './integer-weights.ts';
import { Kernels } from './kernels.ts';
import type { Sizes } from './layout.ts';
import { type Functions, openModule } from './open-module.ts';
import { plainFloatFunctions, plainInferenceFunctions } from './plain-routines.ts';

/** The kernels that a trained network of certain sizes needs, on one memory. */
export class InferenceKernels extends Kernels {
  readonly #functions: Functions;
  readonly #sizes: Sizes;
  readonly #cell: Float32Array;
  readonly #zeros: Float32Array;

  /** @param plainly without WebAssembly (slow; the results are the same but for float rounding). */
  constructor(sizes: Sizes, megabytes: number, plainly = false) {
    const opened = openModule(
      [...floatRoutines, ...inferenceRoutines(sizes)],
      buffer => ({ ...plainFloatFunctions(buffer), ...plainInferenceFunctions(buffer, sizes) }),
      megabytes,
      plainly,
    );
    super(megabytes, opened);
    this.#functions = opened.functions;
    this.#sizes = sizes;
    this.#cell = this.tensor(sizes.hidden);
    this.#zeros = this.tensor(sizes.hidden);
  }

  /** Copies a layer's weights into the memory. */
  place({ inner, columns, ...weights }: IntegerWeights): IntegerWeights {
    const panels = this.shorts(weights.panels.length);
    panels.set(weights.panels);
    const { scale, bias, leak } = weights;
    return { inner, columns, panels, scale: this.copy(scale), bias: this.copy(bias), leak: this.copy(leak) };
  }

  /** Copies floats into the memory. */
  copy(floats: Float32Array): Float32Array {
    const copy = this.space(floats.length);
    copy.set(floats);
    return copy;
  }

  /** C = what the layer makes of `rows` rows of A, a multiple of 4; `cWidth` is the length of C's rows in memory. */
  product(
    a: Int16Array,
    { panels, inner, columns, ...by }: IntegerWeights,
    c: Float32Array,
    rows: number,
    cWidth = columns,
  ): void {
    this.#functions.product!(
      a.byteOffset,
      panels.byteOffset,
      c.byteOffset,
      by.scale.byteOffset,
      by.bias.byteOffset,
      by.leak.byteOffset,
      inner / 2,
      rows,
      columns,
      inner * 2,
      cWidth * 4,
    );
  }

  /**
   * The first recurrent layer over rows `[first, last)`: `table` holds for each row the addresses of three rows whose sum
   * are its gates. `h` gets what comes out, the directions side by side, `q` the same in 16 bits.
   */
  firstLayer(
    table: Int32Array,
    h: Float32Array,
    q: Int16Array,
    to: Activation,
    first: number,
    last: number,
  ): void {
    const H = this.#sizes.hidden * 4;
    for (const [from, way, half] of [
      [first, 1, 0],
      [last - 1, -1, 1],
    ] as const)
      this.#functions.cellsOfSums!(
        table.byteOffset + from * 12,
        way * 12,
        half * 3 * H,
        this.#zeros.byteOffset,
        h.byteOffset + from * 2 * H + half * H,
        q.byteOffset + from * H + (half * H) / 2,
        this.#cell.byteOffset,
        last - first,
        0,
        way * 2 * H,
        way * H,
        to.scale,
      );
  }

  /** The second layer: gates from `u`; what comes out is added to `h`, and `q` gets that in 16 bits. */
  secondLayer(
    u: Float32Array,
    h: Float32Array,
    q: Int16Array,
    to: Activation,
    first: number,
    last: number,
  ): void {
    const H = this.#sizes.hidden * 4;
    for (const [from, way, half] of [
      [first, 1, 0],
      [last - 1, -1, 1],
    ] as const) {
      const out = h.byteOffset + from * 2 * H + half * H;
      this.#functions.cells!(
        u.byteOffset + from * 6 * H + half * 3 * H,
        way * 6 * H,
        out,
        out,
        q.byteOffset + from * H + (half * H) / 2,
        this.#cell.byteOffset,
        last - first,
        way * 2 * H,
        way * 2 * H,
        way * H,
        to.scale,
      );
    }
  }

  /** C[i][j] = A[i]·B[j] over `arc` floats; addresses and strides in bytes, `columns` a multiple of 4. */
  dots(
    a: number,
    b: number,
    c: number,
    rows: number,
    columns: number,
    aRow: number,
    bRow: number,
    cRow: number,
  ): void {
    this.#functions.dots!(a, b, c, rows, columns, aRow, bRow, cRow);
  }

  /** Rows of C are leaky rectified sums of the two rows (`label` floats) whose addresses stand in the table. */
  joints(table: Int32Array, c: Float32Array, rows: number): void {
    if (rows > 0) this.#functions.joints!(table.byteOffset, c.byteOffset, rows);
  }
}
