import { expect, test } from 'vitest';
import {
  ancestors,
  conjuncts,
  dependents,
  headIn,
  isNegated,
  isUnder,
  parseText,
  sentenceOf,
  spanOf,
  subtreeRange,
  tokenAt,
  tokensIn,
} from './index.ts';

const text = 'The army did not take the old town. Rebels and their allies hold the port of Kalmar.';
const document = parseText(text);
const at = (word: string): number => document.tokens.find(token => token.text === word)!.index;

test('dependents by relation, with and without subtype', () => {
  const passive = parseText('The town was taken by rebels.');
  expect(dependents(passive, 3, 'nsubj').map(t => t.text)).toEqual(['town']);
  expect(dependents(passive, 3, 'nsubj:pass').map(t => t.text)).toEqual(['town']);
  expect(dependents(passive, 3, 'obj')).toEqual([]);
});
test('a subtree is a span', () => {
  const { first, last } = subtreeRange(document, at('port'));
  const span = spanOf(document, first, last);
  expect(text.slice(span.start, span.end)).toBe('the port of Kalmar');
  const bare = subtreeRange(document, at('port'), 'nmod');
  expect(document.tokens.slice(bare.first, bare.last).map(t => t.text)).toEqual(['the', 'port']);
});
test('negation is of the word itself', () => {
  expect(isNegated(document, at('take'))).toBe(true);
  expect(isNegated(document, at('hold'))).toBe(false);
});
test('conjuncts, ancestors, sentences, spans', () => {
  expect(conjuncts(document, at('Rebels')).map(t => t.text)).toEqual(['Rebels', 'allies']);
  expect(ancestors(document, at('Kalmar')).map(t => t.text)).toEqual(['port', 'hold']);
  expect(isUnder(document, at('Kalmar'), at('hold'))).toBe(true);
  expect(isUnder(document, at('hold'), at('Kalmar'))).toBe(false);
  expect(sentenceOf(document, at('port')).index).toBe(1);
  expect(tokensIn(document, { start: 4, end: 12 }).map(t => t.text)).toEqual(['army', 'did']);
  expect(tokensIn(document, { start: text.length, end: text.length + 5 })).toEqual([]);
  expect(tokenAt(document, 5)?.text).toBe('army');
  expect(headIn(document, at('port') - 1, at('Kalmar') + 1).text).toBe('port');
});
