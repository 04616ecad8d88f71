import type { IntegerWeights } from './integer-weights.ts';
import type { Sizes } from './layout.ts';
import {
  type FloatName,
  floatLengths,
  type IntegerName,
  integerShapes,
  type Trained,
  type Vectors,
} from './trained.ts';

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
  readonly trained: Trained;
}

const MAGIC = 'DATELINE-PARSER-3\n';
const isLittleEndian = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;
const names = <Name extends string>(table: Record<Name, unknown>): Name[] => Object.keys(table) as Name[];

/**
 * The model as bytes: a line that names the format; the header's length in 8 hexadecimal digits; the header in JSON; the
 * vectors (a float scale a row, then bytes); the integer weights in order of `integerShapes` (by column scale, bias and
 * leak in floats, then the panels in 16-bit numbers); the floats of `floatLengths`. Little-endian.
 */
export function packModel(model: ParserModel): Uint8Array {
  const { sizes, tags, relations, vocabulary, lemmas, vectors, trained } = model;
  const header = new TextEncoder().encode(
    JSON.stringify({ sizes, tags, relations, vocabulary: vocabulary.join('\n'), lemmas }),
  );
  const parts: Uint8Array[] = [
    new TextEncoder().encode(MAGIC + header.length.toString(16).padStart(8, '0')),
    header,
    ...[vectors.scales, vectors.values].map(bytesOf),
  ];
  for (const name of names(integerShapes(sizes))) {
    const { scale, bias, leak, panels } = trained[name];
    parts.push(...[scale, bias, leak, panels].map(bytesOf));
  }
  parts.push(...names(floatLengths(sizes)).map(name => bytesOf(trained[name])));
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
  const floats = (length: number): Float32Array => new Float32Array(take(length * 4));
  const headerLength = Number.parseInt(lead.slice(MAGIC.length), 16);
  const header = JSON.parse(Buffer.from(take(headerLength)).toString('utf8'));
  const sizes = header.sizes as Sizes;
  const vocabulary = (header.vocabulary as string).split('\n');
  const scales = floats(vocabulary.length);
  const vectors = { scales, values: new Int8Array(take(vocabulary.length * sizes.word)) };
  const trained = {} as Record<IntegerName, IntegerWeights> & Record<FloatName, Float32Array>;
  for (const [name, [inner, columns]] of Object.entries(integerShapes(sizes))) {
    const [scale, bias, leak] = [floats(columns), floats(columns), floats(columns)];
    const panels = new Int16Array(take(inner * columns * 2));
    trained[name as IntegerName] = { inner, columns, scale, bias, leak, panels };
  }
  for (const [name, length] of Object.entries(floatLengths(sizes)))
    trained[name as FloatName] = floats(length);
  const { tags, relations, lemmas } = header;
  return { sizes, tags, relations, vocabulary, lemmas, vectors, trained };
}

/** Vectors within a byte, each row with the scale that gives it back. */
export function quantise(table: Float32Array, rows: number, columns: number): Vectors {
  const values = new Int8Array(rows * columns);
  const scales = new Float32Array(rows);
  for (let r = 0; r < rows; r++) {
    let top = 1e-9;
    for (let i = r * columns; i < (r + 1) * columns; i++) top = Math.max(top, Math.abs(table[i]!));
    scales[r] = top / 127;
    for (let i = r * columns; i < (r + 1) * columns; i++) values[i] = Math.round((table[i]! / top) * 127);
  }
  return { values, scales };
}

const bytesOf = (array: Float32Array | Int8Array | Int16Array): Uint8Array =>
  new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
