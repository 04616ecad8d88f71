import { expect, test } from 'vitest';
import type { ParameterName } from '../network/layout.ts';
import { type Example, NetworkTrainer } from './network-trainer.ts';

let state = 12345;
const random = (): number => {
  state ^= state << 13;
  state ^= state >>> 17;
  state ^= state << 5;
  return (state >>> 0) / 2 ** 32;
};
const below = (n: number): number => Math.floor(random() * n);
const sizes = { word: 16, hidden: 8, arc: 8, label: 8, tags: 5, relations: 7 };
const options = { vocabulary: 20, random, dropWord: new Float32Array(20), drop: 0, dropParts: 0 };
const example = (n: number): Example => ({
  ids: Array.from({ length: n }, () => Int32Array.of(2 + below(18), 2 + below(18))),
  tag: Int32Array.from({ length: n }, () => below(5)),
  head: Int32Array.from({ length: n }, (_, i) => (i === 0 ? n : 0)),
  relation: Int32Array.from({ length: n }, () => below(7)),
});
const batch = [example(6), example(3)];

test('the gradients are the slopes of the loss', () => {
  const trainer = new NetworkTrainer(sizes, options);
  const taken = new Map<string, Float32Array>();
  for (const [name, gradient] of Object.entries(trainer.gradients)) {
    const fill = gradient.fill.bind(gradient);
    gradient.fill = value => {
      if (!taken.has(name)) taken.set(name, Float32Array.from(gradient));
      return fill(value);
    };
  }
  trainer.learn(batch, 0);
  for (const [name, parameter] of Object.entries(trainer.parameters)) {
    const slope = (i: number, by: number): number => {
      const old = parameter[i]!;
      parameter[i] = old + by;
      const more = trainer.learn(batch, 0).loss;
      parameter[i] = old - by;
      const less = trainer.learn(batch, 0).loss;
      parameter[i] = old;
      return (more - less) / (2 * by);
    };
    let far = 0;
    for (let k = 0; k < 12; k++) {
      const i = below(parameter.length);
      const want = taken.get(name as ParameterName)![i]!;
      // A kink of the rectifier between the two points gives another slope there: rare, so most must agree.
      if (Math.abs(slope(i, 1e-3) - want) > 1e-4 + 0.01 * Math.abs(want)) far++;
    }
    expect([name, far <= 2]).toEqual([name, true]);
  }
});

test('learning by heart brings the loss down to nothing, the same way every time', () => {
  const run = (): number => {
    state = 99;
    const trainer = new NetworkTrainer(sizes, options);
    let loss = 0;
    for (let k = 0; k < 150; k++) loss = trainer.learn(batch, 0.02).loss;
    return loss;
  };
  const first = run();
  expect(first).toBeLessThan(0.1);
  expect(run()).toBe(first);
});
