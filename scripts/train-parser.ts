// Trains the tagger and parser on Universal Dependencies treebanks and writes src/language/data/parser.bin.
//   nice -n 10 npm run train:parser -- /path/to/ud-english
// The bytes depend only on the treebanks and the settings below. One core, see docs/language.md for the time it takes.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeAnalyser } from '../src/language/analyser.ts';
import { packModel, quantise, unpackModel } from '../src/language/network/model-file.ts';
import { makeTrained } from '../src/language/network/trained.ts';
import { namesOf, WordIds } from '../src/language/network/word-ids.ts';
import { augment, type Lesson } from '../src/language/training/augment.ts';
import { scoreConll } from '../src/language/training/conll-score.ts';
import { parseConllu, type TreebankSentence } from '../src/language/training/conllu.ts';
import { makeDrills } from '../src/language/training/drills/index.ts';
import { analysedWords, goldWords } from '../src/language/training/evaluate.ts';
import { type Example, NetworkTrainer } from '../src/language/training/network-trainer.ts';
import { trainLemmas } from '../src/language/training/train-lemmas.ts';

const settings = {
  seed: 20240601,
  epochs: Number(process.env.EPOCHS ?? 14),
  batchTokens: 400,
  rate: 0.003,
  drop: 0.3,
  dropParts: 0.3,
  wordSeen: 2,
  partSeen: 4,
  word: 128,
  hidden: 128,
  arc: 128,
  label: 96,
  /** Sentences of war reporting made by rule, new ones in each epoch (training/drills). */
  drills: 3000,
};

const folder = process.argv[2] ?? process.env.DATELINE_UD ?? '';
if (!existsSync(join(folder, 'ewt-train.conllu'))) {
  console.error(`no ewt-train.conllu in "${folder}": give the treebank folder, or set DATELINE_UD`);
  process.exit(1);
}
const out = process.env.OUT ?? new URL('../src/language/data/parser.bin', import.meta.url);
const read = (part: string): TreebankSentence[] =>
  parseConllu(readFileSync(join(folder, `${part}.conllu`), 'utf8'));

/** Marsaglia's xorshift: numbers in [0, 1), the same on every machine. */
let state = settings.seed;
const random = (): number => {
  state ^= state << 13;
  state ^= state >>> 17;
  state ^= state << 5;
  return (state >>> 0) / 2 ** 32;
};

const treebank = [...read('ewt-train'), ...read('gum-open-train')];
const dev = ['ewt-dev', 'gum-open-dev'].map(part => ({ part, treebank: read(part) }));
const names = (of: (word: TreebankSentence['words'][number]) => string): string[] =>
  [...new Set(treebank.flatMap(sentence => sentence.words.map(of)))].sort();
const tags = names(word => `${word.upos}|${word.xpos}`);
const relations = names(word => word.deprel);
const seen = new Map<string, number>();
// of the drills the words that are no invented names
const drilled = makeDrills(settings.drills, random).map(({ words }) => ({
  words: words.filter(word => word.upos !== 'PROPN'),
}));
for (const { words } of [...treebank, ...drilled])
  for (const word of words)
    for (const name of new Set(namesOf(word.form))) seen.set(name, (seen.get(name) ?? 0) + 1);
const isKept = ([name, count]: [string, number]): boolean =>
  count >= (name.startsWith('w') ? settings.wordSeen : settings.partSeen);
const vocabulary = [
  '<unknown>',
  '<between>',
  ...[...seen]
    .filter(isKept)
    .map(([name]) => name)
    .sort(),
];
const ids = new WordIds(vocabulary);
const lessonOf = ({ words }: Pick<TreebankSentence, 'words'>): Lesson => ({
  forms: words.map(word => word.form),
  tag: Int32Array.from(words, word => tags.indexOf(`${word.upos}|${word.xpos}`)),
  head: Int32Array.from(words, word => (word.head < 0 ? words.length : word.head)),
  relation: Int32Array.from(words, word => relations.indexOf(word.deprel)),
});
const fromTreebank = treebank.map(lessonOf);

const { word, hidden, arc, label } = settings;
const sizes = { word, hidden, arc, label, tags: tags.length, relations: relations.length };
const trainer = new NetworkTrainer(sizes, {
  vocabulary: vocabulary.length,
  random,
  dropWord: Float32Array.from(vocabulary, name => (name.startsWith('w') ? 0.5 / (0.5 + seen.get(name)!) : 0)),
  drop: settings.drop,
  dropParts: settings.dropParts,
});
const lemmas = trainLemmas(treebank);
const pack = (): Uint8Array => {
  const vectors = quantise(trainer.vectorAverages, vocabulary.length, word);
  const trained = makeTrained(sizes, trainer.averages);
  return packModel({ sizes, tags, relations, vocabulary, lemmas, vectors, trained });
};

const countWords = (list: readonly Pick<TreebankSentence, 'words'>[]): number =>
  list.reduce((sum, { words }) => sum + words.length, 0);
const allSteps =
  (settings.epochs * (countWords(treebank) + countWords(makeDrills(settings.drills, random)))) /
  settings.batchTokens;
let step = 0;
for (let epoch = 0; epoch < settings.epochs; epoch++) {
  const began = performance.now();
  const lessons = [...fromTreebank, ...makeDrills(settings.drills, random).map(lessonOf)];
  const order = [...lessons.keys()];
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  let loss = 0;
  let steps = 0;
  let batch: Example[] = [];
  let tokens = 0;
  for (const [k, index] of order.entries()) {
    const lesson = augment(lessons[index]!, random);
    batch.push({ ...lesson, ids: lesson.forms.map(form => ids.of(form)) });
    tokens += lesson.forms.length;
    if (tokens < settings.batchTokens && k + 1 < order.length) continue;
    const warm = Math.min(1, (step + 1) / 200);
    const rate = settings.rate * warm * Math.max(0.01, 1 - step / allSteps);
    loss += trainer.learn(batch, rate).loss;
    step++;
    steps++;
    batch = [];
    tokens = 0;
  }
  const analyse = makeAnalyser(unpackModel(pack()));
  const las = dev.map(({ part, treebank: sentences }) => {
    const gold = goldWords(sentences);
    return `${part} LAS ${scoreConll(gold, analysedWords(sentences, gold, analyse)).las.toFixed(2)}`;
  });
  const seconds = ((performance.now() - began) / 1000).toFixed(0);
  writeFileSync(out, pack());
  console.log(`epoch ${epoch + 1}: loss ${(loss / steps).toFixed(3)}, ${las.join(', ')} (${seconds} s)`);
}
const bytes = pack();
writeFileSync(out, bytes);
console.log(`written: ${bytes.length} bytes`);
