import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeTree } from './decode-tree.ts';

/** All head choices for n words that form a tree with one root; projective ones are marked. */
function* trees(n: number): Generator<{ heads: number[]; projective: boolean }> {
  const heads = new Array<number>(n).fill(0);
  for (let code = 0; code < (n + 1) ** n; code++) {
    let rest = code;
    for (let d = 0; d < n; d++) {
      heads[d] = rest % (n + 1);
      rest = Math.floor(rest / (n + 1));
    }
    if (heads.filter(h => h === n).length !== 1) continue;
    const reaches = heads.every((_, d) => {
      let at = d;
      for (let step = 0; step <= n && at !== n; step++) at = heads[at]!;
      return at === n;
    });
    if (!reaches) continue;
    const under = (word: number, above: number): boolean => {
      for (let at = word; at !== n; at = heads[at]!) if (at === above) return true;
      return false;
    };
    const projective = heads.every((h, d) => {
      if (h === n) return true;
      for (let k = Math.min(h, d) + 1; k < Math.max(h, d); k++) if (!under(k, h)) return false;
      return true;
    });
    yield { heads: [...heads], projective };
  }
}

test('the tree is the best one where greedy choice gives one, else the best projective one', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 5 }).chain(n =>
        fc.tuple(
          fc.constant(n),
          fc.array(fc.integer({ min: -1000, max: 1000 }), {
            minLength: n * (n + 1),
            maxLength: n * (n + 1),
          }),
        ),
      ),
      ([n, values]) => {
        const scores = Float32Array.from(values);
        const found = new Int32Array(n);
        decodeTree(scores, n + 1, n, found);
        const total = (heads: ArrayLike<number>): number =>
          Array.from(heads).reduce((sum, h, d) => sum + scores[d * (n + 1) + h]!, 0);
        const all = [...trees(n)];
        expect(all.some(({ heads }) => heads.every((h, d) => h === found[d]))).toBe(true);
        const best = Math.max(...all.filter(tree => tree.projective).map(tree => total(tree.heads)));
        expect(total(found)).toBeGreaterThanOrEqual(best);
      },
    ),
  );
});

test('a long sentence gets a tree with one root too, and never a better one than free choice', () => {
  let state = 5;
  const next = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    return state / 2 ** 31;
  };
  for (const n of [101, 150, 240]) {
    const scores = Float32Array.from({ length: n * (n + 1) }, next);
    const found = new Int32Array(n);
    decodeTree(scores, n + 1, n, found);
    expect(found.filter(head => head === n).length).toBe(1);
    let lost = 0;
    for (let d = 0; d < n; d++) {
      let at = d;
      for (let step = 0; step <= n && at !== n; step++) at = found[at]!;
      expect(at).toBe(n);
      const own = Array.from(scores.subarray(d * (n + 1), (d + 1) * (n + 1))).filter((_, h) => h !== d);
      lost += Math.max(...own) - scores[d * (n + 1) + found[d]!]!;
    }
    // Of some n heads with random scores only those on cycles, of which there are few, have to move.
    expect(lost / n).toBeLessThan(0.05);
  }
});
