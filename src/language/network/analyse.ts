import { decodeTree } from './decode-tree.ts';
import { Kernels } from './kernels.ts';
import { linear, rectify } from './layers.ts';
import { eights, type ParameterName, type Parameters, type Sizes, shapesOf } from './layout.ts';
import { BETWEEN, WordIds } from './word-ids.ts';

/** What the network says of a sentence, by numbers: tags, heads (n for the root), relations. */
export interface Numbered {
  readonly tag: Int32Array;
  readonly head: Int32Array;
  readonly relation: Int32Array;
}

/** The vectors of words' parts: whole numbers within a byte, each row with its scale. */
export interface Vectors {
  readonly values: Int8Array;
  readonly scales: Float32Array;
}

/** The most words that a sentence may have. */
export const LONGEST = 240;
/** So many forms are kept with what the first layer makes of them (some 9 kB each). */
const MOST_CACHED = 6000;

/** Sentences are worked on together up to so many words. */
const MOST_TOGETHER = 512;

/** The trained network, with a memory that is used again and again. */
export class Network {
  readonly #kernels = new Kernels(24);
  readonly #parameters = {} as Parameters;
  readonly #words: WordIds;
  /** What each form gives to the gates of the word after it, its own, and those of the word before it. */
  readonly #given = new Map<string, Float32Array>();
  readonly #edge: Float32Array;

  constructor(
    readonly sizes: Sizes,
    vocabulary: readonly string[],
    readonly vectors: Vectors,
    parameters: Parameters,
  ) {
    this.#words = new WordIds(vocabulary);
    for (const [name, [rows, columns]] of Object.entries(shapesOf(sizes)) as [
      ParameterName,
      [number, number],
    ][]) {
      const tensor = this.#kernels.tensor(rows * columns);
      tensor.set(parameters[name]);
      this.#parameters[name] = tensor;
    }
    this.#edge = this.#project([Int32Array.of(BETWEEN)])[0]!;
  }

  /** Analyses sentences of 1 to LONGEST words each. What comes out for one does not depend on the others. */
  analyse(sentences: readonly (readonly string[])[]): Numbered[] {
    const found: Numbered[] = [];
    for (let first = 0, last = 0; first < sentences.length; first = last) {
      let words = 0;
      do words += sentences[last++]!.length;
      while (last < sentences.length && words + sentences[last]!.length <= MOST_TOGETHER);
      found.push(...this.#together(sentences.slice(first, last)));
    }
    return found;
  }

  #together(sentences: readonly (readonly string[])[]): Numbered[] {
    const k = this.#kernels;
    const p = this.#parameters;
    const { hidden, arc, label } = this.sizes;
    const firsts: number[] = [];
    let n = 0;
    for (const forms of sentences) {
      firsts.push(n);
      n += forms.length;
    }
    this.#learnForms(sentences.flat());
    const mark = k.mark();
    const u = k.tensor(n * 6 * hidden);
    const c = k.tensor(n * 2 * hidden);
    const h1 = k.tensor(n * 2 * hidden);
    const h2 = k.tensor(n * 2 * hidden);
    for (const [s, forms] of sentences.entries()) {
      this.#firstGates(forms, u, firsts[s]!);
      k.recur(u, c, h1, hidden, firsts[s]!, firsts[s]! + forms.length);
    }
    linear(k, h1, 2 * hidden, p.gates2, p.gates2Bias, u, n, 2 * hidden);
    for (const [s, forms] of sentences.entries()) k.recur(u, c, h2, hidden, firsts[s]!, firsts[s]! + forms.length);
    for (let i = 0; i < h2.length; i++) h2[i]! += h1[i]!;
    const width = 2 * arc + 2 * label;
    const parts = k.tensor(n * width);
    linear(k, h2, 2 * hidden, p.parts, p.partsBias, parts, n, 2 * hidden);
    for (let r = 0; r < n; r++) rectify(parts, r * width, r * width + 2 * arc);
    const tag = this.#tags(h1, n);
    const found = sentences.map((forms, s) => {
      const first = firsts[s]!;
      const own = parts.subarray(first * width, (first + forms.length) * width);
      const head = this.#heads(own, forms.length);
      return { tag: tag.subarray(first, first + forms.length), head, relation: this.#relations(own, head) };
    });
    k.release(mark);
    return found;
  }

  /** Sees to it that every form is in the cache. */
  #learnForms(forms: readonly string[]): void {
    if (this.#given.size > MOST_CACHED) this.#given.clear();
    const missing = [...new Set(forms)].filter(form => !this.#given.has(form));
    if (missing.length === 0) return;
    const given = this.#project(missing.map(form => this.#words.of(form)));
    for (const [i, form] of missing.entries()) this.#given.set(form, given[i]!);
  }

  /** What words give to the first layer's gates: three rows each, as the word before, at, and after a place. */
  #project(ids: readonly Int32Array[]): Float32Array[] {
    const k = this.#kernels;
    const { word, hidden } = this.sizes;
    const { values, scales } = this.vectors;
    const gates = 6 * hidden;
    const mark = k.mark();
    const x = k.tensor(ids.length * word);
    for (const [row, own] of ids.entries())
      for (const id of own) {
        const scale = scales[id]!;
        for (let j = 0; j < word; j++) x[row * word + j]! += values[id * word + j]! * scale;
      }
    const y = k.tensor(ids.length * 3 * gates);
    const weight = this.#parameters.gates1;
    for (let place = 0; place < 3; place++)
      k.multiply(
        x,
        weight.subarray(place * word * gates),
        y.subarray(place * gates),
        ids.length,
        word,
        gates,
        word,
        gates,
        3 * gates,
      );
    const rows = ids.map((_, row) => y.slice(row * 3 * gates, (row + 1) * 3 * gates));
    k.release(mark);
    return rows;
  }

  /** The first layer's gates, from row `first` on. */
  #firstGates(forms: readonly string[], u: Float32Array, first: number): void {
    const gates = 6 * this.sizes.hidden;
    const bias = this.#parameters.gates1Bias;
    let before = this.#edge;
    let here = this.#given.get(forms[0]!)!;
    for (let i = 0; i < forms.length; i++) {
      const after = i + 1 < forms.length ? this.#given.get(forms[i + 1]!)! : this.#edge;
      const at = (first + i) * gates;
      for (let j = 0; j < gates; j++)
        u[at + j] = bias[j]! + before[j]! + here[gates + j]! + after[2 * gates + j]!;
      before = here;
      here = after;
    }
  }

  #tags(h1: Float32Array, n: number): Int32Array {
    const { hidden, tags } = this.sizes;
    const width = eights(tags);
    const scores = this.#kernels.tensor(n * width);
    linear(
      this.#kernels,
      h1,
      2 * hidden,
      this.#parameters.tag,
      this.#parameters.tagBias,
      scores,
      n,
      2 * hidden,
    );
    return bestOfRows(scores, n, width, tags);
  }

  #heads(parts: Float32Array, n: number): Int32Array {
    const k = this.#kernels;
    const p = this.#parameters;
    const { arc, label } = this.sizes;
    const width = 2 * arc + 2 * label;
    const q = k.tensor(n * arc);
    for (let r = 0; r < n; r++) q.set(p.arcBias, r * arc);
    k.multiply(parts, p.arc, q, n, arc, arc, width, arc, arc);
    const m = eights(n + 1);
    const columns = k.tensor(arc * m);
    for (let h = 0; h < n; h++)
      for (let j = 0; j < arc; j++) columns[j * m + h] = parts[h * width + arc + j]!;
    for (let j = 0; j < arc; j++) columns[j * m + n] = p.root[j]!;
    const scores = k.tensor(n * m);
    k.multiply(q, columns, scores, n, arc, m, arc, m, m);
    const heads = new Int32Array(n);
    decodeTree(scores, m, n, heads);
    return heads;
  }

  #relations(parts: Float32Array, head: Int32Array): Int32Array {
    const k = this.#kernels;
    const { arc, label, relations } = this.sizes;
    const n = head.length;
    const width = 2 * arc + 2 * label;
    const joint = k.tensor(n * label);
    for (let i = 0; i < n; i++) {
      if (head[i] === n) continue;
      const child = i * width + 2 * arc;
      const parent = head[i]! * width + 2 * arc + label;
      for (let j = 0; j < label; j++) joint[i * label + j] = parts[child + j]! + parts[parent + j]!;
    }
    rectify(joint, 0, joint.length);
    const scoreWidth = eights(relations);
    const scores = k.tensor(n * scoreWidth);
    linear(k, joint, label, this.#parameters.relation, this.#parameters.relationBias, scores, n, label);
    return bestOfRows(scores, n, scoreWidth, relations);
  }
}

function bestOfRows(scores: Float32Array, rows: number, width: number, classes: number): Int32Array {
  const best = new Int32Array(rows);
  for (let r = 0; r < rows; r++) {
    let top = 0;
    for (let c = 1; c < classes; c++) if (scores[r * width + c]! > scores[r * width + top]!) top = c;
    best[r] = top;
  }
  return best;
}
