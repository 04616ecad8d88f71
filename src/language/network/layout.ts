/** Sizes of the network. Widths are multiples of 8. */
export interface Sizes {
  /** Width of a word's vector. */
  readonly word: number;
  /** Width of one direction of a recurrent layer. */
  readonly hidden: number;
  readonly arc: number;
  readonly label: number;
  /** Numbers of tags and relations, and the same rounded up to a multiple of 8. */
  readonly tags: number;
  readonly relations: number;
}

export const eights = (n: number): number => (n + 7) & ~7;

/** The network's dense parameters by name: rows × columns. Biases are one row. */
export function shapesOf(sizes: Sizes): Record<ParameterName, readonly [rows: number, columns: number]> {
  const { word, hidden, arc, label } = sizes;
  const gates = 6 * hidden;
  const parts = 2 * arc + 2 * label;
  return {
    gates1: [3 * word, gates],
    gates1Bias: [1, gates],
    gates2: [2 * hidden, gates],
    gates2Bias: [1, gates],
    tag: [2 * hidden, eights(sizes.tags)],
    tagBias: [1, eights(sizes.tags)],
    parts: [2 * hidden, parts],
    partsBias: [1, parts],
    arc: [arc, arc],
    arcBias: [1, arc],
    root: [1, arc],
    relation: [label, eights(sizes.relations)],
    relationBias: [1, eights(sizes.relations)],
  };
}

export type ParameterName =
  | 'gates1'
  | 'gates1Bias'
  | 'gates2'
  | 'gates2Bias'
  | 'tag'
  | 'tagBias'
  | 'parts'
  | 'partsBias'
  | 'arc'
  | 'arcBias'
  | 'root'
  | 'relation'
  | 'relationBias';

export type Parameters = Record<ParameterName, Float32Array>;
