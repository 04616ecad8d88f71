import { floatRoutines } from './float-routines.ts';
import { type Opened, openModule } from './open-module.ts';
import { plainFloatFunctions } from './plain-routines.ts';

/** A memory for tensors with a matrix product on them. A tensor is a view on it. */
export class Kernels {
  readonly #buffer: ArrayBuffer;
  readonly #four: (...parameters: number[]) => void;
  readonly #one: (...parameters: number[]) => void;
  readonly #recur: (...parameters: number[]) => void;
  readonly #zeros: Float32Array;
  #used = 1024;

  /** @param megabytes size of the memory; `opened` a memory with the float routines on it, for one shared with others. */
  constructor(megabytes: number, opened: Opened = openModule(floatRoutines, plainFloatFunctions, megabytes)) {
    this.#buffer = opened.buffer;
    this.#four = opened.functions.four!;
    this.#one = opened.functions.one!;
    this.#recur = opened.functions.recur!;
    this.#zeros = this.tensor(1024);
  }

  /** A new tensor of so many zeros; throws a RangeError where the memory is full. */
  tensor(length: number): Float32Array {
    const view = new Float32Array(this.#buffer, this.#used, length);
    view.fill(0);
    this.#used += (length * 4 + 31) & ~31;
    return view;
  }

  /** One whose values are what happened to lie there: for what is written before it is read. */
  space(length: number): Float32Array {
    const view = new Float32Array(this.#buffer, this.#used, length);
    this.#used += (length * 4 + 31) & ~31;
    return view;
  }

  /** Zeros as 16-bit and as 32-bit whole numbers. */
  shorts(length: number): Int16Array {
    const view = this.tensor((length + 1) >> 1);
    return new Int16Array(this.#buffer, view.byteOffset, length);
  }
  integers(length: number): Int32Array {
    return new Int32Array(this.#buffer, this.tensor(length).byteOffset, length);
  }

  /** Where the next tensor will lie; `release` gives back all made since. */
  mark(): number {
    return this.#used;
  }
  release(mark: number): void {
    this.#used = mark;
  }

  /**
   * C += A·B for A of `rows × inner`, B of `inner × columns`, C of `rows × columns`, all by rows; `columns` a multiple
   * of 8. `aWidth`, `bWidth`, `cWidth` are the lengths of their rows in memory; `transposed` reads A as its transpose.
   */
  multiply(
    a: Float32Array,
    b: Float32Array,
    c: Float32Array,
    rows: number,
    inner: number,
    columns: number,
    aWidth: number,
    bWidth: number,
    cWidth: number,
    transposed = false,
  ): void {
    if (rows === 0 || inner === 0 || columns === 0) return;
    const aRow = transposed ? 4 : aWidth * 4;
    const aStep = transposed ? aWidth * 4 : 4;
    let pa = a.byteOffset;
    let pc = c.byteOffset;
    const pb = b.byteOffset;
    let row = 0;
    for (; row + 4 <= rows; row += 4) {
      this.#four(pa, pb, pc, inner, columns, aRow, aStep, bWidth * 4, cWidth * 4);
      pa += 4 * aRow;
      pc += 16 * cWidth;
    }
    for (; row < rows; row++) {
      this.#one(pa, pb, pc, inner, columns, aRow, aStep, bWidth * 4, cWidth * 4);
      pa += aRow;
      pc += 4 * cWidth;
    }
  }

  /**
   * A recurrent layer over rows `[first, last)` in both directions, without recurrent matrices (quasi-recurrent, Bradbury
   * and others 2017): z, f, o come from the input; c = f·c′ + (1−f)·z; h = o·c. z is squashed by s(x) = x/√(1+x²), the
   * gates f and o by ½ + ½·s(x). `u` holds z, f, o of the forward and then of the backward direction, before squashing
   * when it comes and after it when it goes; `c` and `h` have the two directions side by side. `hidden`, a multiple of 4
   * and at most 1024, is the width of one direction.
   */
  recur(
    u: Float32Array,
    c: Float32Array,
    h: Float32Array,
    hidden: number,
    first: number,
    last: number,
  ): void {
    const rows = last - first;
    if (rows <= 0) return;
    const H = hidden * 4;
    const zeros = this.#zeros.byteOffset;
    const at = (tensor: Float32Array, row: number, width: number, shift: number): number =>
      tensor.byteOffset + row * width + shift;
    this.#recur(
      at(u, first, 6 * H, 0),
      at(c, first, 2 * H, 0),
      at(h, first, 2 * H, 0),
      zeros,
      H,
      rows,
      6 * H,
      2 * H,
    );
    const end = last - 1;
    this.#recur(
      at(u, end, 6 * H, 3 * H),
      at(c, end, 2 * H, H),
      at(h, end, 2 * H, H),
      zeros,
      H,
      rows,
      -6 * H,
      -2 * H,
    );
  }
}
