import type { Vectors } from './form-cache.ts';
import { type ParameterName, type Parameters, type Sizes, shapesOf } from './layout.ts';

/** All that a trained parser is. */
export interface ParserModel {
  readonly sizes: Sizes;
  /** Tags as `UPOS|XPOS`. */
  readonly tags: readonly string[];
  readonly relations: readonly string[];
  /** Names of the words' parts, by row of the vectors. */
  readonly vocabulary: readonly string[];
  /** The lemmatizer's lines. */
  readonly lemmas: string;
  readonly vectors: Vectors;
  readonly parameters: Parameters;
}

const MAGIC = 'DATELINE-PARSER-2\n';
const isLittleEndian = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;

/**
 * The model as bytes: a line that names the format; the header's length in 8 hexadecimal digits; the header in JSON; the
 * vectors (a float scale a row, then bytes); the parameters in order of their names in `shapesOf` (a float scale a row,
 * then 16-bit numbers). Little-endian.
 */
export function packModel(model: ParserModel): Uint8Array {
  const { sizes, tags, relations, vocabulary, lemmas, vectors } = model;
  const header = new TextEncoder().encode(JSON.stringify({ sizes, tags, relations, vocabulary, lemmas }));
  const parts: Uint8Array[] = [
    new TextEncoder().encode(MAGIC + header.length.toString(16).padStart(8, '0')),
    header,
    bytesOf(vectors.scales),
    bytesOf(vectors.values),
  ];
  for (const [name, [rows, columns]] of Object.entries(shapesOf(sizes)) as [
    ParameterName,
    [number, number],
  ][]) {
    const { values, scales } = quantise(
      model.parameters[name],
      rows,
      columns,
      32767,
      length => new Int16Array(length),
    );
    parts.push(bytesOf(scales), bytesOf(values));
  }
  return Uint8Array.from(Buffer.concat(parts));
}

/** Reads what `packModel` wrote. Throws an Error where the bytes are not of this format. */
export function unpackModel(file: Uint8Array): ParserModel {
  if (!isLittleEndian) throw new Error('the parser model can be read on little-endian machines only');
  const lead = Buffer.from(file.subarray(0, MAGIC.length + 8)).toString('latin1');
  if (!lead.startsWith(MAGIC)) throw new Error(`invalid parser model: begins with "${lead.slice(0, 18)}"`);
  let at = MAGIC.length + 8;
  const take = (length: number): ArrayBuffer => {
    const copy = new Uint8Array(length);
    copy.set(file.subarray(at, at + length));
    at += length;
    return copy.buffer;
  };
  const header = JSON.parse(
    Buffer.from(take(Number.parseInt(lead.slice(MAGIC.length), 16))).toString('utf8'),
  );
  const sizes = header.sizes as Sizes;
  const rows = header.vocabulary.length as number;
  const scales = new Float32Array(take(rows * 4));
  const vectors = { scales, values: new Int8Array(take(rows * sizes.word)) };
  const parameters = {} as Parameters;
  for (const [name, [height, columns]] of Object.entries(shapesOf(sizes)) as [
    ParameterName,
    [number, number],
  ][]) {
    const scale = new Float32Array(take(height * 4));
    const values = new Int16Array(take(height * columns * 2));
    const tensor = new Float32Array(height * columns);
    for (let i = 0; i < tensor.length; i++) tensor[i] = values[i]! * scale[(i / columns) | 0]!;
    parameters[name] = tensor;
  }
  const { tags, relations, vocabulary, lemmas } = header;
  return { sizes, tags, relations, vocabulary, lemmas, vectors, parameters };
}

/** Whole numbers for a table, each row with the scale that gives it back. */
export function quantise<T extends Int8Array | Int16Array>(
  table: Float32Array,
  rows: number,
  columns: number,
  most: number,
  make: (length: number) => T,
): { values: T; scales: Float32Array } {
  const values = make(rows * columns);
  const scales = new Float32Array(rows);
  for (let r = 0; r < rows; r++) {
    let top = 1e-9;
    for (let i = r * columns; i < (r + 1) * columns; i++) top = Math.max(top, Math.abs(table[i]!));
    scales[r] = top / most;
    for (let i = r * columns; i < (r + 1) * columns; i++) values[i] = Math.round((table[i]! / top) * most);
  }
  return { values, scales };
}

const bytesOf = (array: Float32Array | Int8Array | Int16Array): Uint8Array =>
  new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
