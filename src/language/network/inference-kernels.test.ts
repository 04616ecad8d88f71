import { expect, test } from 'vitest';
import { Network } from './analyse.ts';
import { InferenceKernels } from './inference-kernels.ts';
import { FIRST, integerWeights } from './integer-weights.ts';
import { eights, type ParameterName, type Parameters, shapesOf } from './layout.ts';
import { makeTrained } from './trained.ts';

const sizes = { word: 16, hidden: 16, arc: 16, label: 8, tags: 11, relations: 9 };

/** Numbers in [-1, 1), the same every time. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    return state / 2 ** 31;
  };
}

test('integer products are those of the floats but for rounding, and exactly the same without WebAssembly', () => {
  const results = [false, true].map(plainly => {
    const next = numbers(7);
    const kernels = new InferenceKernels(sizes, 1, plainly);
    const [rows, inner, columns] = [8, 32, 24];
    const weight = Float32Array.from({ length: inner * columns }, () => 3 * next());
    const bias = Float32Array.from({ length: columns }, next);
    const leak = (column: number): number => (column < 8 ? 0.1 : 1);
    const values = Array.from({ length: rows * inner }, next);
    const a = kernels.shorts(rows * inner);
    a.set(values.map(value => Math.round(value * FIRST.scale)));
    const c = kernels.tensor(rows * columns);
    kernels.product(a, kernels.place(integerWeights(weight, bias, FIRST, leak)), c, rows);
    for (let r = 0; r < rows; r++)
      for (let n = 0; n < columns; n++) {
        let sum = bias[n]!;
        for (let k = 0; k < inner; k++) sum += values[r * inner + k]! * weight[k * columns + n]!;
        expect(c[r * columns + n]).toBeCloseTo(sum < 0 ? sum * leak(n) : sum, 1.9);
      }
    return Array.from(c);
  });
  expect(results[0]).toEqual(results[1]);
});

test('no sum of products leaves 32 bits, however the weights lie', () => {
  for (const weight of [new Float32Array(256 * 8).fill(1), new Float32Array(256 * 8)]) {
    weight[0] ||= -5;
    const made = integerWeights(weight, new Float32Array(8), FIRST);
    let sum = 0;
    for (let k = 0; k < 256; k++) sum += Math.abs(made.panels[(k >> 1) * 16 + (k & 1)]!) * FIRST.most;
    expect(sum).toBeLessThan(2 ** 31);
    expect(sum).toBeGreaterThan(2 ** 26);
  }
});

/** A network that learnt nothing: its choices are arbitrary but definite. */
function anyNetwork(plainly: boolean): Network {
  const next = numbers(3);
  const vocabulary = ['<unknown>', '<between>', 'wtown', 'wfell', 'hxx', 'sn', 'pt'];
  const parameters = Object.fromEntries(
    Object.entries(shapesOf(sizes)).map(([name, [rows, columns]]) => [
      name,
      Float32Array.from({ length: rows * columns }, next),
    ]),
  ) as Record<ParameterName, Float32Array> as Parameters;
  const values = Int8Array.from({ length: vocabulary.length * sizes.word }, () => 127 * next());
  const scales = new Float32Array(vocabulary.length).fill(0.01);
  return new Network(sizes, vocabulary, { values, scales }, makeTrained(sizes, parameters), plainly);
}

test('a network says the same with and without WebAssembly, alone and together, first and later', () => {
  const words = ['The', 'town', 'fell', 'to', 'rebels', 'on', 'Monday', '.', 'a', 'dozen'];
  const sentences = Array.from({ length: 60 }, (_, s) =>
    Array.from(
      { length: 1 + (s % 17) },
      (_, i) => words[(s * 7 + i * i * 3) % words.length]! + (s % 5 ? '' : i),
    ),
  );
  const network = anyNetwork(false);
  const together = network.analyse(sentences);
  expect(anyNetwork(true).analyse(sentences)).toEqual(together);
  expect(sentences.map(sentence => network.analyse([sentence])[0])).toEqual(together);
  expect(
    anyNetwork(false)
      .analyse([...sentences].reverse())
      .reverse(),
  ).toEqual(together);
  const kinds = new Set(together.flatMap(({ tag, relation }) => [...tag, ...relation]));
  expect(kinds.size).toBeGreaterThan(4);
  expect(Math.max(...kinds)).toBeLessThan(eights(sizes.tags));
});

test('forms that make room for others are learnt again the same', () => {
  const network = anyNetwork(false);
  const sentence = ['The', 'town', 'fell'];
  const first = network.analyse([sentence]);
  for (let s = 0; s < 50; s++) network.analyse([Array.from({ length: 200 }, (_, i) => `x${s}-${i}`)]);
  expect(network.analyse([sentence])).toEqual(first);
});
