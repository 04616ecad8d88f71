import { featureForm, hashText, mix, shapeOf } from './features.ts';

/** What the tagger and the parser look at in one word, hashed. */
export interface WordFeatures {
  readonly form: number;
  readonly own: readonly number[];
  readonly ending: number;
}

const cache = new Map<string, WordFeatures>();

/** The features of a form by itself. */
export function wordFeatures(text: string): WordFeatures {
  const known = cache.get(text);
  if (known) return known;
  const form = featureForm(text);
  const own = [mix(1, hashText(form)), mix(2, hashText(shapeOf(text))), mix(9, hashText(text))];
  for (let k = 1; k <= 5; k++) if (form.length > k) own.push(mix(2 + k, hashText(form.slice(-k))));
  for (let k = 1; k <= 3; k++) if (form.length > k) own.push(mix(10 + k, hashText(form.slice(0, k))));
  if (text.includes('-')) own.push(15);
  const features = { form: hashText(form), own, ending: hashText(form.slice(-3)) };
  if (cache.size > 50_000) cache.clear();
  cache.set(text, features);
  return features;
}

const NONE: WordFeatures = { form: 7, own: [], ending: 7 };

/** Fills the features of word `i` given the tags before it; returns how many. */
export function tagFeatures(
  words: readonly WordFeatures[],
  tags: Int32Array,
  i: number,
  out: Int32Array,
): number {
  let n = 0;
  const w0 = words[i]!;
  const w1 = words[i - 1] ?? NONE;
  const w2 = words[i - 2] ?? NONE;
  const n1 = words[i + 1] ?? NONE;
  const n2 = words[i + 2] ?? NONE;
  const t1 = i > 0 ? tags[i - 1]! : -1;
  const t2 = i > 1 ? tags[i - 2]! : -1;
  out[n++] = 1;
  for (const own of w0.own) out[n++] = own;
  out[n++] = mix(20, t1);
  out[n++] = mix(21, mix(t1, t2));
  out[n++] = mix(22, mix(t1, w0.form));
  out[n++] = mix(23, w1.form);
  out[n++] = mix(24, n1.form);
  out[n++] = mix(25, w2.form);
  out[n++] = mix(26, n2.form);
  out[n++] = mix(27, n1.ending);
  out[n++] = mix(28, w1.ending);
  out[n++] = mix(29, mix(w1.form, w0.form));
  out[n++] = mix(30, mix(w0.form, n1.form));
  out[n++] = mix(31, mix(t1, n1.form));
  out[n++] = mix(32, mix(w0.ending, t1));
  out[n++] = mix(33, mix(w0.ending, n1.ending));
  out[n++] = mix(34, mix(t1, n1.ending));
  if (n1.own.length > 1) out[n++] = mix(35, n1.own[1]!);
  if (w1.own.length > 1) out[n++] = mix(36, w1.own[1]!);
  if (i === 0) out[n++] = mix(37, w0.own[1] ?? 0);
  return n;
}
