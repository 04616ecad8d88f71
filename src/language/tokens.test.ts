import { expect, test } from 'vitest';
import { findTokens } from './tokens.ts';

const spell = (text: string): string =>
  findTokens(text, { start: 0, end: text.length })
    .map(({ start, end }) => text.slice(start, end))
    .join('|');

const tokens: [string, string][] = [
  ['They didn’t go; we can’t, I’m sure.', 'They|did|n’t|go|;|we|ca|n’t|,|I|’m|sure|.'],
  ["O'Hara's men and the troops' camp", "O'Hara|'s|men|and|the|troops|'|camp"],
  ['They cannot stay and didnt want to', 'They|can|not|stay|and|did|nt|want|to'],
  ['a well-known anti-war, pro-government ex-mayor', 'a|well|-|known|anti-war|,|pro-government|ex-mayor'],
  ['Umm-e Kalmar near al-Orlo', 'Umm|-|e|Kalmar|near|al|-|Orlo'],
  ['T-72s, Mi-8 and M23 in COVID-19 times', 'T-72s|,|Mi-8|and|M23|in|COVID-19|times'],
  [
    'On 2021-08-10 at 5:30, 12,000 paid $5m (€3.5 million).',
    'On|2021-08-10|at|5:30|,|12,000|paid|$|5|m|(|€|3.5|million|)|.',
  ],
  ['10-15 men, 20–30km, the 1990s, 3rd, 40%', '10|-|15|men|,|20|–|30|km|,|the|1990s|,|3rd|,|40|%'],
  ['Lt. Gen. J. Orlo of the U.S. left at 5 p.m.', 'Lt.|Gen.|J.|Orlo|of|the|U.S.|left|at|5|p.m.'],
  ['No. 5 fell. He said no. They did.', 'No.|5|fell|.|He|said|no|.|They|did|.'],
  ['KALMAR (Example Wire) — It fell', 'KALMAR|(|Example|Wire|)|—|It|fell'],
  ['“Go,”he said.Then AT&T...', '“|Go|,|”|he|said|.|Then|AT&T|...'],
  [
    'See https://a.example/b?c=d, example.org and b@c.example.',
    'See|https://a.example/b?c=d|,|example.org|and|b@c.example|.',
  ],
  ['and/or 9/11 @desk #kalmar', 'and|/|or|9/11|@desk|#kalmar'],
  ['سقطت المدينة 👩‍👩‍👧🇸🇾!!', 'سقطت|المدينة|👩‍👩‍👧|🇸🇾|!!'],
  ['a\u200bb\ufeff\u00a0c', 'a|b|c'],
];
test.each(tokens)('tokens of %j', (text, expected) => {
  expect(spell(text)).toBe(expected);
});

test('no token is longer than 200 characters, and none is cut for a shorter one', () => {
  expect(
    spell(`${'x'.repeat(500)} y`)
      .split('|')
      .map(token => token.length),
  ).toEqual([200, 200, 100, 1]);
});

test('only the stretch is cut, offsets count in the text', () => {
  expect(findTokens('One two. Three', { start: 4, end: 8 })).toEqual([
    { start: 4, end: 7 },
    { start: 7, end: 8 },
  ]);
});
