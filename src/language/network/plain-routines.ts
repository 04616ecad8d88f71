import { LEAK } from './layers.ts';
import type { Sizes } from './layout.ts';
import type { Functions } from './open-module.ts';

const squash = (x: number): number => x / Math.sqrt(1 + x * x);
const gate = (x: number): number => 0.5 + 0.5 * squash(x);
const leaky = (x: number, leak: number): number => Math.max(x, x * leak);
/** To the nearest whole number, halves to the even one, as the vector instruction rounds. */
const nearest = (x: number): number => {
  const rounded = Math.round(x);
  return rounded - x === 0.5 && rounded % 2 !== 0 ? rounded - 1 : rounded;
};

/** The float routines as plain loops, for machines without vector instructions in WebAssembly; parameters as there. */
export function plainFloatFunctions(buffer: ArrayBuffer): Functions {
  const f = new Float32Array(buffer);
  const multiply =
    (lines: number) =>
    (...parameters: number[]): void => {
      const [a, b, c, inner, columns, aRow, aStep, bRow, cRow] = parameters.map(x => x / 4) as [
        number,
        number,
        number,
        number,
        number,
        number,
        number,
        number,
        number,
      ];
      for (let r = 0; r < lines; r++)
        for (let n = 0; n < columns * 4; n++) {
          let sum = f[c + r * cRow + n]!;
          for (let k = 0; k < inner * 4; k++) sum += f[a + r * aRow + k * aStep]! * f[b + k * bRow + n]!;
          f[c + r * cRow + n] = sum;
        }
    };
  const recur = (...parameters: number[]): void => {
    let [u, c, h, before] = parameters.map(x => x / 4) as [number, number, number, number];
    const [width, , uStep, cStep] = parameters.slice(4).map(x => x / 4) as [number, number, number, number];
    for (let row = 0; row < parameters[5]!; row++) {
      for (let j = 0; j < width; j++) {
        const z = squash(f[u + j]!);
        const keep = gate(f[u + width + j]!);
        const out = gate(f[u + 2 * width + j]!);
        const cell = z + keep * (f[before + j]! - z);
        f[u + j] = z;
        f[u + width + j] = keep;
        f[u + 2 * width + j] = out;
        f[c + j] = cell;
        f[h + j] = out * cell;
      }
      before = c;
      u += uStep;
      c += cStep;
      h += cStep;
    }
  };
  return { four: multiply(4), one: multiply(1), recur };
}

/** The same of the inference routines. */
export function plainInferenceFunctions(buffer: ArrayBuffer, { hidden, arc, label }: Sizes): Functions {
  const f = new Float32Array(buffer);
  const shorts = new Int16Array(buffer);
  const ints = new Int32Array(buffer);
  const product = (...p: number[]): void => {
    const [a, b, c, scale, bias, leak, pairs, rows, columns, aRow, cRow] = p as [
      number,
      number,
      number,
      number,
      number,
      number,
      number,
      number,
      number,
      number,
      number,
    ];
    for (let r = 0; r < rows; r++)
      for (let n = 0; n < columns; n++) {
        let sum = 0;
        for (let k = 0; k < 2 * pairs; k++) {
          const panel = b / 2 + (n >> 3) * pairs * 16 + (k >> 1) * 16 + (n & 7) * 2 + (k & 1);
          sum = (sum + shorts[(a + r * aRow) / 2 + k]! * shorts[panel]!) | 0;
        }
        const value = Math.fround(Math.fround(Math.fround(sum) * f[scale / 4 + n]!) + f[bias / 4 + n]!);
        f[(c + r * cRow) / 4 + n] = leaky(value, f[leak / 4 + n]!);
      }
  };
  /** `gates` gives z, f and o of a row and unit before squashing. */
  const run = (gates: (row: number, j: number, which: number) => number, p: readonly number[]): void => {
    const [add, h, q, cell, rows, addStep, hStep, qStep, scale] = p as [
      number,
      number,
      number,
      number,
      number,
      number,
      number,
      number,
      number,
    ];
    f.fill(0, cell / 4, cell / 4 + hidden);
    for (let row = 0; row < rows; row++)
      for (let j = 0; j < hidden; j++) {
        const z = squash(gates(row, j, 0));
        const at = cell / 4 + j;
        f[at] = z + gate(gates(row, j, 1)) * (f[at]! - z);
        const out = Math.fround(gate(gates(row, j, 2)) * f[at]! + f[(add + row * addStep) / 4 + j]!);
        f[(h + row * hStep) / 4 + j] = out;
        shorts[(q + row * qStep) / 2 + j] = nearest(out * scale);
      }
  };
  const cells = (u: number, uStep: number, ...rest: number[]): void =>
    run((row, j, which) => f[(u + row * uStep) / 4 + which * hidden + j]!, rest);
  const cellsOfSums = (table: number, tableStep: number, shift: number, ...rest: number[]): void =>
    run((row, j, which) => {
      const entry = (table + row * tableStep) / 4;
      const at = shift / 4 + which * hidden + j;
      return f[ints[entry]! / 4 + at]! + f[ints[entry + 1]! / 4 + at]! + f[ints[entry + 2]! / 4 + at]!;
    }, rest);
  const dots = (...p: number[]): void => {
    const [a, b, c, rows, columns, aRow, bRow, cRow] = p as [
      number,
      number,
      number,
      number,
      number,
      number,
      number,
      number,
    ];
    for (let i = 0; i < rows; i++)
      for (let j = 0; j < columns; j++) {
        let sum = 0;
        for (let k = 0; k < arc; k++) sum += f[(a + i * aRow) / 4 + k]! * f[(b + j * bRow) / 4 + k]!;
        f[(c + i * cRow) / 4 + j] = sum;
      }
  };
  const joints = (table: number, c: number, rows: number): void => {
    for (let r = 0; r < rows; r++)
      for (let j = 0; j < label; j++) {
        const entry = table / 4 + 2 * r;
        const sum = f[ints[entry]! / 4 + j]! + f[ints[entry + 1]! / 4 + j]!;
        f[c / 4 + r * label + j] = leaky(sum, LEAK);
      }
  };
  return { product, cells, cellsOfSums, dots, joints };
}
