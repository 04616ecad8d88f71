import {
  advance,
  type Code,
  f32x4,
  i32,
  i32x4,
  type Local,
  loop,
  type Routine,
  routine,
  type Scope,
  set,
  v128,
} from './assembler.ts';
import { squash } from './float-routines.ts';
import { LEAK } from './layers.ts';
import type { Sizes } from './layout.ts';

/**
 * `product`(a, b, c, scale, bias, leak, pairs, rows, columns, aRow, cRow): C = bias + scale·(A·B), negative results times
 * `leak`, on 16-bit numbers with 32-bit sums. B lies in panels of eight columns, two inner indexes side by side;
 * `pairs` is half the inner size and a multiple of 4, `rows` a multiple of 4, `columns` of 8. Strides in bytes.
 */
const product = routine(
  'product',
  11,
  (scope, a, b, c, scale, bias, leak, pairs, rows, columns, aRow, cRow) => {
    const [pa, pc, pb, r, k] = [scope.int(), scope.int(), scope.int(), scope.int(), scope.int()];
    const [b0, b1, s] = [scope.vector(), scope.vector(), scope.vector()];
    const lines = Array.from({ length: 4 }, () => ({
      a: scope.int(),
      sums: [scope.vector(), scope.vector()] as const,
    }));
    const step = (u: number): Code[] => [
      set(b0, v128.load(pb, 32 * u)),
      set(b1, v128.load(pb, 32 * u + 16)),
      ...lines.flatMap(({ a: at, sums: [sum0, sum1] }) => [
        set(s, v128.loadSplat(at, 4 * u)),
        set(sum0, i32x4.add(sum0, i32x4.dot(s, b0))),
        set(sum1, i32x4.add(sum1, i32x4.dot(s, b1))),
      ]),
    ];
    const finish = (sum: Local, at: number): Code[] => [
      set(s, f32x4.add(f32x4.mul(f32x4.fromIntegers(sum), v128.load(scale, at)), v128.load(bias, at))),
      v128.store(pc, f32x4.max(s, f32x4.mul(s, v128.load(leak, at))), at),
    ];
    return [
      loop(
        columns,
        8,
        ...[set(pa, a), set(pc, c), set(r, rows)],
        loop(
          r,
          4,
          ...[set(pb, b), set(k, pairs)],
          ...lines.flatMap(({ a: at, sums }) => [
            set(at, pa),
            advance(pa, aRow),
            ...sums.map(sum => set(sum, v128.zero)),
          ]),
          loop(
            k,
            4,
            ...[0, 1, 2, 3].flatMap(step),
            ...lines.map(line => advance(line.a, 16)),
            advance(pb, 128),
          ),
          ...lines.flatMap(({ sums: [sum0, sum1] }) => [
            ...finish(sum0, 0),
            ...finish(sum1, 16),
            advance(pc, cRow),
          ]),
        ),
        ...[set(b, pb), advance(c, 32), advance(scale, 32), advance(bias, 32), advance(leak, 32)],
      ),
    ];
  },
);

/**
 * One direction of a recurrent layer over `rows` rows; eight units at a time. h = o·cell + add, and `q` gets h·scale
 * rounded to 16 bits. `cell` is a memory for one row. Two forms by where the gates come from: `cells`(u, …) reads rows of
 * them, `cellsOfSums`(table, shift, …) sums three rows whose addresses stand in a table.
 */
function cells(hidden: number, summed: boolean): Routine {
  const width = 4 * hidden;
  const write = (
    scope: Scope,
    sources: readonly Local[],
    beginRow: Code[],
    endRow: Code[],
    { add, h, q, cell, rows, addStep, hStep, qStep, scale }: CellParameters,
  ): Code[] => {
    const [j, pa, ph, pq, pc] = [scope.int(), scope.int(), scope.int(), scope.int(), scope.int()];
    const [z, f, o, one] = [scope.vector(), scope.vector(), scope.vector(), scope.vector()];
    const [half, by, out0, out1] = [scope.vector(), scope.vector(), scope.vector(), scope.vector()];
    const sum = (at: number): Code =>
      sources.map(source => v128.load(source, at)).reduce((left, right) => f32x4.add(left, right));
    const gate = (x: Local): Code => set(x, f32x4.add(half, f32x4.mul(half, squash(x, one))));
    const rounded = (x: Local): Code => i32x4.fromFloats(f32x4.nearest(f32x4.mul(x, by)));
    const units = (out: Local, at: number): Code[] => [
      ...[set(z, sum(at)), set(f, sum(width + at)), set(o, sum(2 * width + at))],
      ...[set(z, squash(z, one)), gate(f), gate(o)],
      set(z, f32x4.add(z, f32x4.mul(f, f32x4.sub(v128.load(pc, at), z)))),
      v128.store(pc, z, at),
      set(out, f32x4.add(f32x4.mul(o, z), v128.load(pa, at))),
      v128.store(ph, out, at),
    ];
    return [
      ...[set(one, f32x4.of(1)), set(half, f32x4.of(0.5)), set(by, f32x4.fromIntegers(i32x4.splat(scale)))],
      ...[set(pc, cell), set(j, i32.of(hidden))],
      loop(j, 4, v128.store(pc, v128.zero), advance(pc, 16)),
      loop(
        rows,
        1,
        ...beginRow,
        ...[set(pa, add), set(ph, h), set(pq, q), set(pc, cell), set(j, i32.of(hidden))],
        loop(
          j,
          8,
          ...units(out0, 0),
          ...units(out1, 16),
          v128.store(pq, i32x4.narrow(rounded(out0), rounded(out1))),
          ...[...sources, pa, ph, pc].map(pointer => advance(pointer, 32)),
          advance(pq, 16),
        ),
        ...endRow,
        ...[advance(add, addStep), advance(h, hStep), advance(q, qStep)],
      ),
    ];
  };
  if (!summed)
    return routine('cells', 11, (scope, u, uStep, add, h, q, cell, rows, addStep, hStep, qStep, scale) => {
      const pu = scope.int();
      const rest = { add, h, q, cell, rows, addStep, hStep, qStep, scale };
      return write(scope, [pu], [set(pu, u)], [advance(u, uStep)], rest);
    });
  return routine(
    'cellsOfSums',
    12,
    (scope, table, tableStep, shift, add, h, q, cell, rows, addStep, hStep, qStep, scale) => {
      const sources = [scope.int(), scope.int(), scope.int()];
      const begin = sources.map((source, i) => set(source, i32.add(i32.load(table, 4 * i), shift)));
      const rest = { add, h, q, cell, rows, addStep, hStep, qStep, scale };
      return write(scope, sources, begin, [advance(table, tableStep)], rest);
    },
  );
}

type CellParameters = Record<
  'add' | 'h' | 'q' | 'cell' | 'rows' | 'addStep' | 'hStep' | 'qStep' | 'scale',
  Local
>;

/**
 * `dots`(a, b, c, rows, columns, aRow, bRow, cRow): C[i][j] = A[i]·B[j] for rows `inner` long; `columns` a multiple of 4
 * (B may be read beyond its last row). Strides in bytes.
 */
const dots = (inner: number): Routine =>
  routine('dots', 8, (scope, a, b, c, rows, columns, aRow, bRow, cRow) => {
    const [pa, pb, pc, j, k] = [scope.int(), scope.int(), scope.int(), scope.int(), scope.int()];
    const [s, t] = [scope.vector(), scope.vector()];
    const lines = Array.from({ length: 4 }, () => ({ b: scope.int(), sum: scope.vector() }));
    const [w, x, y, z] = lines.map(line => line.sum) as [Local, Local, Local, Local];
    const pairUp = (left: Local, right: Local): Code =>
      f32x4.add(v128.pick(left, right, [0, 4, 1, 5]), v128.pick(left, right, [2, 6, 3, 7]));
    return [
      loop(
        rows,
        1,
        ...[set(pb, b), set(pc, c), set(j, columns)],
        loop(
          j,
          4,
          ...lines.flatMap(line => [set(line.b, pb), advance(pb, bRow), set(line.sum, v128.zero)]),
          ...[set(pa, a), set(k, i32.of(inner))],
          loop(
            k,
            8,
            ...[0, 16].flatMap(at => [
              set(s, v128.load(pa, at)),
              ...lines.map(line => set(line.sum, f32x4.add(line.sum, f32x4.mul(s, v128.load(line.b, at))))),
            ]),
            ...[pa, ...lines.map(line => line.b)].map(pointer => advance(pointer, 32)),
          ),
          ...[set(s, pairUp(w, x)), set(t, pairUp(y, z))],
          v128.store(pc, f32x4.add(v128.pick(s, t, [0, 1, 4, 5]), v128.pick(s, t, [2, 3, 6, 7]))),
          advance(pc, 16),
        ),
        ...[advance(a, aRow), advance(c, cRow)],
      ),
    ];
  });

/** `joints`(table, c, rows): each row of C, `width` long, is the leaky rectified sum of two rows whose addresses stand in a table. */
const joints = (width: number): Routine =>
  routine('joints', 3, (scope, table, c, rows) => {
    const [p, q, j] = [scope.int(), scope.int(), scope.int()];
    const [s, leak] = [scope.vector(), scope.vector()];
    return [
      set(leak, f32x4.of(LEAK)),
      loop(
        rows,
        1,
        ...[set(p, i32.load(table)), set(q, i32.load(table, 4)), set(j, i32.of(width))],
        loop(
          j,
          4,
          set(s, f32x4.add(v128.load(p), v128.load(q))),
          v128.store(c, f32x4.max(s, f32x4.mul(s, leak))),
          ...[p, q, c].map(pointer => advance(pointer, 16)),
        ),
        advance(table, 8),
      ),
    ];
  });

/** What the trained network needs beside `floatRoutines`, for its sizes. */
export const inferenceRoutines = ({ hidden, arc, label }: Sizes): Routine[] => [
  product,
  cells(hidden, false),
  cells(hidden, true),
  dots(arc),
  joints(label),
];
