// Trains the tagger and parser on Universal Dependencies treebanks and writes src/language/data/parser.bin.
// nice -n 10 npm run train:parser -- /path/to/ud-english
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ArcHybrid, LEFT, RIGHT, SHIFT } from '../src/language/arc-hybrid.ts';
import { packModel } from '../src/language/model-file.ts';
import { MOST_FEATURES, parseFeatures } from '../src/language/parse-features.ts';
import { tagFeatures, wordFeatures } from '../src/language/tag-features.ts';
import { AveragedPerceptron } from '../src/language/training/averaged.ts';
import { parseConllu } from '../src/language/training/conllu.ts';
import { transitionCost } from '../src/language/training/dynamic-oracle.ts';
import { trainLemmas } from '../src/language/training/train-lemmas.ts';

const folder = process.argv[2] ?? process.env.DATELINE_UD ?? '';
if (!existsSync(join(folder, 'ewt-train.conllu'))) {
  console.error(`no ewt-train.conllu in "${folder}": give the treebank folder, or set DATELINE_UD`);
  process.exit(1);
}
const EPOCHS = Number(process.env.EPOCHS ?? 5);
let seed = 20240601;
const random = (): number => {
  seed = (Math.imul(seed, 1664525) + 1013904223) | 0;
  return (seed >>> 0) / 2 ** 32;
};
const shuffle = <T>(items: T[]): T[] => {
  for (let i = items.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [items[i], items[j]] = [items[j]!, items[i]!];
  }
  return items;
};

const treebank = ['ewt-train', 'gum-open-train'].flatMap(name =>
  parseConllu(readFileSync(join(folder, `${name}.conllu`), 'utf8')),
);
const tags = [...new Set(treebank.flatMap(s => s.words.map(w => `${w.upos}|${w.xpos}`)))].sort();
const relations = [...new Set(treebank.flatMap(s => s.words.map(w => w.deprel)))].sort();
const examples = treebank.map(s => ({
  words: s.words.map(w => wordFeatures(w.form)),
  form: Int32Array.from(s.words, w => wordFeatures(w.form).form),
  tag: Int32Array.from(s.words, w => tags.indexOf(`${w.upos}|${w.xpos}`)),
  predicted: new Int32Array(s.words.length),
  head: Int32Array.from(s.words, w => (w.head < 0 ? s.words.length : w.head)),
  relation: Int32Array.from(s.words, w => relations.indexOf(w.deprel)),
}));
const features = new Int32Array(MOST_FEATURES + 64);

function argmax(scores: ArrayLike<number>, from: number, to: number): number {
  let best = from;
  for (let c = from + 1; c < to; c++) if (scores[c]! > scores[best]!) best = c;
  return best;
}

function trainTagger(data: typeof examples, epochs: number): AveragedPerceptron {
  const model = new AveragedPerceptron(2 ** 18, tags.length);
  const scores = new Float64Array(tags.length);
  for (let epoch = 0; epoch < epochs; epoch++) {
    let right = 0;
    let total = 0;
    for (const example of shuffle([...data])) {
      const guess = new Int32Array(example.words.length);
      for (let i = 0; i < guess.length; i++) {
        const count = tagFeatures(example.words, guess, i, features);
        model.score(features, count, scores);
        guess[i] = argmax(scores, 0, tags.length);
        model.tick();
        if (guess[i] !== example.tag[i]) model.update(features, count, example.tag[i]!, guess[i]!);
        else right++;
        total++;
      }
    }
    console.log(`tagger epoch ${epoch}: ${right / total}`);
  }
  return model;
}

// The parser learns on tags that the tagger guesses for sentences it was not trained on.
const FOLDS = Number(process.env.FOLDS ?? 4);
for (let fold = 0; fold < FOLDS; fold++) {
  const model = trainTagger(
    examples.filter((_, i) => i % FOLDS !== fold),
    3,
  ).freeze(8);
  const { score } = await import('../src/language/linear.ts');
  const scores = new Int32Array(tags.length);
  for (const [k, example] of examples.entries()) {
    if (k % FOLDS !== fold) continue;
    for (let i = 0; i < example.words.length; i++) {
      score(model, features, tagFeatures(example.words, example.predicted, i, features), scores);
      example.predicted[i] = argmax(scores, 0, tags.length);
    }
  }
}
const tagger = trainTagger(examples, 5).freeze(4, 3);

const transitions = new AveragedPerceptron(2 ** 21, 3);
const labels = new AveragedPerceptron(2 ** 18, relations.length * 2);
const stepScores = new Float64Array(3);
const labelScores = new Float64Array(relations.length * 2);
const state = new ArcHybrid(400);
for (let epoch = 0; epoch < EPOCHS; epoch++) {
  let right = 0;
  let total = 0;
  for (const example of shuffle([...examples])) {
    const n = example.words.length;
    state.start(n);
    while (!state.done) {
      const count = parseFeatures(state, example.form, example.predicted, features);
      transitions.score(features, count, stepScores);
      transitions.tick();
      let guess = -1;
      let good = -1;
      const costs = [0, 1, 2].map(t => transitionCost(state, example.head, t));
      const least = Math.min(...costs);
      for (let t = 0; t < 3; t++) {
        if (costs[t] === Infinity) continue;
        if (guess < 0 || stepScores[t]! > stepScores[guess]!) guess = t;
        if (costs[t] === least && (good < 0 || stepScores[t]! > stepScores[good]!)) good = t;
      }
      if (costs[guess] !== least) transitions.update(features, count, good, guess);
      else right++;
      total++;
      const chosen = epoch > 0 && random() < 0.9 ? guess : good;
      let label = -1;
      if (chosen !== SHIFT) {
        const child = state.top(0);
        const head = chosen === LEFT ? state.next : state.top(1);
        if (head === n) label = relations.indexOf('root');
        else {
          const from = chosen === LEFT ? 0 : relations.length;
          labels.tick();
          labels.score(features, count, labelScores);
          label = argmax(labelScores, from, from + relations.length) - from;
          if (head === example.head[child]) {
            const gold = example.relation[child]!;
            if (label !== gold) labels.update(features, count, from + gold, from + label);
          }
        }
      }
      state.step(chosen, label);
    }
  }
  console.log(`parser epoch ${epoch}: ${right / total}`);
}
const bytes = packModel({
  tags,
  relations,
  lemmas: trainLemmas(treebank),
  tagger,
  transitions: transitions.freeze(3, 3),
  labels: labels.freeze(2, 4),
});
writeFileSync(new URL('../src/language/data/parser.bin', import.meta.url), bytes);
console.log(`written: ${bytes.length} bytes`);
void RIGHT;
