import { expect, test } from 'vitest';
import type { Sitrep, SitrepSentence } from '../types.ts';
import { drop, EMPTY_DRAFT, editsOf, outsideOf, reword } from './edits.ts';

const sentence = (id: string, places: string[] = []): SitrepSentence => ({
  id,
  on: null,
  text: `Sentence ${id}.`,
  original: null,
  places,
  evidence: [],
});
const farah = sentence('c1', ['farah']);
const sitrep = {
  summary: [sentence('s1')],
  changes: [farah, sentence('c2', ['herat'])],
  disputed: [],
  figures: [],
} as unknown as Sitrep;

test('other words and what is left out are edits; the own words again are none', () => {
  const draft = drop(reword(EMPTY_DRAFT, farah, 'Farah was lost.'), 'c2', true);
  expect(editsOf(draft, sitrep, []).sentences).toEqual([
    { id: 'c2', drop: true },
    { id: 'c1', text: 'Farah was lost.' },
  ]);
  expect(editsOf(drop(reword(draft, farah, 'Sentence c1.'), 'c2', false), sitrep, [])).toEqual({
    sentences: [],
  });
});

test('places chosen leave out the sentences of others, never the summary', () => {
  expect(outsideOf(sitrep, ['farah'])).toEqual(['c2']);
  expect(outsideOf(sitrep, null)).toEqual([]);
});

test('an edit of a sentence that the report no longer has is left away', () => {
  expect(editsOf(drop(EMPTY_DRAFT, 'gone', true), sitrep, []).sentences).toEqual([]);
});
