import { expect, test } from 'vitest';
import { datelineOf } from './dateline.ts';
import { parseText } from './index.ts';

const words = (text: string): string[] => text.split(' ');

test.each([
  ['SADRA - Rebels left', 2],
  ['SADRA , Kend -- Rebels left', 4],
  ['CAP - SADRA , Kend , Feb 23 ( Harbour ) - A few left', 12],
  ['Sadra , 29 July 2003 ( HBR ) - Rebels left', 9],
  ['SADRA CITY , 3 p.m. - Rebels left', 6],
  ['Sadra , 3 March : the rebels left', 0],
  ['Sadra , 3 March : Rebels left', 5],
  ['Sadra – Residents report', 0],
  ['SADRA - KEND road cut', 0],
  ['On Monday - Rebels left', 0],
  ['Monday - Rebels left', 0],
  ['The army left', 0],
  ['SADRA', 0],
])('%s', (text, tokens) => {
  expect(datelineOf(words(text))).toBe(tokens);
});

test('a dateline is no part of the clause behind it', () => {
  const { tokens } = parseText('SADRA, Kend, Feb 23 (Harbour Wire) - Rebels took the town.');
  const took = tokens.find(t => t.text === 'took')!;
  expect(took.head).toBe(-1);
  expect(tokens.filter(t => t.deprel === 'nsubj').map(t => t.text)).toEqual(['Rebels']);
  expect(tokens.filter(t => t.deprel === 'discourse').map(t => t.text)).toEqual([
    'SADRA',
    'Kend',
    'Feb',
    '23',
    'Harbour',
    'Wire',
  ]);
});
