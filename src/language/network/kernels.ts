/**
 * Matrix products on 32-bit floats in WebAssembly SIMD, written out as instructions here so that no tool is needed to
 * build them. All numbers live in one WebAssembly memory; a tensor is a Float32Array view on it.
 */

type Code = number[];

const leb = (value: number): Code => {
  const out: Code = [];
  let rest = value;
  for (;;) {
    const byte = rest & 0x7f;
    rest >>= 7;
    if ((rest === 0 && !(byte & 0x40)) || (rest === -1 && byte & 0x40)) return [...out, byte];
    out.push(byte | 0x80);
  }
};
const I32 = 0x7f;
const V128 = 0x7b;
const get = (local: number): Code => [0x20, ...leb(local)];
const set = (local: number): Code => [0x21, ...leb(local)];
const i32 = (value: number): Code => [0x41, ...leb(value)];
const add = [0x6a];
const sub = [0x6b];
const simd = (op: number, ...rest: number[]): Code => [
  0xfd,
  ...(op < 0x80 ? [op] : [(op & 0x7f) | 0x80, op >> 7]),
  ...rest,
];
const load = (offset: number): Code => simd(0x00, 4, ...leb(offset));
const loadSplat = simd(0x09, 2, 0);
const store = (offset: number): Code => simd(0x0b, 4, ...leb(offset));
const minus = simd(0xe5);
const mul = simd(0xe6);
const divide = simd(0xe7);
const squareRoot = simd(0xe3);
/** A float in all four places. */
const splat = (value: number): Code => [
  0x43,
  ...new Uint8Array(Float32Array.of(value).buffer),
  ...simd(0x13),
];
const plus = simd(0xe4);
/** `body` again and again until `count` (a local) has come down to zero by `step`s. */
const loop = (count: number, step: number, body: Code): Code => [
  0x03,
  0x40,
  ...body,
  ...get(count),
  ...i32(step),
  ...sub,
  0x22,
  ...leb(count),
  0x0d,
  0,
  0x0b,
];
const advance = (local: number, by: Code): Code => [...get(local), ...by, ...add, ...set(local)];
const section = (id: number, items: Code[]): Code => {
  const body = [...leb(items.length), ...items.flat()];
  return [id, ...leb(body.length), ...body];
};
const text = (name: string): Code => [...leb(name.length), ...[...name].map(c => c.charCodeAt(0))];

/**
 * The body of `rows(a, b, c, K, N, aRow, aStep, bRow, cRow)`: for `rows` rows of A, C += A·B. Addresses and strides in
 * bytes; N a multiple of 8. Eight columns at a time stay in registers while k runs.
 */
function rowsBody(rows: number): Code {
  const [a, b, c, K, N, aRow, aStep, bRow, cRow, k, pb] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const;
  const pa = (r: number): number => 11 + r;
  const pc = (r: number): number => 11 + rows + r;
  const acc = (r: number, half: number): number => 11 + 2 * rows + 2 * r + half;
  const b0 = 11 + 4 * rows;
  const b1 = b0 + 1;
  const s = b0 + 2;
  const each = (f: (r: number) => Code): Code => Array.from({ length: rows }, (_, r) => f(r)).flat();
  const inner = loop(k, 1, [
    ...get(pb),
    ...load(0),
    ...set(b0),
    ...get(pb),
    ...load(16),
    ...set(b1),
    ...each(r => [
      ...get(pa(r)),
      ...loadSplat,
      ...set(s),
      ...get(acc(r, 0)),
      ...get(s),
      ...get(b0),
      ...mul,
      ...plus,
      ...set(acc(r, 0)),
      ...get(acc(r, 1)),
      ...get(s),
      ...get(b1),
      ...mul,
      ...plus,
      ...set(acc(r, 1)),
      ...advance(pa(r), get(aStep)),
    ]),
    ...advance(pb, get(bRow)),
  ]);
  const code = [
    ...each(r =>
      r === 0 ? [...get(c), ...set(pc(0))] : [...get(pc(r - 1)), ...get(cRow), ...add, ...set(pc(r))],
    ),
    ...loop(N, 8, [
      ...get(b),
      ...set(pb),
      ...get(K),
      ...set(k),
      ...each(r => [
        ...(r === 0 ? [...get(a), ...set(pa(0))] : [...get(pa(r - 1)), ...get(aRow), ...add, ...set(pa(r))]),
      ]),
      ...each(r => [
        ...get(pc(r)),
        ...load(0),
        ...set(acc(r, 0)),
        ...get(pc(r)),
        ...load(16),
        ...set(acc(r, 1)),
      ]),
      ...inner,
      ...each(r => [
        ...get(pc(r)),
        ...get(acc(r, 0)),
        ...store(0),
        ...get(pc(r)),
        ...get(acc(r, 1)),
        ...store(16),
        ...advance(pc(r), i32(32)),
      ]),
      ...advance(b, i32(32)),
    ]),
    0x0b,
  ];
  const locals = [...leb(2), ...leb(2 + 2 * rows), I32, ...leb(2 * rows + 3), V128];
  return [...leb(locals.length + code.length), ...locals, ...code];
}

/**
 * The body of `recur(u, c, h, before, H, rows, uStep, cStep)`: one direction of a quasi-recurrent layer, four units at a
 * time. `u` points at z of the first row, f and o lie H bytes after one another; `before` at the cell's values before the
 * first row. Steps lead from row to row and may be negative. All but `rows` in bytes.
 */
function recurBody(): Code {
  const [u, c, h, before, H, rows, uStep, cStep, j] = [0, 1, 2, 3, 4, 5, 6, 7, 8] as const;
  const [pu, pf, po, pc, ph, pb] = [9, 10, 11, 12, 13, 14] as const;
  const [z, f, o, cell] = [15, 16, 17, 18] as const;
  const square = (x: number): Code => [...get(x), ...get(x), ...mul];
  /** x/√(1+x²), left on the stack. */
  const squash = (x: number): Code => [...get(x), ...splat(1), ...square(x), ...plus, ...squareRoot, ...divide];
  const gate = (x: number): Code => [...splat(0.5), ...splat(0.5), ...squash(x), ...mul, ...plus, ...set(x)];
  const unit = [
    ...get(pu), ...load(0), ...set(z), ...get(pf), ...load(0), ...set(f), ...get(po), ...load(0), ...set(o),
    ...squash(z), ...set(z), ...gate(f), ...gate(o),
    ...get(z), ...get(f), ...get(pb), ...load(0), ...get(z), ...minus, ...mul, ...plus, ...set(cell),
    ...get(pu), ...get(z), ...store(0), ...get(pf), ...get(f), ...store(0), ...get(po), ...get(o), ...store(0),
    ...get(pc), ...get(cell), ...store(0), ...get(ph), ...get(o), ...get(cell), ...mul, ...store(0),
    ...[pu, pf, po, pc, ph, pb].flatMap(local => advance(local, i32(16))),
  ];
  const code = [
    ...loop(rows, 1, [
      ...get(u), ...set(pu), ...get(u), ...get(H), ...add, ...set(pf), ...get(pf), ...get(H), ...add, ...set(po),
      ...get(c), ...set(pc), ...get(h), ...set(ph), ...get(before), ...set(pb), ...get(H), ...set(j),
      ...loop(j, 16, unit),
      ...get(c), ...set(before), ...advance(u, get(uStep)), ...advance(c, get(cStep)), ...advance(h, get(cStep)),
    ]),
    0x0b,
  ];
  const locals = [2, 7, I32, 4, V128];
  return [...leb(locals.length + code.length), ...locals, ...code];
}
function moduleBytes(pages: number): Uint8Array<ArrayBuffer> {
  const takes = (count: number): Code => [0x60, count, ...Array<number>(count).fill(I32), 0];
  return Uint8Array.from([
    0, 0x61, 0x73, 0x6d, 1, 0, 0, 0,
    ...section(1, [takes(9), takes(8)]),
    ...section(3, [[0], [0], [1]]),
    ...section(5, [[0, ...leb(pages)]]),
    ...section(7, [[...text('memory'), 2, 0], [...text('four'), 0, 0], [...text('one'), 0, 1], [...text('recur'), 0, 2]]),
    ...section(10, [rowsBody(4), rowsBody(1), recurBody()]),
  ]);
}

type Rows = (
  a: number,
  b: number,
  c: number,
  K: number,
  N: number,
  aRow: number,
  aStep: number,
  bRow: number,
  cRow: number,
) => void;

// The compiler's Node types lack WebAssembly; this much is used.
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array<ArrayBuffer>) => object;
  readonly Instance: new (module: object) => { readonly exports: object };
};

interface Exports {
  readonly memory: { readonly buffer: ArrayBuffer };
  readonly four: Rows;
  readonly one: Rows;
  readonly recur: (...args: number[]) => void;
}

/** A memory for tensors with a matrix product on them. */
export class Kernels {
  readonly #buffer: ArrayBuffer;
  readonly #four: Rows;
  readonly #one: Rows;
  readonly #recur: (...args: number[]) => void;
  readonly #zeros: Float32Array;
  #used = 1024;

  /** @param megabytes size of the memory. */
  constructor(megabytes: number) {
    const instance = new WebAssembly.Instance(new WebAssembly.Module(moduleBytes(megabytes * 16)));
    const { memory, four, one, recur } = instance.exports as Exports;
    this.#buffer = memory.buffer;
    this.#four = four;
    this.#one = one;
    this.#recur = recur;
    this.#zeros = this.tensor(1024);
  }

  /** A new tensor of so many zeros; throws a RangeError where the memory is full. */
  tensor(length: number): Float32Array {
    const view = new Float32Array(this.#buffer, this.#used, length);
    view.fill(0);
    this.#used += (length * 4 + 31) & ~31;
    return view;
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
  recur(u: Float32Array, c: Float32Array, h: Float32Array, hidden: number, first: number, last: number): void {
    const rows = last - first;
    if (rows <= 0) return;
    const H = hidden * 4;
    const zeros = this.#zeros.byteOffset;
    const at = (tensor: Float32Array, row: number, width: number, shift: number): number =>
      tensor.byteOffset + row * width + shift;
    this.#recur(at(u, first, 6 * H, 0), at(c, first, 2 * H, 0), at(h, first, 2 * H, 0), zeros, H, rows, 6 * H, 2 * H);
    const end = last - 1;
    this.#recur(at(u, end, 6 * H, 3 * H), at(c, end, 2 * H, H), at(h, end, 2 * H, H), zeros, H, rows, -6 * H, -2 * H);
  }
}
