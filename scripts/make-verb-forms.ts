/**
 * Makes src/language/data/verb-forms.tsv: forms of English verbs (`form TAB lemma`) that the rules learned from the treebanks
 * get wrong. Run once, by hand, when the parser has been trained anew; the result is committed.
 *   npm install --prefix /tmp/lemmas wink-lemmatizer@3.0.4
 *   npx tsx scripts/make-verb-forms.ts /tmp/lemmas/node_modules
 * Source: npm package wink-lemmatizer 3.0.4 (MIT) with the words of Princeton WordNet 3.0. The package itself takes two seconds
 * and 48 MB to load, so its answers are kept instead.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Lemmatizer } from '../src/language/lemmas.ts';
import { unpackModel } from '../src/language/network/model-file.ts';
import { formsOf } from '../src/reading/inflect.ts';

const folder = process.argv[2];
if (!folder) {
  console.error('give the node_modules folder that holds wink-lemmatizer, as the head of this file says');
  process.exit(1);
}
const require = createRequire(import.meta.url);
const { verb: lemmaOf } = require(join(folder, 'wink-lemmatizer')) as { verb: (form: string) => string };
const words = require(join(folder, 'wink-lexicon/src/wn-words.js')) as Record<string, number>;
const exceptions = require(join(folder, 'wink-lexicon/src/wn-verb-exceptions.js')) as Record<string, string>;

const data = (name: string): string =>
  fileURLToPath(new URL(`../src/language/data/${name}`, import.meta.url));
const rules = new Lemmatizer(unpackModel(readFileSync(data('parser.bin'))).lemmas);

/** The Penn tags that a form of a verb can bear. */
const tagsOf = (form: string): readonly string[] =>
  form.endsWith('ing') ? ['VBG'] : form.endsWith('s') ? ['VBZ'] : ['VBD', 'VBN'];
const doubled = (verb: string): string[] =>
  /[^aeiou][aeiou][bdglmnprt]$/.test(verb) ? [`${verb}${verb.at(-1)}ed`, `${verb}${verb.at(-1)}ing`] : [];

const forms = new Map<string, string>(Object.entries(exceptions));
for (const word of Object.keys(words).filter(w => /^[a-z]+$/.test(w)))
  for (const form of [...formsOf(word), ...doubled(word)])
    if (form !== word && lemmaOf(form) === word) forms.set(form, word);

const rows = [...forms]
  .filter(([form, lemma]) => /^[a-z]+$/.test(form) && form !== lemma)
  .filter(([form, lemma]) => tagsOf(form).some(tag => rules.lemma(form, tag) !== lemma))
  .sort(([a], [b]) => (a < b ? -1 : 1));
writeFileSync(data('verb-forms.tsv'), rows.map(row => `${row.join('\t')}\n`).join(''));
console.log(`${rows.length} forms`);
