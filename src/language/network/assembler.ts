/**
 * Writes WebAssembly as expressions, so that the kernels need no tool to build them. An expression is a list of bytes that
 * leaves one value on the stack; a statement leaves none.
 */
export type Code = readonly number[];
/** A local variable or parameter of a routine. */
export interface Local {
  readonly index: number;
}
type Operand = Code | Local;

/** One function of a module: its name and number of parameters (all 32-bit integers), and its body. */
export interface Routine {
  readonly name: string;
  readonly parameters: number;
  readonly body: Code;
}

const I32 = 0x7f;
const V128 = 0x7b;

/** A whole number in LEB128, signed. */
function leb(value: number): Code {
  const out: number[] = [];
  for (let rest = value; ; ) {
    const byte = rest & 0x7f;
    rest >>= 7;
    if ((rest === 0 && !(byte & 0x40)) || (rest === -1 && byte & 0x40)) return [...out, byte];
    out.push(byte | 0x80);
  }
}
/** The same, unsigned: for indexes, sizes and opcodes. */
const uleb = (value: number): Code =>
  value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...uleb(value >>> 7)];
const use = (operand: Operand): Code =>
  'index' in operand ? [0x20, ...uleb(operand.index)] : (operand as Code);
const vector = (opcode: number): Code => [0xfd, ...uleb(opcode)];
const unary =
  (opcode: number) =>
  (a: Operand): Code => [...use(a), ...vector(opcode)];
const binary =
  (opcode: number) =>
  (a: Operand, b: Operand): Code => [...use(a), ...use(b), ...vector(opcode)];

export const set = (local: Local, value: Operand): Code => [...use(value), 0x21, ...uleb(local.index)];

export const i32 = {
  of: (value: number): Code => [0x41, ...leb(value)],
  load: (address: Operand, offset = 0): Code => [...use(address), 0x28, 2, ...uleb(offset)],
  add: (a: Operand, b: Operand): Code => [...use(a), ...use(b), 0x6a],
};
export const advance = (local: Local, by: Operand | number): Code =>
  set(local, i32.add(local, typeof by === 'number' ? i32.of(by) : by));

export const v128 = {
  load: (address: Operand, offset = 0): Code => [...use(address), ...vector(0x00), 4, ...uleb(offset)],
  /** Four bytes in all four places. */
  loadSplat: (address: Operand, offset = 0): Code => [...use(address), ...vector(0x09), 2, ...uleb(offset)],
  store: (address: Operand, value: Operand, offset = 0): Code => [
    ...use(address),
    ...use(value),
    ...vector(0x0b),
    4,
    ...uleb(offset),
  ],
  zero: [...vector(0x0c), ...new Array<number>(16).fill(0)] as Code,
  /** Four of the eight 32-bit places of `a` and `b`. */
  pick: (a: Operand, b: Operand, places: readonly [number, number, number, number]): Code => [
    ...use(a),
    ...use(b),
    ...vector(0x0d),
    ...places.flatMap(place => [4 * place, 4 * place + 1, 4 * place + 2, 4 * place + 3]),
  ],
};

export const f32x4 = {
  of: (value: number): Code => [0x43, ...new Uint8Array(Float32Array.of(value).buffer), ...vector(0x13)],
  nearest: unary(0x6a),
  sqrt: unary(0xe3),
  add: binary(0xe4),
  sub: binary(0xe5),
  mul: binary(0xe6),
  div: binary(0xe7),
  max: binary(0xe9),
  fromIntegers: unary(0xfa),
};

export const i32x4 = {
  splat: unary(0x11),
  add: binary(0xae),
  /** Products of 16-bit numbers, summed two by two. */
  dot: binary(0xba),
  fromFloats: unary(0xf8),
  /** Eight 16-bit numbers from two times four. */
  narrow: binary(0x85),
};

/** `body` again and again until `count` has come down to zero by `step`s; at least once. */
export const loop = (count: Local, step: number, ...body: Code[]): Code => [
  0x03,
  0x40,
  ...body.flat(),
  ...i32.add(count, i32.of(-step)),
  0x22,
  ...uleb(count.index),
  0x0d,
  0,
  0x0b,
];

/** What a routine's writer gets: ways to take new locals. */
export interface Scope {
  int(): Local;
  vector(): Local;
}

/** Writes a routine. `write` gets the scope and one local a parameter, and gives the statements. */
export function routine(
  name: string,
  parameters: number,
  write: (scope: Scope, ...parameters: Local[]) => Code[],
): Routine {
  const types: number[] = [];
  const take = (type: number): Local => {
    types.push(type);
    return { index: parameters + types.length - 1 };
  };
  const scope: Scope = {
    int: () => take(I32),
    vector: () => take(V128),
  };
  const code = write(scope, ...Array.from({ length: parameters }, (_, index) => ({ index }))).flat();
  const body = [...uleb(types.length), ...types.flatMap(type => [1, type]), ...code, 0x0b];
  return { name, parameters, body: [...uleb(body.length), ...body] };
}

/** A module of routines with a memory of so many pages (64 kB each), all exported. */
export function assemble(routines: readonly Routine[], pages: number): Uint8Array<ArrayBuffer> {
  const section = (id: number, items: readonly Code[]): Code => {
    const body = [...uleb(items.length), ...items.flat()];
    return [id, ...uleb(body.length), ...body];
  };
  const text = (name: string): Code => [...uleb(name.length), ...[...name].map(c => c.charCodeAt(0))];
  return Uint8Array.from([
    ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(
      1,
      routines.map(({ parameters }) => [0x60, parameters, ...new Array<number>(parameters).fill(I32), 0]),
    ),
    ...section(
      3,
      routines.map((_, i) => uleb(i)),
    ),
    ...section(5, [[0, ...uleb(pages)]]),
    ...section(7, [
      [...text('memory'), 2, 0],
      ...routines.map(({ name }, i) => [...text(name), 0, ...uleb(i)]),
    ]),
    ...section(
      10,
      routines.map(({ body }) => body),
    ),
  ]);
}
