import { Kernels } from '../network/kernels.ts';
import { LEAK, linear, rectify } from '../network/layers.ts';
import { eights, type ParameterName, type Parameters, type Sizes, shapesOf } from '../network/layout.ts';
import { BETWEEN, UNKNOWN } from '../network/word-ids.ts';

/** A sentence to learn from: rows of the words' parts, tags, heads (its length for the root), relations. */
export interface Example {
  readonly ids: readonly Int32Array[];
  readonly tag: Int32Array;
  readonly head: Int32Array;
  readonly relation: Int32Array;
}

/** What a trainer needs beside the sizes. */
export interface TrainerOptions {
  readonly vocabulary: number;
  readonly random: () => number;
  /** By row of the vocabulary: how often a word is taken for an unknown one (rare words more often). */
  readonly dropWord: Float32Array;
  readonly drop: number;
  readonly dropParts: number;
}

interface Moments {
  readonly m: Float32Array;
  readonly v: Float32Array;
}

/** Sums of a batch: losses and counts. */
export interface BatchResult {
  loss: number;
  tokens: number;
  tags: number;
  heads: number;
  relations: number;
}

/** The network in training: forward, backward, Adam (Kingma and Ba 2015), all in plain loops and `Kernels`. */
export class NetworkTrainer {
  readonly kernels = new Kernels(256);
  readonly parameters = {} as Parameters;
  readonly gradients = {} as Parameters;
  readonly averages = {} as Parameters;
  readonly #moments = {} as Record<ParameterName, Moments>;
  readonly #transposed = {} as Partial<Parameters>;
  readonly vectors: Float32Array;
  readonly vectorAverages: Float32Array;
  readonly #vectorMoments: Moments;
  readonly #vectorGradient: Float32Array;
  #touched = new Set<number>();
  #steps = 0;

  constructor(
    readonly sizes: Sizes,
    readonly options: TrainerOptions,
  ) {
    const { random, vocabulary } = options;
    const normal = (): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    for (const [name, [rows, columns]] of Object.entries(shapesOf(sizes)) as [
      ParameterName,
      [number, number],
    ][]) {
      const tensor = this.kernels.tensor(rows * columns);
      if (rows > 1) {
        const scale = Math.sqrt(2 / (rows + Math.min(columns, rows)));
        for (let i = 0; i < tensor.length; i++) tensor[i] = normal() * scale * (name === 'arc' ? 0.5 : 1);
        this.#transposed[name] = this.kernels.tensor(rows * columns);
      }
      this.parameters[name] = tensor;
      this.gradients[name] = this.kernels.tensor(rows * columns);
      this.averages[name] = new Float32Array(rows * columns);
      this.#moments[name] = { m: new Float32Array(tensor.length), v: new Float32Array(tensor.length) };
    }
    const length = vocabulary * sizes.word;
    this.vectors = new Float32Array(length);
    for (let i = 0; i < length; i++) this.vectors[i] = normal() * 0.1;
    this.vectorAverages = new Float32Array(length);
    this.#vectorGradient = new Float32Array(length);
    this.#vectorMoments = { m: new Float32Array(length), v: new Float32Array(length) };
  }

  /** Learns from a batch: one forward and backward pass and one step of Adam. */
  learn(batch: readonly Example[], rate: number): BatchResult {
    const mark = this.kernels.mark();
    for (const name of Object.keys(this.#transposed) as ParameterName[]) {
      const [rows, columns] = shapesOf(this.sizes)[name];
      transpose(this.parameters[name], rows, columns, this.#transposed[name]!);
    }
    const result = this.#pass(batch);
    this.kernels.release(mark);
    this.#step(rate);
    return result;
  }

  #mask(tensor: Float32Array, drop: number): Float32Array | null {
    if (drop === 0) return null;
    const { random } = this.options;
    const mask = this.kernels.tensor(tensor.length);
    const keep = 1 / (1 - drop);
    for (let i = 0; i < mask.length; i++) {
      mask[i] = random() < drop ? 0 : keep;
      tensor[i]! *= mask[i]!;
    }
    return mask;
  }

  #pass(batch: readonly Example[]): BatchResult {
    const { kernels, parameters: p, gradients: g, sizes, options } = this;
    const { word, hidden, arc, label } = sizes;
    const t = this.#transposed;
    const result: BatchResult = { loss: 0, tokens: 0, tags: 0, heads: 0, relations: 0 };
    const firsts: number[] = [];
    let rows = 1;
    for (const { ids } of batch) {
      firsts.push(rows);
      rows += ids.length + 1;
      result.tokens += ids.length;
    }
    const unit = 1 / result.tokens;

    // Words. One row before the first and after the last sentence and between sentences stands for the edge.
    const x = kernels.tensor((rows + 2) * word);
    const rowIds: Int32Array[] = Array.from({ length: rows + 1 }, () => Int32Array.of(BETWEEN));
    for (const [s, { ids }] of batch.entries())
      for (const [i, own] of ids.entries()) {
        const kept = own.slice();
        if (options.random() < options.dropWord[own[0]!]!) kept[0] = UNKNOWN;
        rowIds[firsts[s]! + i] = kept;
      }
    for (let r = 0; r < rows; r++)
      for (const id of rowIds[r]!)
        for (let j = 0; j < word; j++) x[r * word + j]! += this.vectors[id * word + j]!;
    const xMask = this.#mask(x, options.drop);

    // Two recurrent layers; the first sees a window of three words, the second adds to what it sees.
    const window = x;
    const u1 = kernels.tensor(rows * 6 * hidden);
    const c1 = kernels.tensor(rows * 2 * hidden);
    const h1 = kernels.tensor(rows * 2 * hidden);
    const inner = rows - 2;
    linear(kernels, window, word, p.gates1, p.gates1Bias, u1.subarray(6 * hidden), inner, 3 * word);
    for (const [s, { ids }] of batch.entries())
      kernels.recur(u1, c1, h1, hidden, firsts[s]!, firsts[s]! + ids.length);
    const h1Mask = this.#mask(h1, options.drop);

    const u2 = kernels.tensor(rows * 6 * hidden);
    const c2 = kernels.tensor(rows * 2 * hidden);
    const h2 = kernels.tensor(rows * 2 * hidden);
    linear(kernels, h1, 2 * hidden, p.gates2, p.gates2Bias, u2, rows, 2 * hidden);
    for (const [s, { ids }] of batch.entries())
      kernels.recur(u2, c2, h2, hidden, firsts[s]!, firsts[s]! + ids.length);
    for (let i = 0; i < h2.length; i++) h2[i]! += h1[i]!;
    const h2Mask = this.#mask(h2, options.drop);

    // Tags, from the first layer.
    const tagWidth = eights(sizes.tags);
    const tagScores = kernels.tensor(rows * tagWidth);
    linear(kernels, h1, 2 * hidden, p.tag, p.tagBias, tagScores, rows, 2 * hidden);
    const dTag = kernels.tensor(rows * tagWidth);
    for (const [s, { ids, tag }] of batch.entries())
      for (let i = 0; i < ids.length; i++)
        if (
          this.#softmax(tagScores, dTag, (firsts[s]! + i) * tagWidth, sizes.tags, tag[i]!, unit, -1, result)
        )
          result.tags++;

    // Parts for arcs and relations, from the second layer.
    const width = 2 * arc + 2 * label;
    const parts = kernels.tensor(rows * width);
    linear(kernels, h2, 2 * hidden, p.parts, p.partsBias, parts, rows, 2 * hidden);
    for (let r = 0; r < rows; r++) rectify(parts, r * width, r * width + 2 * arc);
    const signs = kernels.tensor(rows * width);
    signs.set(parts);
    const partsMask = this.#mask(parts, options.dropParts);
    const dParts = kernels.tensor(rows * width);

    // Arcs: score = (dependent·U + bias)·head.
    const q = kernels.tensor(rows * arc);
    for (let r = 0; r < rows; r++) q.set(p.arcBias, r * arc);
    kernels.multiply(parts, p.arc, q, rows, arc, arc, width, arc, arc);
    const dq = kernels.tensor(rows * arc);
    for (const [s, { ids, head }] of batch.entries()) {
      const n = ids.length;
      const m = eights(n + 1);
      const first = firsts[s]!;
      const mark = kernels.mark();
      const columns = kernels.tensor(arc * m);
      const flat = kernels.tensor(m * arc);
      for (let h = 0; h <= n; h++)
        for (let j = 0; j < arc; j++) {
          const value = h === n ? p.root[j]! : parts[(first + h) * width + arc + j]!;
          columns[j * m + h] = value;
          flat[h * arc + j] = value;
        }
      const scores = kernels.tensor(n * m);
      const ownQ = q.subarray(first * arc);
      kernels.multiply(ownQ, columns, scores, n, arc, m, arc, m, m);
      const dScores = kernels.tensor(n * m);
      for (let i = 0; i < n; i++)
        if (this.#softmax(scores, dScores, i * m, n + 1, head[i]!, unit, i, result)) result.heads++;
      kernels.multiply(dScores, flat, dq.subarray(first * arc), n, n + 1, arc, m, arc, arc);
      const dHeads = kernels.tensor(m * arc);
      kernels.multiply(dScores, ownQ, dHeads, n + 1, n, arc, m, arc, arc, true);
      for (let h = 0; h < n; h++)
        for (let j = 0; j < arc; j++) dParts[(first + h) * width + arc + j]! += dHeads[h * arc + j]!;
      for (let j = 0; j < arc; j++) g.root[j]! += dHeads[n * arc + j]!;
      kernels.release(mark);
    }
    kernels.multiply(parts, dq, g.arc, arc, rows, arc, width, arc, arc, true);
    sumRows(dq, rows, arc, g.arcBias);
    kernels.multiply(dq, t.arc!, dParts, rows, arc, arc, arc, arc, width);

    // Relations of the gold arcs.
    const pairs: [child: number, head: number, relation: number][] = [];
    for (const [s, { ids, head, relation }] of batch.entries())
      for (let i = 0; i < ids.length; i++)
        if (head[i]! < ids.length) pairs.push([firsts[s]! + i, firsts[s]! + head[i]!, relation[i]!]);
    const joint = kernels.tensor(pairs.length * label);
    const relWidth = eights(sizes.relations);
    for (const [k, [child, head]] of pairs.entries())
      for (let j = 0; j < label; j++)
        joint[k * label + j] =
          parts[child * width + 2 * arc + j]! + parts[head * width + 2 * arc + label + j]!;
    rectify(joint, 0, joint.length);
    const relScores = kernels.tensor(pairs.length * relWidth);
    linear(kernels, joint, label, p.relation, p.relationBias, relScores, pairs.length, label);
    const dRel = kernels.tensor(pairs.length * relWidth);
    for (const [k, [, , relation]] of pairs.entries())
      if (this.#softmax(relScores, dRel, k * relWidth, sizes.relations, relation, unit, -1, result))
        result.relations++;
    kernels.multiply(joint, dRel, g.relation, label, pairs.length, relWidth, label, relWidth, relWidth, true);
    sumRows(dRel, pairs.length, relWidth, g.relationBias);
    const dJoint = kernels.tensor(pairs.length * label);
    kernels.multiply(dRel, t.relation!, dJoint, pairs.length, relWidth, label, relWidth, label, label);
    for (const [k, [child, head]] of pairs.entries())
      for (let j = 0; j < label; j++) {
        const d = dJoint[k * label + j]! * (joint[k * label + j]! < 0 ? LEAK : 1);
        dParts[child * width + 2 * arc + j]! += d;
        dParts[head * width + 2 * arc + label + j]! += d;
      }

    // Back through the parts.
    if (partsMask) for (let i = 0; i < dParts.length; i++) dParts[i]! *= partsMask[i]!;
    for (let r = 0; r < rows; r++)
      for (let j = r * width; j < r * width + 2 * arc; j++) if (signs[j]! < 0) dParts[j]! *= LEAK;
    kernels.multiply(h2, dParts, g.parts, 2 * hidden, rows, width, 2 * hidden, width, width, true);
    sumRows(dParts, rows, width, g.partsBias);
    const dh2 = kernels.tensor(rows * 2 * hidden);
    kernels.multiply(dParts, t.parts!, dh2, rows, width, 2 * hidden, width, 2 * hidden, 2 * hidden);
    if (h2Mask) for (let i = 0; i < dh2.length; i++) dh2[i]! *= h2Mask[i]!;

    // Back through the layers.
    const dh1 = kernels.tensor(rows * 2 * hidden);
    dh1.set(dh2);
    const du = kernels.tensor(rows * 6 * hidden);
    for (const [s, { ids }] of batch.entries())
      recurBack(u2, c2, dh2, du, hidden, firsts[s]!, firsts[s]! + ids.length);
    kernels.multiply(
      h1,
      du,
      g.gates2,
      2 * hidden,
      rows,
      6 * hidden,
      2 * hidden,
      6 * hidden,
      6 * hidden,
      true,
    );
    sumRows(du, rows, 6 * hidden, g.gates2Bias);
    kernels.multiply(du, t.gates2!, dh1, rows, 6 * hidden, 2 * hidden, 6 * hidden, 2 * hidden, 2 * hidden);
    kernels.multiply(h1, dTag, g.tag, 2 * hidden, rows, tagWidth, 2 * hidden, tagWidth, tagWidth, true);
    sumRows(dTag, rows, tagWidth, g.tagBias);
    kernels.multiply(dTag, t.tag!, dh1, rows, tagWidth, 2 * hidden, tagWidth, 2 * hidden, 2 * hidden);
    if (h1Mask) for (let i = 0; i < dh1.length; i++) dh1[i]! *= h1Mask[i]!;
    du.fill(0);
    for (const [s, { ids }] of batch.entries())
      recurBack(u1, c1, dh1, du, hidden, firsts[s]!, firsts[s]! + ids.length);
    const duInner = du.subarray(6 * hidden);
    kernels.multiply(
      window,
      duInner,
      g.gates1,
      3 * word,
      inner,
      6 * hidden,
      word,
      6 * hidden,
      6 * hidden,
      true,
    );
    sumRows(duInner, inner, 6 * hidden, g.gates1Bias);
    const dWindow = kernels.tensor(inner * 3 * word);
    kernels.multiply(
      duInner,
      t.gates1!,
      dWindow,
      inner,
      6 * hidden,
      3 * word,
      6 * hidden,
      3 * word,
      3 * word,
    );
    const dx = kernels.tensor((rows + 2) * word);
    for (let r = 0; r < inner; r++)
      for (let j = 0; j < 3 * word; j++) dx[r * word + j]! += dWindow[r * 3 * word + j]!;
    if (xMask) for (let i = 0; i < dx.length; i++) dx[i]! *= xMask[i]!;
    for (let r = 0; r < rows; r++)
      for (const id of rowIds[r]!) {
        this.#touched.add(id);
        for (let j = 0; j < word; j++) this.#vectorGradient[id * word + j]! += dx[r * word + j]!;
      }
    return result;
  }

  /** Cross entropy at one row: fills the gradient, adds the loss; whether the gold class scored best. */
  #softmax(
    scores: Float32Array,
    gradient: Float32Array,
    at: number,
    classes: number,
    gold: number,
    unit: number,
    skip: number,
    result: BatchResult,
  ): boolean {
    let best = -1;
    for (let c = 0; c < classes; c++)
      if (c !== skip && (best < 0 || scores[at + c]! > scores[at + best]!)) best = c;
    const top = scores[at + best]!;
    let sum = 0;
    for (let c = 0; c < classes; c++) if (c !== skip) sum += Math.exp(scores[at + c]! - top);
    for (let c = 0; c < classes; c++)
      if (c !== skip)
        gradient[at + c] = (Math.exp(scores[at + c]! - top) / sum - (c === gold ? 1 : 0)) * unit;
    result.loss += (Math.log(sum) + top - scores[at + gold]!) * unit;
    return best === gold;
  }

  #step(rate: number): void {
    const clock = ++this.#steps;
    const fix = Math.sqrt(1 - BETA2 ** clock) / (1 - BETA1 ** clock);
    let norm = 0;
    for (const gradient of Object.values(this.gradients))
      for (let i = 0; i < gradient.length; i++) norm += gradient[i]! ** 2;
    const clip = Math.min(1, CLIP / Math.sqrt(norm));
    for (const name of Object.keys(this.parameters) as ParameterName[]) {
      const { m, v } = this.#moments[name];
      adam(this.parameters[name], this.gradients[name], m, v, 0, m.length, rate * fix, clip);
      this.gradients[name].fill(0);
    }
    const { word } = this.sizes;
    const { m, v } = this.#vectorMoments;
    for (const id of [...this.#touched].sort((a, b) => a - b)) {
      adam(this.vectors, this.#vectorGradient, m, v, id * word, (id + 1) * word, rate * fix, clip);
      this.#vectorGradient.fill(0, id * word, (id + 1) * word);
    }
    this.#touched = new Set();
    if (clock % AVERAGE_EVERY === 0) this.#average(Math.min(AVERAGE, clock / (clock + 10 * AVERAGE_EVERY)));
  }

  #average(keep: number): void {
    for (const name of Object.keys(this.parameters) as ParameterName[])
      towards(this.averages[name], this.parameters[name], keep);
    towards(this.vectorAverages, this.vectors, keep);
  }
}

function towards(average: Float32Array, now: Float32Array, keep: number): void {
  for (let i = 0; i < now.length; i++) average[i]! += (1 - keep) * (now[i]! - average[i]!);
}

const BETA1 = 0.9;
const BETA2 = 0.98;
const AVERAGE_EVERY = 10;
const AVERAGE = 0.98;
const CLIP = 5;

function adam(
  value: Float32Array,
  gradient: Float32Array,
  m: Float32Array,
  v: Float32Array,
  from: number,
  to: number,
  rate: number,
  clip: number,
): void {
  for (let i = from; i < to; i++) {
    const g = gradient[i]! * clip;
    m[i] = BETA1 * m[i]! + (1 - BETA1) * g;
    v[i] = BETA2 * v[i]! + (1 - BETA2) * g * g;
    value[i]! -= (rate * m[i]!) / (Math.sqrt(v[i]!) + 1e-8);
  }
}

function transpose(from: Float32Array, rows: number, columns: number, to: Float32Array): void {
  for (let r = 0; r < rows; r++) for (let c = 0; c < columns; c++) to[c * rows + r] = from[r * columns + c]!;
}

function sumRows(from: Float32Array, rows: number, columns: number, to: Float32Array): void {
  for (let r = 0; r < rows; r++) for (let c = 0; c < columns; c++) to[c]! += from[r * columns + c]!;
}

/** The backward pass of `recur`: from dh to du (before squashing). With z = x/√(1+x²), dz/dx = (1−z²)^1.5. */
function recurBack(
  u: Float32Array,
  c: Float32Array,
  dh: Float32Array,
  du: Float32Array,
  hidden: number,
  first: number,
  last: number,
): void {
  const width = 6 * hidden;
  const carried = new Float64Array(hidden);
  const slope = (y: number): number => {
    const rest = 1 - y * y;
    return rest * Math.sqrt(rest);
  };
  for (let direction = 0; direction < 2; direction++) {
    carried.fill(0);
    const step = direction === 0 ? -1 : 1;
    const begin = direction === 0 ? last - 1 : first;
    for (let k = last - first - 1, row = begin; k >= 0; k--, row += step) {
      let at = row * width + direction * 3 * hidden;
      let out = row * 2 * hidden + direction * hidden;
      for (let j = 0; j < hidden; j++, at++, out++) {
        const z = u[at]!;
        const f = u[at + hidden]!;
        const o = u[at + 2 * hidden]!;
        const before = k === 0 ? 0 : c[out + step * 2 * hidden]!;
        const d = dh[out]!;
        const dc = d * o + carried[j]!;
        du[at + 2 * hidden] = d * c[out]! * 0.5 * slope(2 * o - 1);
        du[at + hidden] = dc * (before - z) * 0.5 * slope(2 * f - 1);
        du[at] = dc * (1 - f) * slope(z);
        carried[j] = dc * f;
      }
    }
  }
}
