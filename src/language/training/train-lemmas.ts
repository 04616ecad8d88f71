import { Lemmatizer, LONGEST_ENDING, lemmaBase } from '../lemmas.ts';
import type { TreebankSentence } from './conllu.ts';

const count = (table: Map<string, Map<string, number>>, key: string, value: string): void => {
  const row = table.get(key) ?? new Map<string, number>();
  row.set(value, (row.get(value) ?? 0) + 1);
  table.set(key, row);
};
const mostFrequent = (row: Map<string, number>): string =>
  [...row].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]![0];

/** The lemmatizer's lines, learned from a treebank: endings from those seen at least twice, words from what they miss. */
export function trainLemmas(sentences: readonly TreebankSentence[]): string {
  const lemmas = new Map<string, Map<string, number>>();
  for (const { words } of sentences)
    for (const word of words) {
      if (word.lemma === '_' || word.xpos === 'GW') continue;
      count(lemmas, `${word.xpos}\t${lemmaBase(word.form, word.xpos)}`, word.lemma);
    }
  const endings = new Map<string, Map<string, number>>();
  for (const [key, row] of lemmas) {
    const [tag, form] = key.split('\t') as [string, string];
    const edit = editOf(form, mostFrequent(row));
    if (edit === null) continue;
    for (let length = 0; length <= Math.min(LONGEST_ENDING, form.length); length++)
      count(endings, `${tag}\t${form.slice(form.length - length).toLowerCase()}`, edit);
  }
  const lines: string[] = [];
  const kept = new Map<string, string>();
  for (const [key, row] of [...endings].sort((a, b) => a[0].length - b[0].length || (a[0] < b[0] ? -1 : 1))) {
    const edit = mostFrequent(row);
    const [tag, ending] = key.split('\t') as [string, string];
    if (ending !== '' && row.get(edit)! < 2) continue;
    let shorter = ending;
    let inherited: string | undefined;
    while (shorter !== '' && inherited === undefined) {
      shorter = shorter.slice(1);
      inherited = kept.get(`${tag}\t${shorter}`);
    }
    if (edit === inherited) continue;
    kept.set(key, edit);
    lines.push(`e\t${key}\t${edit}`);
  }
  const rules = new Lemmatizer(lines.join('\n'));
  for (const [key, row] of [...lemmas].sort((a, b) => (a[0] < b[0] ? -1 : 1))) {
    const [tag, form] = key.split('\t') as [string, string];
    const lemma = mostFrequent(row);
    if (rules.lemma(form, tag) !== lemma) lines.push(`w\t${key}\t${lemma}`);
  }
  return `${lines.join('\n')}\n`;
}

/** The edit from a form to its lemma as `cut TAB add`; null where they share no beginning. */
function editOf(form: string, lemma: string): string | null {
  let shared = 0;
  while (shared < form.length && shared < lemma.length && form[shared] === lemma[shared]) shared++;
  return shared === 0 ? null : `${form.length - shared}\t${lemma.slice(shared)}`;
}
