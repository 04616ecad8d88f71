import { FIRST, type IntegerWeights, integerWeights, SECOND, WORDS } from './integer-weights.ts';
import { LEAK } from './layers.ts';
import { eights, type Parameters, type Sizes } from './layout.ts';

/** The vectors of words' parts: whole numbers within a byte, each row with its scale. */
export interface Vectors {
  readonly values: Int8Array;
  readonly scales: Float32Array;
}

/** The network's weights as reading uses them. */
export interface Trained {
  /** The first layer's weights for the word before a place, at it and after it. */
  readonly before: IntegerWeights;
  readonly here: IntegerWeights;
  readonly after: IntegerWeights;
  readonly gates2: IntegerWeights;
  readonly tag: IntegerWeights;
  readonly parts: IntegerWeights;
  /** The arc weights with one column more (and seven empty ones): what they make of the root's vector. */
  readonly arc: Float32Array;
  readonly arcBias: Float32Array;
  readonly relation: Float32Array;
  readonly relationBias: Float32Array;
}

export type IntegerName = 'before' | 'here' | 'after' | 'gates2' | 'tag' | 'parts';
export type FloatName = 'arc' | 'arcBias' | 'relation' | 'relationBias';

/** Inner size and columns of the integer weights, and the lengths of the others, in the order of the model file. */
export const integerShapes = ({ word, hidden, arc, label, tags }: Sizes) =>
  ({
    before: [word, 6 * hidden],
    here: [word, 6 * hidden],
    after: [word, 6 * hidden],
    gates2: [2 * hidden, 6 * hidden],
    tag: [2 * hidden, eights(tags)],
    parts: [2 * hidden, 2 * arc + 2 * label],
  }) as const satisfies Record<IntegerName, readonly [inner: number, columns: number]>;
export const floatLengths = ({ arc, label, relations }: Sizes) =>
  ({
    arc: arc * (arc + 8),
    arcBias: arc + 8,
    relation: label * eights(relations),
    relationBias: eights(relations),
  }) as const satisfies Record<FloatName, number>;

/** Makes them from the parameters that training found. */
export function makeTrained(sizes: Sizes, parameters: Parameters): Trained {
  const { word, hidden, arc } = sizes;
  const { gates1, gates1Bias, gates2, gates2Bias, tag, tagBias, parts, partsBias } = parameters;
  const window = (place: number): IntegerWeights =>
    integerWeights(
      gates1.subarray(place * word * 6 * hidden, (place + 1) * word * 6 * hidden),
      place === 1 ? gates1Bias : new Float32Array(6 * hidden),
      WORDS,
    );
  return {
    before: window(0),
    here: window(1),
    after: window(2),
    gates2: integerWeights(gates2, gates2Bias, FIRST),
    tag: integerWeights(tag, tagBias, FIRST),
    parts: integerWeights(parts, partsBias, SECOND, column => (column < 2 * arc ? LEAK : 1)),
    ...withRoot(arc, parameters),
    relation: parameters.relation,
    relationBias: parameters.relationBias,
  };
}

function withRoot(
  size: number,
  { arc, arcBias, root }: Parameters,
): { arc: Float32Array; arcBias: Float32Array } {
  const width = size + 8;
  const dot = (row: Float32Array): number => root.reduce((sum, value, j) => sum + value * row[j]!, 0);
  const made = { arc: new Float32Array(size * width), arcBias: new Float32Array(width) };
  for (let i = 0; i < size; i++) {
    const row = arc.subarray(i * size, (i + 1) * size);
    made.arc.set(row, i * width);
    made.arc[i * width + size] = dot(row);
  }
  made.arcBias.set(arcBias);
  made.arcBias[size] = dot(arcBias);
  return made;
}
