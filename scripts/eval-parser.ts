// Prints the CoNLL table of the parser, its speed and its load time.
// npm run eval:parser -- /path/to/ud-english
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { loadLanguage, parseText } from '../src/language/index.ts';
import { loadAnalyser } from '../src/language/parse-text.ts';
import { type Scores, scoreConll } from '../src/language/training/conll-score.ts';
import { parseConllu } from '../src/language/training/conllu.ts';
import { analysedWords, documentWords, goldWords, rawText } from '../src/language/training/evaluate.ts';

const folder = process.argv[2] ?? process.env.DATELINE_UD ?? '/work/shared/ud-english';
const parts = (process.env.PARTS ?? 'ewt-test,gum-open-test,pud-test').split(',');
const missing = parts.find(part => !existsSync(join(folder, `${part}.conllu`)));
if (missing !== undefined) {
  console.error(`no ${missing}.conllu in "${folder}": give the treebank folder, or set DATELINE_UD`);
  process.exit(1);
}

const began = performance.now();
loadLanguage();
const loaded = performance.now() - began;
const analyse = loadAnalyser();

const columns: (keyof Scores)[] = [
  'words',
  'upos',
  'xpos',
  'lemma',
  'uas',
  'las',
  'lasFull',
  'uasAll',
  'lasAll',
];
const row = (name: string, scores: Scores): string =>
  name.padEnd(26) + columns.map(column => scores[column].toFixed(2).padStart(8)).join('');
console.log(''.padEnd(26) + columns.map(column => column.padStart(8)).join(''));
let tokens = 0;
const texts: string[] = [];
for (const part of parts) {
  const treebank = parseConllu(readFileSync(join(folder, `${part}.conllu`), 'utf8'));
  const gold = goldWords(treebank);
  const text = rawText(treebank);
  texts.push(text);
  tokens += gold.length;
  console.log(row(`${part}, gold tokens`, scoreConll(gold, analysedWords(treebank, gold, analyse))));
  console.log(row(`${part}, raw text`, scoreConll(gold, documentWords(parseText(text)))));
}

const sentences = parts.flatMap(part =>
  parseConllu(readFileSync(join(folder, `${part}.conllu`), 'utf8')).map(s => s.words.map(w => w.form)),
);
/** Tokens a second of processor time, in the best of five rounds. */
const best = (run: () => void): number => {
  let least = Infinity;
  for (let k = 0; k < 5; k++) {
    const start = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(start);
    least = Math.min(least, (user + system) / 1000);
  }
  return Math.round((tokens / least) * 1000);
};
console.log(`tags and trees: ${best(() => void analyse(sentences))} tokens a second of processor time`);
console.log(
  `text to document: ${best(() => texts.forEach(text => void parseText(text)))} tokens a second of processor time`,
);
console.log(`load: ${loaded.toFixed(0)} ms (model and word lists)`);
console.log(`model: ${statSync(new URL('../src/language/data/parser.bin', import.meta.url)).size} bytes`);
console.log(
  'uas, las, lasFull leave out punctuation; las counts universal relations, lasFull those with subtypes; …All count punctuation',
);
