import type { Linear } from '../linear.ts';

/** An averaged perceptron in training: dense rows, lazily averaged (Collins 2002; the trick of Daumé 2006). */
export class AveragedPerceptron {
  readonly #weight: Float32Array;
  readonly #total: Float64Array;
  #clock = 1;

  constructor(
    readonly rows: number,
    readonly classes: number,
  ) {
    this.#weight = new Float32Array(rows * classes);
    this.#total = new Float64Array(rows * classes);
  }

  tick(): void {
    this.#clock++;
  }

  score(features: Int32Array, count: number, scores: Float64Array): void {
    scores.fill(0);
    for (let f = 0; f < count; f++) {
      const row = (features[f]! & (this.rows - 1)) * this.classes;
      for (let c = 0; c < this.classes; c++) scores[c]! += this.#weight[row + c]!;
    }
  }

  update(features: Int32Array, count: number, good: number, bad: number): void {
    for (let f = 0; f < count; f++) {
      const row = (features[f]! & (this.rows - 1)) * this.classes;
      this.#weight[row + good]! += 1;
      this.#total[row + good]! += this.#clock;
      this.#weight[row + bad]! -= 1;
      this.#total[row + bad]! -= this.#clock;
    }
  }

  /** The averaged weights, `scale` steps to one unit, whole numbers within a byte; those smaller than `least` steps are left out. */
  freeze(scale: number, least = 1): Linear {
    const start = new Uint32Array(this.rows + 1);
    const cls: number[] = [];
    const weight: number[] = [];
    for (let row = 0; row < this.rows; row++) {
      for (let c = 0; c < this.classes; c++) {
        const at = row * this.classes + c;
        const value = Math.round((this.#weight[at]! - this.#total[at]! / this.#clock) * scale);
        if (Math.abs(value) < least) continue;
        cls.push(c);
        weight.push(Math.max(-127, Math.min(127, value)));
      }
      start[row + 1] = cls.length;
    }
    return {
      classes: this.classes,
      rows: this.rows,
      start,
      cls: Uint8Array.from(cls),
      weight: Int8Array.from(weight),
    };
  }
}
