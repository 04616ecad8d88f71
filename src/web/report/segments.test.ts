import { expect, test } from 'vitest';
import { onlyIn } from './differ.ts';
import { paragraphsOf, segmentsOf } from './segments.ts';

test('overlapping quotes are cut where they begin and end', () => {
  const text = 'The city fell on Friday.';
  const spans = [
    { start: 0, end: 13 },
    { start: 9, end: 23 },
  ];
  expect(segmentsOf(text.length, spans).map(s => [text.slice(s.start, s.end), s.claims])).toEqual([
    ['The city ', [0]],
    ['fell', [0, 1]],
    [' on Friday', [1]],
    ['.', []],
  ]);
});

test('segments join to the whole text', () => {
  const text = 'abc\n\ndef';
  const joined = segmentsOf(text.length, [{ start: 2, end: 6 }]).map(s => text.slice(s.start, s.end));
  expect(joined.join('')).toBe(text);
});

test('paragraphs are kept with their offsets, blank lines left out', () => {
  const text = 'First line\nstill first.\n\n  \nSecond.';
  expect(paragraphsOf(text).map(p => text.slice(p.start, p.end))).toEqual([
    'First line\nstill first.',
    'Second.',
  ]);
});

test('what only one of two texts has is found by words', () => {
  const a = 'KUNDUZ (Example Wire) — The city fell on Sunday, officials said.';
  const b = 'KUNDUZ — The city fell on Sunday, two officials said.';
  expect(onlyIn(a, b)!.map(s => a.slice(s.start, s.end))).toEqual(['Example Wire']);
  expect(onlyIn(b, a)!.map(s => b.slice(s.start, s.end))).toEqual(['two']);
  expect(onlyIn(a, a)).toEqual([]);
});
