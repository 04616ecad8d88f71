import { describe, expect, test } from 'vitest';
import { parseText } from '../../language/index.ts';
import type { Annotated } from '../annotations.ts';
import { findQuantities } from '../quantities/index.ts';
import { findFigures } from './find-figures.ts';
import { withoutRepeats } from './fold-repeats.ts';
import { TERM_ROWS } from './terms.ts';

/** A text with its quantities; the finders of places and actors have tests of their own. */
function annotated(text: string): Annotated {
  const document = parseText(text);
  return {
    context: { title: null, outlet: null, published: '2024-05-14' },
    document,
    in: 'text',
    places: [],
    actors: [],
    times: [],
    quantities: findQuantities(document),
    names: [],
  };
}
const read = (text: string) => findFigures(annotated(text)).map(f => f.figure);
const shown = (text: string): string =>
  read(text)
    .map(f =>
      [f.min === f.max ? f.min : `${f.min}-${f.max}`, f.qualifier, f.unit, f.term, f.who]
        .filter(x => x != null && x !== 'exactly' && x !== 'people')
        .join(' '),
    )
    .join(' | ');

describe('every row reads its example', () => {
  for (const row of TERM_ROWS)
    test(`${row.id}: ${row.example}`, () => expect(read(row.example).map(f => f.term)).toContain(row.term));
});

describe('every row leaves its near miss alone', () => {
  for (const row of TERM_ROWS)
    test(`${row.id}: ${row.near}`, () => expect(read(row.near).map(f => f.term)).not.toContain(row.term));
});

/** Sentence → figures, without the qualifier "exactly" and the unit "people". */
const TABLE: readonly (readonly [string, string])[] = [
  ['Three guards were killed and nine wounded near the mill.', '3 killed soldiers | 9 wounded'],
  [
    'At least 40 rebels and 12 soldiers have been killed since May.',
    '40 at-least killed fighters | 12 at-least killed soldiers',
  ],
  ['The raid killed 30 people, including 11 children.', '30 killed | 11 killed children'],
  ['The raid left 30 people including 11 children dead.', '30 killed | 11 killed children'],
  ['Doctors treated 60 wounded, 20 to 25 of them children.', '60 treated | 20-25 range treated children'],
  ['Twelve people were killed or wounded in the blast.', '12 killed-or-wounded'],
  ['That brings to almost 7,000 the number of people displaced in the valley.', '7000 about displaced'],
  ['The agency put the death toll at 85.', '85 killed'],
  ['The death toll rose from 20 to 31.', '31 killed'],
  [
    'About 300 households left Sadra on Monday. Some 40 returned on Thursday.',
    '300 about households fled | 40 about households returned',
  ],
  [
    'The army says it killed "dozens" of fighters; the rebels admit to seven.',
    '24-99 vague killed fighters | 7 killed fighters',
  ],
  ['Some 9,000 people are living in 14 camps across the valley.', '9000 about in-camp'],
  ['About 870 families remained in 20 evacuation centres.', '870 about households sheltered'],
  [
    'The flood destroyed 140 houses and damaged 900.',
    '140 houses housing-destroyed | 900 houses housing-damaged',
  ],
  ['The monitor estimates that 500 people have fled.', '500 about fled'],
  ['The storm forced as many as 33,000 people to flee.', '33000 up-to fled'],
  ['On 18 July 2016 21 civilians were killed there.', '21 killed civilians'],
  [
    'Over 250,000 displaced people are sheltering in camps, up from 90,000 in May.',
    '250000 more-than in-camp',
  ],
  ['Two people were killed on Monday and three on Tuesday.', '2 killed | 3 killed'],
  ['Two buses and four tanks were destroyed.', ''],
  // a second source's number for the same
  ['A hospital counted 110 dead. A rights centre has 93.', '110 killed | 93 killed'],
  [
    "Officials said 5,000 people had been displaced. The agency's estimate is 4,000.",
    '5000 displaced | 4000 displaced',
  ],
  ['Kend admits 11 soldiers killed, Sadra 38.', '11 killed soldiers | 38 killed'],
  ['A hospital counted 110 dead. The centre has 93 beds.', '110 killed'],
  ['Hundreds of soldiers surrendered in Baraza.', '200-999 vague captured-people soldiers'],
  ['The council held five meetings and killed the plan.', ''],
  ['Eight houses in ten have been destroyed in Sadra.', ''],
  ['One in three people has been displaced.', ''],
  ['Task Force 1, moving from Sadra, displaced nobody.', ''],
  ['Thirty soldiers from Kend and two from Sadra were killed.', '30 killed soldiers | 2 killed soldiers'],
  ['More than 90,000 people have been forced to flee their homes.', '90000 more-than fled'],
  ['61 policemen are missing, presumed captured.', '61 missing police'],
];
test.each(TABLE)('%s', (sentence, expected) => expect(shown(sentence)).toBe(expected));

test('a headline that the text repeats, and a repetition by the same source, are one figure', () => {
  const draft = (part: 'title' | 'text', min: number, kind: string) =>
    ({
      in: part,
      kind: 'figure',
      places: [],
      polarity: 'affirmed',
      modality: 'actual',
      attribution: kind ? [{ name: kind, kind, role: 'said' }] : [],
      figure: { term: 'killed', min, max: min, qualifier: 'exactly', unit: 'people' },
    }) as never;
  const all = [
    draft('title', 5, ''),
    draft('text', 5, ''),
    draft('text', 5, 'medical'),
    draft('text', 5, 'party'),
    draft('text', 6, 'party'),
  ];
  expect(withoutRepeats(all, d => d)).toEqual([all[2], all[3], all[4]]);
});
