import { advance, f32x4, type Local, loop, type Routine, routine, set, v128 } from './assembler.ts';

/** x/√(1+x²), given a vector of ones. */
export const squash = (x: Local, one: Local): readonly number[] =>
  f32x4.div(x, f32x4.sqrt(f32x4.add(one, f32x4.mul(x, x))));

/**
 * `name`(a, b, c, inner, columns, aRow, aStep, bRow, cRow): for `rows` rows of A, C += A·B. Addresses and strides in bytes;
 * `columns` a multiple of 8. Eight columns at a time stay in registers while the inner index runs.
 */
const productOfRows = (name: string, rows: number): Routine =>
  routine(name, 9, (scope, a, b, c, inner, columns, aRow, aStep, bRow, cRow) => {
    const [k, pb] = [scope.int(), scope.int()];
    const [b0, b1, s] = [scope.vector(), scope.vector(), scope.vector()];
    const lines = Array.from({ length: rows }, () => ({
      a: scope.int(),
      c: scope.int(),
      sum0: scope.vector(),
      sum1: scope.vector(),
    }));
    return [
      ...lines.flatMap((line, r) =>
        r === 0 ? [set(line.c, c)] : [set(line.c, lines[r - 1]!.c), advance(line.c, cRow)],
      ),
      loop(
        columns,
        8,
        set(k, inner),
        set(pb, b),
        ...lines.flatMap((line, r) => [
          set(line.a, r === 0 ? a : lines[r - 1]!.a),
          ...(r === 0 ? [] : [advance(line.a, aRow)]),
          set(line.sum0, v128.load(line.c)),
          set(line.sum1, v128.load(line.c, 16)),
        ]),
        loop(
          k,
          1,
          set(b0, v128.load(pb)),
          set(b1, v128.load(pb, 16)),
          ...lines.flatMap(line => [
            set(s, v128.loadSplat(line.a)),
            set(line.sum0, f32x4.add(line.sum0, f32x4.mul(s, b0))),
            set(line.sum1, f32x4.add(line.sum1, f32x4.mul(s, b1))),
            advance(line.a, aStep),
          ]),
          advance(pb, bRow),
        ),
        ...lines.flatMap(line => [
          v128.store(line.c, line.sum0),
          v128.store(line.c, line.sum1, 16),
          advance(line.c, 32),
        ]),
        advance(b, 32),
      ),
    ];
  });

/**
 * `recur`(u, c, h, before, width, rows, uStep, cStep): one direction of a quasi-recurrent layer in training, four units at
 * a time. `u` points at z of the first row, f and o lie `width` after one another; `before` at the cell's values before the
 * first row. Steps lead from row to row and may be negative. All but `rows` in bytes.
 */
const recur = routine('recur', 8, (scope, u, c, h, before, width, rows, uStep, cStep) => {
  const [j, pu, pf, po] = [scope.int(), scope.int(), scope.int(), scope.int()];
  const [pc, ph, pb] = [scope.int(), scope.int(), scope.int()];
  const [z, f, o, cell] = [scope.vector(), scope.vector(), scope.vector(), scope.vector()];
  const [one, half] = [scope.vector(), scope.vector()];
  const gate = (x: Local): readonly number[] => set(x, f32x4.add(half, f32x4.mul(half, squash(x, one))));
  return [
    set(one, f32x4.of(1)),
    set(half, f32x4.of(0.5)),
    loop(
      rows,
      1,
      ...[set(pu, u), set(pf, u), advance(pf, width), set(po, pf), advance(po, width)],
      ...[set(pc, c), set(ph, h), set(pb, before), set(j, width)],
      loop(
        j,
        16,
        ...[set(z, v128.load(pu)), set(f, v128.load(pf)), set(o, v128.load(po))],
        ...[set(z, squash(z, one)), gate(f), gate(o)],
        set(cell, f32x4.add(z, f32x4.mul(f, f32x4.sub(v128.load(pb), z)))),
        ...[v128.store(pu, z), v128.store(pf, f), v128.store(po, o)],
        ...[v128.store(pc, cell), v128.store(ph, f32x4.mul(o, cell))],
        ...[pu, pf, po, pc, ph, pb].map(pointer => advance(pointer, 16)),
      ),
      set(before, c),
      ...[advance(u, uStep), advance(c, cStep), advance(h, cStep)],
    ),
  ];
});

/** Matrix products and the recurrent layer on 32-bit floats: all that training needs. */
export const floatRoutines: readonly Routine[] = [productOfRows('four', 4), productOfRows('one', 1), recur];
