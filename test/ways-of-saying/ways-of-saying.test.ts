import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Claim, makeReport } from '../../src/model/index.ts';
import { createReader } from '../../src/reading/read.ts';

/** Ways of saying that a place is taken, left, fought for, held (`said.tsv`), and sentences that only sound so (`not-said.tsv`). */
const rows = (file: string): string[][] =>
  readFileSync(new URL(`./${file}`, import.meta.url), 'utf8')
    .split('\n')
    .filter(line => line && !line.startsWith('#'))
    .map(line => line.split('\t'));

/** Events that the labelling guide lets stand for one another: a taking, a contest, a keeping. */
const CLASSES = [
  ['capture', 'recapture', 'handover'],
  ['withdraw'],
  ['clash', 'besiege', 'advance', 'enter'],
  ['hold', 'repel'],
];
const classOf = (event: string): number => CLASSES.findIndex(list => list.includes(event));

const reader = createReader();
const read = (text: string): Claim[] =>
  reader
    .read(makeReport({ text, outlet: 'Harbour Wire', published: '2024-05-20' }))
    .claims.filter(c => c.kind === 'control');

const isCalled = (actor: Claim['actor'], names: readonly string[]): boolean =>
  names.some(n => `${actor?.name} ${actor?.side} ${actor?.id}`.toLowerCase().includes(n));

/** Whether the sentence makes the claim that stands beside it, where the place has been named before. */
function isRead([events = '', place = '', actors = '', modality, sentence]: string[]): boolean {
  const classes = events.split('/').map(classOf),
    names = actors.split('/');
  return read(`The town of ${place} lies in the north of the country. ${sentence}`).some(
    c =>
      classes.includes(classOf(c.event ?? '')) &&
      c.places.some(p => p.name.includes(place) || p.in?.includes(place)) &&
      (isCalled(c.actor, names) || (c.event === 'clash' && isCalled(c.target, names))) &&
      c.polarity === 'affirmed' &&
      (c.modality === 'actual') === (modality === 'actual'),
  );
}

const said = rows('said.tsv');
const words = [...new Set(said.map(row => row[0]!.split('/')[0]!))];

describe('ways of saying', () => {
  for (const word of words)
    test(word, () => {
      const known = said.filter(row => row[0]!.split('/')[0] === word && !row[5]);
      expect(known.length).toBeGreaterThan(40);
      expect(known.filter(row => !isRead(row)).map(row => row[4])).toEqual([]);
    });
});

test('words of war about sport, markets, politics, weather and crime make no claim', () => {
  const known = rows('not-said.tsv').filter(row => !row[1]);
  expect(known.length).toBeGreaterThan(80);
  expect(known.filter(row => read(row[0]!).length > 0).map(row => row[0])).toEqual([]);
});
