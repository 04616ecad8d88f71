import { decodeTree } from './decode-tree.ts';
import { FormCache, MOST_CACHED } from './form-cache.ts';
import { InferenceKernels } from './inference-kernels.ts';
import { FIRST, type IntegerWeights, SECOND } from './integer-weights.ts';
import { linear } from './layers.ts';
import { eights, type Sizes } from './layout.ts';
import type { Trained, Vectors } from './trained.ts';
import { WordIds } from './word-ids.ts';

/** What the network says of a sentence, by numbers: tags, heads (n for the root), relations. */
export interface Numbered {
  readonly tag: Int32Array;
  readonly head: Int32Array;
  readonly relation: Int32Array;
}

/** The most words that a sentence may have. */
export const LONGEST = 240;

/** Sentences are worked on together up to so many words. */
const MOST_TOGETHER = 256;

/** The trained network, with a memory that is used again and again. */
export class Network {
  readonly sizes: Sizes;
  readonly #kernels: InferenceKernels;
  readonly #forms: FormCache;
  readonly #gates2: IntegerWeights;
  readonly #tag: IntegerWeights;
  readonly #parts: IntegerWeights;
  readonly #arc: Float32Array;
  readonly #arcBias: Float32Array;
  readonly #relation: Float32Array;
  readonly #relationBias: Float32Array;

  /** @param plainly without WebAssembly: for machines that have none, and to test against. */
  constructor(
    sizes: Sizes,
    vocabulary: readonly string[],
    vectors: Vectors,
    trained: Trained,
    plainly = false,
  ) {
    this.sizes = sizes;
    const megabytes = Math.ceil((MOST_CACHED * 72 * sizes.hidden) / 2 ** 20) + 8;
    const k = new InferenceKernels(sizes, megabytes, plainly);
    this.#kernels = k;
    this.#forms = new FormCache(k, sizes, new WordIds(vocabulary), vectors, trained);
    this.#gates2 = k.place(trained.gates2);
    this.#tag = k.place(trained.tag);
    this.#parts = k.place(trained.parts);
    this.#arc = k.copy(trained.arc);
    this.#arcBias = k.copy(trained.arcBias);
    this.#relation = k.copy(trained.relation);
    this.#relationBias = k.copy(trained.relationBias);
  }

  /** Analyses sentences of 1 to LONGEST words each. What comes out for one does not depend on the others. */
  analyse(sentences: readonly (readonly string[])[]): Numbered[] {
    const found: Numbered[] = [];
    for (let first = 0, last = 0; first < sentences.length; first = last) {
      let words = 0;
      do words += sentences[last++]!.length;
      while (last < sentences.length && words + sentences[last]!.length <= MOST_TOGETHER);
      this.#together(sentences.slice(first, last), words, found);
    }
    return found;
  }

  #together(sentences: readonly (readonly string[])[], words: number, found: Numbered[]): void {
    const k = this.#kernels;
    const { hidden } = this.sizes;
    const mark = k.mark();
    const table = k.integers(words * 3);
    this.#forms.fill(sentences, table);
    const rows = (words + 3) & ~3;
    const h = k.space(rows * 2 * hidden);
    const q = k.shorts(rows * 2 * hidden);
    const bounds = boundsOf(sentences);
    for (const [first, last] of bounds) k.firstLayer(table, h, q, FIRST, first, last);
    const tagScores = k.space(rows * this.#tag.columns);
    k.product(q, this.#tag, tagScores, rows);
    const u = k.space(rows * 6 * hidden);
    k.product(q, this.#gates2, u, rows);
    for (const [first, last] of bounds) k.secondLayer(u, h, q, SECOND, first, last);
    const parts = k.space((rows + 4) * this.#parts.columns);
    k.product(q, this.#parts, parts, rows);
    const tag = bestOfRows(tagScores, words, this.#tag.columns, this.sizes.tags);
    const head = this.#heads(parts, words, bounds);
    const relation = this.#relations(parts, head, bounds);
    for (const [first, last] of bounds)
      found.push({
        tag: tag.subarray(first, last),
        head: head.subarray(first, last),
        relation: relation.subarray(first, last),
      });
    k.release(mark);
  }

  /** Heads of all words, counted in their sentences; score = (dependent·U + bias)·head. */
  #heads(parts: Float32Array, words: number, bounds: readonly Bounds[]): Int32Array {
    const k = this.#kernels;
    const { arc } = this.sizes;
    const width = this.#parts.columns;
    const qWidth = arc + 8;
    const q = k.space(words * qWidth);
    linear(k, parts, width, this.#arc, this.#arcBias, q, words, arc);
    const heads = new Int32Array(words);
    for (const [first, last] of bounds) {
      const n = last - first;
      const m = (n + 4) & ~3;
      const mark = k.mark();
      const scores = k.space(n * m);
      const from = q.byteOffset + first * qWidth * 4;
      const to = parts.byteOffset + (first * width + arc) * 4;
      k.dots(from, to, scores.byteOffset, n, m, qWidth * 4, width * 4, m * 4);
      for (let i = 0; i < n; i++) scores[i * m + n] = q[(first + i) * qWidth + arc]!;
      decodeTree(scores, m, n, heads.subarray(first, last));
      k.release(mark);
    }
    return heads;
  }

  /** Relations of all words to their heads; a root's means nothing. */
  #relations(parts: Float32Array, heads: Int32Array, bounds: readonly Bounds[]): Int32Array {
    const k = this.#kernels;
    const { arc, label, relations } = this.sizes;
    const width = this.#parts.columns * 4;
    const child = parts.byteOffset + 2 * arc * 4;
    const parent = child + label * 4;
    const table = k.integers(heads.length * 2);
    for (const [first, last] of bounds)
      for (let i = first; i < last; i++) {
        table[2 * i] = child + i * width;
        table[2 * i + 1] = parent + (heads[i] === last - first ? i : first + heads[i]!) * width;
      }
    const joint = k.space(heads.length * label);
    k.joints(table, joint, heads.length);
    const scoreWidth = eights(relations);
    const scores = k.space(heads.length * scoreWidth);
    linear(k, joint, label, this.#relation, this.#relationBias, scores, heads.length, label);
    return bestOfRows(scores, heads.length, scoreWidth, relations);
  }
}

type Bounds = readonly [first: number, last: number];

function boundsOf(sentences: readonly (readonly string[])[]): Bounds[] {
  let last = 0;
  return sentences.map(forms => {
    const first = last;
    last += forms.length;
    return [first, last];
  });
}

function bestOfRows(scores: Float32Array, rows: number, width: number, classes: number): Int32Array {
  const best = new Int32Array(rows);
  for (let r = 0; r < rows; r++) {
    const at = r * width;
    let top = at;
    for (let c = at + 1; c < at + classes; c++) if (scores[c]! > scores[top]!) top = c;
    best[r] = top - at;
  }
  return best;
}
