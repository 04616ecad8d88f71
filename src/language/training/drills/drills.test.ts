import { expect, test } from 'vitest';
import { makeDrills } from './index.ts';

/** Marsaglia's xorshift, as the training script has it. */
function stream(seed: number): () => number {
  let state = seed;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}
const drills = makeDrills(400, stream(20240601));
const spelt = (i: number): string => drills[i]!.words.map(w => w.form).join(' ');

test('every sentence is one tree', () => {
  for (const [i, { words }] of drills.entries()) {
    expect(
      words.filter(w => w.head < 0).map(w => w.deprel),
      spelt(i),
    ).toEqual(['root']);
    for (const [k] of words.entries()) {
      let at = k;
      for (let hops = 0; at >= 0; hops++) {
        expect(hops, spelt(i)).toBeLessThan(words.length);
        at = words[at]!.head;
      }
    }
  }
});

test('the same numbers give the same sentences, others give others', () => {
  expect(makeDrills(50, stream(1))).toEqual(makeDrills(50, stream(1)));
  expect(makeDrills(50, stream(2))).not.toEqual(makeDrills(50, stream(1)));
});

test('who takes a place by the passive hangs on the verb as its agent', () => {
  const agents = drills.flatMap(({ words }) =>
    words.filter(w => w.deprel === 'obl:agent').map(w => words[w.head]!),
  );
  expect(agents.length).toBeGreaterThan(20);
  expect(agents.every(verb => verb.xpos === 'VBN')).toBe(true);
});

test('no mark stands before another, and each sentence ends with one', () => {
  for (const [i, { words }] of drills.entries()) {
    expect(words.at(-1)!.form).toBe('.');
    expect(spelt(i)).not.toMatch(/, [,.]/);
  }
});
