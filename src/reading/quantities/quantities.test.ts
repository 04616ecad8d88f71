import { expect, test } from 'vitest';
import { parseText } from '../../language/index.ts';
import { findQuantities } from './find-quantities.ts';

/** Sentence → min, max, qualifier and the noun counted ("-" where none follows), joined by " | ". */
const TABLE: readonly (readonly [string, string])[] = [
  ['At least 30 villagers fled.', '30 30 at-least villagers'],
  ['Twenty-five miners were freed.', '25 25 exactly miners'],
  ['A dozen lorries stood there.', '12 12 exactly lorries'],
  ['Half a million people need food.', '500000 500000 exactly people'],
  ['More than a quarter of a million people left.', '250000 250000 more-than people'],
  ['Some 1.2 million people are hungry.', '1200000 1200000 about people'],
  ['Dozens of armed men came.', '24 99 vague men'],
  ['Hundreds were hurt.', '200 999 vague -'],
  ['Tens of thousands of farmers left.', '20000 99999 vague farmers'],
  ['Hundreds of thousands have gone.', '200000 999999 vague -'],
  ['Many hundreds of thousands of people fled.', '200000 999999 vague people'],
  ['Several hundred families arrived.', '200 999 vague families'],
  ['Several thousand people marched.', '2000 9999 vague people'],
  ['Scores of homes burned.', '40 99 vague homes'],
  ['Between 20 and 30 guards died.', '20 30 range guards'],
  ['The raid killed 3,000 to 5,000 cattle.', '3000 5000 range cattle'],
  ['Between one and 1.5 million people may leave.', '1000000 1500000 range people'],
  ['As many as 40 boats sank.', '40 40 up-to boats'],
  ['Up to about 40 boats sank.', '40 40 up-to boats'],
  ['Nearly 600 recruits deserted.', '600 600 about recruits'],
  ['An estimated 3,500 herders moved.', '3500 3500 about herders'],
  ['No fewer than six bridges fell.', '6 6 at-least bridges'],
  ['About another 700 arrived.', '700 700 about -'],
  ['One hundred and twelve sailors drowned.', '112 112 exactly sailors'],
  ['They hold five out of 34 counties.', '5 5 exactly counties of 34'],
  ["They hold 12 of the region's 17 counties.", '12 12 exactly counties of 17'],
  ['Two of them were nurses.', '2 2 exactly them'],
  ['It was the seventh river port to fall.', '7 7 exactly ordinal port'],
  ['On 6 August 2019 the bridge fell.', ''],
  ['In 2015 the bridge fell at 14:00.', ''],
  ['About 40 percent of it burned for $200.', ''],
  ['The 12th Brigade left Highway 47.', '12 12 exactly ordinal Brigade'],
  ['A 12-year-old boy died.', ''],
  ['Quite a few people are coming.', 'null null vague people'],
];

test.each(TABLE)('%s', (sentence, expected) => {
  const document = parseText(sentence);
  const shown = findQuantities(document).map(q => {
    const head =
      q.head >= q.last || (q.head >= q.first && document.tokens[q.head]!.upos === 'PRON')
        ? document.tokens[q.head]!.text
        : '-';
    return `${q.min} ${q.max} ${q.qualifier} ${q.ordinal ? 'ordinal ' : ''}${head}${q.outOf ? ` of ${q.outOf}` : ''}`;
  });
  expect(shown.join(' | ')).toBe(expected);
});
