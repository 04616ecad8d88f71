import type { AnalyserModel } from './analyser.ts';
import type { Linear } from './linear.ts';

const MAGIC = 'DATELINE-PARSER-1\n';

/** The model as bytes: a line naming the format, the length of a JSON header in 8 hexadecimal digits, the header, the arrays. */
export function packModel(model: AnalyserModel): Uint8Array {
  const parts: Uint8Array[] = [];
  const shape = (linear: Linear): object => {
    const lengths = new Uint16Array(linear.rows);
    for (let r = 0; r < linear.rows; r++) lengths[r] = linear.start[r + 1]! - linear.start[r]!;
    parts.push(
      Uint8Array.from(lengths),
      linear.cls,
      new Uint8Array(linear.weight.buffer, linear.weight.byteOffset, linear.weight.length),
    );
    return { classes: linear.classes, rows: linear.rows, weights: linear.cls.length };
  };
  const { tags, relations, lemmas } = model;
  const header = new TextEncoder().encode(
    JSON.stringify({
      tags,
      relations,
      lemmas,
      tagger: shape(model.tagger),
      transitions: shape(model.transitions),
      labels: shape(model.labels),
    }),
  );
  const lead = new TextEncoder().encode(MAGIC + header.length.toString(16).padStart(8, '0'));
  const all = [lead, header, ...parts];
  const bytes = new Uint8Array(all.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of all) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** Reads what `packModel` wrote. Throws an Error where the bytes are not of this format. */
export function unpackModel(file: Uint8Array): AnalyserModel {
  const bytes = new Uint8Array(file);
  const decoder = new TextDecoder();
  const lead = decoder.decode(bytes.subarray(0, MAGIC.length + 8));
  if (!lead.startsWith(MAGIC)) throw new Error(`invalid parser model: begins with "${lead.slice(0, 18)}"`);
  let at = MAGIC.length + 8;
  const size = Number.parseInt(lead.slice(MAGIC.length), 16);
  const header = JSON.parse(decoder.decode(bytes.subarray(at, at + size)));
  at += size;
  const linear = (shape: { classes: number; rows: number; weights: number }): Linear => {
    const start = new Uint32Array(shape.rows + 1);
    for (let r = 0; r < shape.rows; r++) start[r + 1] = start[r]! + bytes[at + r]!;
    at += shape.rows;
    const cls = bytes.slice(at, at + shape.weights);
    at += shape.weights;
    const weight = new Int8Array(bytes.slice(at, at + shape.weights).buffer);
    at += shape.weights;
    return { classes: shape.classes, rows: shape.rows, start, cls, weight };
  };
  const tagger = linear(header.tagger);
  const transitions = linear(header.transitions);
  const labels = linear(header.labels);
  return {
    tags: header.tags,
    relations: header.relations,
    lemmas: header.lemmas,
    tagger,
    transitions,
    labels,
  };
}
