import { expect, test } from 'vitest';
import { Lemmatizer } from '../lemmas.ts';
import { augment, type Lesson } from './augment.ts';
import { type ScoredWord, scoreConll } from './conll-score.ts';
import { parseConllu } from './conllu.ts';
import { goldWords, rawText } from './evaluate.ts';
import { trainLemmas } from './train-lemmas.ts';

const line = (...columns: string[]): string => columns.join('\t');
const conllu = [
  '# newdoc id = a',
  line('1-2', "Don't", '_', '_', '_', '_', '_', '_', '_', '_'),
  line('1', 'Do', 'do', 'AUX', 'VB', '_', '3', 'aux', '_', '_'),
  line('2', "n't", 'not', 'PART', 'RB', '_', '3', 'advmod', '_', '_'),
  line('3', 'leave', 'leave', 'VERB', 'VB', '_', '0', 'root', '_', 'SpaceAfter=No'),
  line('3.1', 'you', 'you', 'PRON', 'PRP', '_', '_', '_', '_', '_'),
  line('4', '!', '!', 'PUNCT', '.', '_', '3', 'punct', '_', '_'),
  '',
  '# newpar id = b',
  line('1', 'Go', 'go', 'VERB', 'VB', '_', '0', 'root', '_', '_'),
  '',
  '',
].join('\n');

test('CoNLL-U: contractions, empty nodes, paragraphs', () => {
  const [first, second] = parseConllu(conllu);
  expect(first!.words.map(word => [word.form, word.head])).toEqual([
    ['Do', 2],
    ["n't", 2],
    ['leave', -1],
    ['!', 2],
  ]);
  expect(first!.tokens.map(token => token.form)).toEqual(["Don't", 'leave', '!']);
  expect(second!.newParagraph).toBe(true);
  expect(rawText([first!, second!])).toBe("Don't leave!\n\nGo ");
  expect(goldWords([first!, second!]).map(({ start, end, head }) => [start, end, head])).toEqual([
    [0, 2, 2],
    [2, 5, 2],
    [5, 10, -1],
    [10, 11, 2],
    [11, 13, -1],
  ]);
});

test('scores: aligned by characters, heads by alignment, subtypes only in lasFull', () => {
  const word = (start: number, end: number, head: number, deprel: string): ScoredWord => ({
    start,
    end,
    head,
    deprel,
    upos: 'X',
    xpos: 'X',
    lemma: 'x',
  });
  const gold = [
    word(0, 2, 1, 'nsubj:pass'),
    word(2, 4, -1, 'root'),
    word(4, 6, 1, 'obl'),
    word(6, 7, 1, 'punct'),
  ];
  expect(scoreConll(gold, gold)).toMatchObject({ words: 100, uas: 100, las: 100, lasFull: 100, lasAll: 100 });
  const other = [
    word(0, 2, 1, 'nsubj'),
    word(2, 4, -1, 'root'),
    word(4, 5, 1, 'obl'),
    word(5, 6, 1, 'dep'),
    word(6, 7, 1, 'punct'),
  ];
  const scores = scoreConll(gold, other);
  expect(scores.words).toBeCloseTo((200 * 3) / 9);
  expect(scores.las).toBeCloseTo((200 * 2) / 7);
  expect(scores.lasFull).toBeCloseTo((200 * 1) / 7);
});

test('augmentation keeps trees whole', () => {
  const lesson: Lesson = {
    forms: ['The', 'army', ',', 'he', 'said', ',', 'left', '.'],
    tag: Int32Array.from([0, 1, 2, 3, 4, 2, 5, 6]),
    head: Int32Array.from([1, 6, 4, 4, 6, 4, 8, 6]),
    relation: Int32Array.from([0, 1, 2, 3, 4, 2, 5, 6]),
  };
  const seen = new Set<string>();
  for (let k = 0; k < 200; k++) {
    const { forms, tag, head, relation } = augment(lesson, () => k / 200);
    seen.add(forms.join(' '));
    expect([tag.length, head.length, relation.length]).toEqual([forms.length, forms.length, forms.length]);
    expect([...head].filter(h => h === forms.length)).toHaveLength(1);
    expect(forms[head[forms.findIndex(form => form.toLowerCase() === 'army')]!]!.toLowerCase()).toBe('left');
  }
  expect(seen).toContain('Army , he said , left');
  expect(seen).toContain('The army he said left .');
  expect(seen).toContain('the army , he said , left .');
  expect(seen.size).toBeGreaterThanOrEqual(6);
});

test('lemmas: rules for endings, words that they get wrong', () => {
  const treebank = parseConllu(
    [
      ['walked', 'walk'],
      ['jumped', 'jump'],
      ['asked', 'ask'],
      ['took', 'take'],
    ]
      .map(([form, lemma]) => `${line('1', form!, lemma!, 'VERB', 'VBD', '_', '0', 'root', '_', '_')}\n\n`)
      .join(''),
  );
  const lemmatizer = new Lemmatizer(trainLemmas(treebank));
  expect(['barked', 'took', 'Walked'].map(form => lemmatizer.lemma(form, 'VBD'))).toEqual([
    'bark',
    'take',
    'walk',
  ]);
  expect(lemmatizer.lemma('12,000', 'CD')).toBe('12000');
});
