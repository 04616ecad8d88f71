import type { ArcHybrid } from './arc-hybrid.ts';
import { mix } from './features.ts';

/** The most features that one state has. */
export const MOST_FEATURES = 96;

/**
 * Fills the features of a parser state (after Zhang and Nivre 2011); returns how many.
 * `form` and `tag` hold a number for each word; past the end stands the root.
 */
export function parseFeatures(state: ArcHybrid, form: Int32Array, tag: Int32Array, out: Int32Array): number {
  const { n, next } = state;
  const s0 = state.top(0);
  const s1 = state.top(1);
  const s2 = state.top(2);
  const b0 = next;
  const b1 = next + 1 <= n ? next + 1 : -1;
  const b2 = next + 2 <= n ? next + 2 : -1;
  const formOf = (i: number): number => (i < 0 ? 3 : i === n ? 5 : form[i]!);
  const tagOf = (i: number): number => (i < 0 ? 253 : i === n ? 254 : tag[i]!);
  const labelOf = (i: number): number => (i < 0 ? 251 : state.label[i]!);
  const left1 = (i: number): number => (i < 0 ? -1 : state.left1[i]!);
  const left2 = (i: number): number => (i < 0 ? -1 : state.left2[i]!);
  const right1 = (i: number): number => (i < 0 ? -1 : state.right1[i]!);
  const right2 = (i: number): number => (i < 0 ? -1 : state.right2[i]!);
  const s0w = formOf(s0),
    s1w = formOf(s1),
    b0w = formOf(b0),
    b1w = formOf(b1),
    s2w = formOf(s2),
    b2w = formOf(b2);
  const s0t = tagOf(s0),
    s1t = tagOf(s1),
    s2t = tagOf(s2),
    b0t = tagOf(b0),
    b1t = tagOf(b1),
    b2t = tagOf(b2);
  const s0l = left1(s0),
    s0r = right1(s0),
    s1l = left1(s1),
    s1r = right1(s1),
    b0l = left1(b0);
  const s0l2 = left2(s0),
    s0r2 = right2(s0),
    s1r2 = right2(s1),
    s1l2 = left2(s1),
    b0l2 = left2(b0);
  const gap = s0 < 0 ? 0 : Math.min(b0 - s0, 6);
  const gap1 = s1 < 0 ? 0 : Math.min(s0 - s1, 6);
  const s0vl = s0 < 0 ? 0 : Math.min(state.leftCount[s0]!, 4);
  const s0vr = s0 < 0 ? 0 : Math.min(state.rightCount[s0]!, 4);
  const s1vr = s1 < 0 ? 0 : Math.min(state.rightCount[s1]!, 4);
  const s1vl = s1 < 0 ? 0 : Math.min(state.leftCount[s1]!, 4);
  const b0vl = Math.min(state.leftCount[b0]!, 4);
  let k = 0;
  let id = 100;
  const one = (a: number) => {
    out[k++] = mix(id++, a);
  };
  const two = (a: number, b: number) => {
    out[k++] = mix(mix(id++, a), b);
  };
  const three = (a: number, b: number, c: number) => {
    out[k++] = mix(mix(mix(id++, a), b), c);
  };
  const four = (a: number, b: number, c: number, d: number) => {
    out[k++] = mix(mix(mix(mix(id++, a), b), c), d);
  };
  one(1);
  one(s0w);
  one(s0t);
  two(s0w, s0t);
  one(s1w);
  one(s1t);
  two(s1w, s1t);
  one(b0w);
  one(b0t);
  two(b0w, b0t);
  one(b1w);
  one(b1t);
  two(b1w, b1t);
  one(b2w);
  one(b2t);
  one(s2w);
  one(s2t);
  two(s0w, b0w);
  two(s0w, b0t);
  two(s0t, b0w);
  two(s0t, b0t);
  three(s0w, s0t, b0t);
  three(s0t, b0w, b0t);
  two(s1w, s0w);
  two(s1w, s0t);
  two(s1t, s0w);
  two(s1t, s0t);
  two(s1w, b0w);
  two(s1t, b0t);
  two(s1w, b0t);
  two(s1t, b0w);
  two(b0t, b1t);
  two(b0w, b1t);
  two(b0t, b1w);
  three(b0t, b1t, b2t);
  three(s0t, b0t, b1t);
  three(s1t, s0t, b0t);
  three(s2t, s1t, s0t);
  four(s1t, s0t, b0t, b1t);
  three(s0w, b0t, b1t);
  three(s1t, s0w, b0t);
  three(s1w, s0t, b0t);
  three(s1t, s0t, b0w);
  two(s0w, gap);
  two(s0t, gap);
  two(b0w, gap);
  two(b0t, gap);
  three(s0t, b0t, gap);
  three(s0w, b0w, gap);
  two(s1t, gap1);
  two(s1w, gap1);
  three(s1t, s0t, gap1);
  two(s0w, s0vl);
  two(s0t, s0vl);
  two(s0w, s0vr);
  two(s0t, s0vr);
  two(b0w, b0vl);
  two(b0t, b0vl);
  two(s1w, s1vr);
  two(s1t, s1vr);
  two(s1t, s1vl);
  three(s1t, s0t, s1vr);
  one(formOf(s0l));
  one(formOf(s0r));
  one(formOf(b0l));
  one(formOf(s1r));
  one(formOf(s1l));
  three(s0t, tagOf(s0l), labelOf(s0l));
  three(s0t, tagOf(s0r), labelOf(s0r));
  three(b0t, tagOf(b0l), labelOf(b0l));
  three(s1t, tagOf(s1r), labelOf(s1r));
  three(s1t, tagOf(s1l), labelOf(s1l));
  two(s0w, labelOf(s0l));
  two(s0w, labelOf(s0r));
  two(s1w, labelOf(s1r));
  two(s1w, labelOf(s1l));
  two(b0w, labelOf(b0l));
  three(s0t, labelOf(s0l), labelOf(s0l2));
  three(s0t, labelOf(s0r), labelOf(s0r2));
  three(b0t, labelOf(b0l), labelOf(b0l2));
  three(s1t, labelOf(s1r), labelOf(s1r2));
  three(s1t, labelOf(s1l), labelOf(s1l2));
  four(s0t, b0t, tagOf(s0l), labelOf(s0l));
  four(s0t, b0t, tagOf(s0r), labelOf(s0r));
  four(s0t, b0t, tagOf(b0l), labelOf(b0l));
  four(s1t, s0t, tagOf(s1r), labelOf(s1r));
  four(s1t, s0t, tagOf(s0l), labelOf(s0l));
  four(s1t, s0t, tagOf(s0r), labelOf(s0r));
  four(s1t, s0t, tagOf(s1l), labelOf(s1l));
  return k;
}
