import type { InferenceKernels } from './inference-kernels.ts';
import { type IntegerWeights, WORDS } from './integer-weights.ts';
import type { Sizes } from './layout.ts';
import type { Trained, Vectors } from './trained.ts';
import { BETWEEN, type WordIds } from './word-ids.ts';

/** So many forms are kept with what the first layer makes of them (some 9 kB each). */
export const MOST_CACHED = 4096;
/** So many forms are learnt at a time. */
const MOST_TOGETHER = 64;

/**
 * What each form gives to the first layer's gates: three rows, for the word after it, for itself, and for the word before
 * it. As the layer sees a window of three words, its gates are the sum of three such rows, and the product with its
 * weights is made once a form and not once a word. Forms not used lately make room for others (the clock algorithm).
 */
export class FormCache {
  readonly #kernels: InferenceKernels;
  readonly #words: WordIds;
  readonly #vectors: Vectors;
  readonly #word: number;
  /** Width of the three rows of a form. */
  readonly #width: number;
  readonly #weights: readonly IntegerWeights[];
  readonly #rows: Float32Array;
  /** Where each form's rows lie, and which form lies there; place 0 is what stands between sentences. */
  readonly #places = new Map<string, number>();
  readonly #forms: string[] = [''];
  /** By place: the batch that used it last, and whether the clock's hand has not passed it since. */
  readonly #lastUsed = new Int32Array(MOST_CACHED);
  readonly #isFresh = new Uint8Array(MOST_CACHED);
  #hand = 1;
  #batch = 0;

  constructor(
    kernels: InferenceKernels,
    { word, hidden }: Sizes,
    words: WordIds,
    vectors: Vectors,
    { before, here, after }: Trained,
  ) {
    this.#kernels = kernels;
    this.#words = words;
    this.#vectors = vectors;
    this.#word = word;
    this.#width = 18 * hidden;
    this.#weights = [before, here, after].map(weights => kernels.place(weights));
    this.#rows = kernels.space(MOST_CACHED * this.#width);
    this.#learn([0], [Int32Array.of(BETWEEN)]);
  }

  /**
   * Fills `table` for sentences one after the other: for each word the addresses of the rows of the word before it, of
   * itself and of the word after it. Together fewer than MOST_CACHED words.
   */
  fill(sentences: readonly (readonly string[])[], table: Int32Array): void {
    const places = this.#placesOf(sentences);
    const start = this.#rows.byteOffset;
    const size = this.#width * 4;
    let word = 0;
    for (const { length } of sentences)
      for (let i = 0; i < length; i++, word++) {
        table[3 * word] = start + (i === 0 ? 0 : places[word - 1]!) * size;
        table[3 * word + 1] = start + places[word]! * size + size / 3;
        table[3 * word + 2] = start + (i === length - 1 ? 0 : places[word + 1]!) * size + (2 * size) / 3;
      }
  }

  #placesOf(sentences: readonly (readonly string[])[]): number[] {
    this.#batch++;
    const places: number[] = [];
    const missing: string[] = [];
    for (const forms of sentences)
      for (const form of forms) {
        const place = this.#places.get(form);
        if (place === undefined) missing.push(form);
        else this.#use(place);
        places.push(place ?? -1);
      }
    if (missing.length === 0) return places;
    this.#learnForms([...new Set(missing)]);
    let next = 0;
    return places.map(place => (place < 0 ? this.#places.get(missing[next++]!)! : place));
  }

  #use(place: number): void {
    this.#lastUsed[place] = this.#batch;
    this.#isFresh[place] = 1;
  }

  #learnForms(forms: readonly string[]): void {
    for (let first = 0; first < forms.length; first += MOST_TOGETHER) {
      const some = forms.slice(first, first + MOST_TOGETHER);
      const places = some.map(form => this.#takePlace(form));
      this.#learn(
        places,
        some.map(form => this.#words.of(form)),
      );
    }
  }

  #takePlace(form: string): number {
    let place = this.#forms.length;
    if (place >= MOST_CACHED) {
      place = this.#passHand();
      this.#places.delete(this.#forms[place]!);
    }
    this.#forms[place] = form;
    this.#places.set(form, place);
    this.#lastUsed[place] = this.#batch;
    return place;
  }

  /** The next place that was not used since the hand passed it, nor in this batch. */
  #passHand(): number {
    for (;;) {
      const place = this.#hand;
      this.#hand = place + 1 < MOST_CACHED ? place + 1 : 1;
      if (this.#lastUsed[place] === this.#batch) continue;
      if (this.#isFresh[place] === 0) return place;
      this.#isFresh[place] = 0;
    }
  }

  /** Makes the rows of words by the numbers of their parts, and puts them in their places. */
  #learn(places: readonly number[], ids: readonly Int32Array[]): void {
    const k = this.#kernels;
    const { values, scales } = this.#vectors;
    const [word, width] = [this.#word, this.#width];
    const mark = k.mark();
    const rows = (ids.length + 3) & ~3;
    const x = k.shorts(rows * word);
    const sum = new Float32Array(word);
    for (const [row, own] of ids.entries()) {
      sum.fill(0);
      for (const id of own) {
        const scale = scales[id]! * WORDS.scale;
        for (let j = 0, at = id * word; j < word; j++) sum[j]! += values[at + j]! * scale;
      }
      for (let j = 0; j < word; j++)
        x[row * word + j] = Math.max(-WORDS.most, Math.min(WORDS.most, Math.round(sum[j]!)));
    }
    const made = k.space(rows * width);
    for (const [place, weights] of this.#weights.entries())
      k.product(x, weights, made.subarray((place * width) / 3), rows, width);
    for (const [row, place] of places.entries())
      this.#rows.set(made.subarray(row * width, (row + 1) * width), place * width);
    k.release(mark);
  }
}
