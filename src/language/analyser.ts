import { ArcHybrid, LEFT, RIGHT, SHIFT } from './arc-hybrid.ts';
import { Lemmatizer } from './lemmas.ts';
import { type Linear, score } from './linear.ts';
import { MOST_FEATURES, parseFeatures } from './parse-features.ts';
import { tagFeatures, wordFeatures } from './tag-features.ts';

/** What a trained model holds. */
export interface AnalyserModel {
  /** Tags as `UPOS|XPOS`. */
  readonly tags: readonly string[];
  readonly relations: readonly string[];
  readonly tagger: Linear;
  readonly transitions: Linear;
  readonly labels: Linear;
  readonly lemmas: string;
}

/** Tags, lemmas and the tree of one sentence; heads count from 0 in it, -1 for the root. */
export interface Analysis {
  readonly upos: readonly string[];
  readonly xpos: readonly string[];
  readonly lemma: readonly string[];
  readonly head: readonly number[];
  readonly deprel: readonly string[];
}

/** Makes the function that analyses one sentence's words. */
export function makeAnalyser(model: AnalyserModel): (forms: readonly string[]) => Analysis {
  const lemmatizer = new Lemmatizer(model.lemmas);
  const tagPairs = model.tags.map(tag => tag.split('|') as [string, string]);
  const features = new Int32Array(MOST_FEATURES + 64);
  const tagScores = new Int32Array(model.tags.length);
  const stepScores = new Int32Array(3);
  const labelScores = new Int32Array(model.relations.length * 2);
  const state = new ArcHybrid();
  const root = model.relations.indexOf('root');
  return forms => {
    const n = forms.length;
    const words = forms.map(wordFeatures);
    const tag = new Int32Array(n + 1);
    const form = new Int32Array(n + 1);
    for (let i = 0; i < n; i++) {
      score(model.tagger, features, tagFeatures(words, tag, i, features), tagScores);
      tag[i] = argmax(tagScores, 0, tagScores.length);
      form[i] = words[i]!.form;
    }
    state.start(n);
    while (!state.done) {
      const count = parseFeatures(state, form, tag, features);
      score(model.transitions, features, count, stepScores);
      let best = -1;
      if (state.canShift()) best = SHIFT;
      if (state.canLeft() && (best < 0 || stepScores[LEFT]! > stepScores[best]!)) best = LEFT;
      if (state.canRight() && (best < 0 || stepScores[RIGHT]! > stepScores[best]!)) best = RIGHT;
      let label = root;
      if (best !== SHIFT && !(best === LEFT && state.next === n)) {
        score(model.labels, features, count, labelScores);
        const from = best === LEFT ? 0 : model.relations.length;
        labelScores[from + root] = -1e9;
        label = argmax(labelScores, from, from + model.relations.length) - from;
      }
      state.step(best, label);
    }
    return {
      upos: Array.from({ length: n }, (_, i) => tagPairs[tag[i]!]![0]),
      xpos: Array.from({ length: n }, (_, i) => tagPairs[tag[i]!]![1]),
      lemma: forms.map((f, i) => lemmatizer.lemma(f, tagPairs[tag[i]!]![1])),
      head: Array.from({ length: n }, (_, i) => (state.head[i] === n ? -1 : state.head[i]!)),
      deprel: Array.from({ length: n }, (_, i) => model.relations[state.label[i]!]!),
    };
  };
}

function argmax(scores: Int32Array, from: number, to: number): number {
  let best = from;
  for (let c = from + 1; c < to; c++) if (scores[c]! > scores[best]!) best = c;
  return best;
}
