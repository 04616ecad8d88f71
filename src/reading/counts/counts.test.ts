import { expect, test } from 'vitest';
import { parseText } from '../../language/index.ts';
import type { Annotated } from '../annotations.ts';
import { findQuantities } from '../quantities/index.ts';
import { findCounts } from './find-counts.ts';

/** A text with its quantities and no actors. */
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

/** Sentence → counts: number, whole, set; an ordinal with a full stop. */
const TABLE: readonly (readonly [string, string])[] = [
  ['The militia has captured five out of 34 district centres.', '5/34 district centres'],
  ["The rebels now hold nine of the region's 14 districts, up from six in March.", '9/14 districts'],
  ['Sadra is the seventh river port to fall in a week.', '7. river ports'],
  ['It is the third town that the army has lost this week.', '3. towns'],
  ['The militia seized a second base and two checkpoints.', '2. bases | 2 checkpoints'],
  ['Five towns are under rebel control.', '5 towns'],
  ['It was the second port in rebel hands.', '2. ports'],
  ['That brings to three the number of towns freed this month.', '3 towns'],
  ['The advance brings to over 60 the settlements cleared since August.', '60 settlements'],
  ['The rebels hold 12 of the 14 districts; the governor counts 10.', '12/14 districts | 10 districts'],
  ['The militia is in charge of 14 or of 12 of the 17 districts.', '14/17 districts | 12/17 districts'],
  ['Only one of the five crossings remains in government hands.', '1/5 crossings'],
  ['The junta has lost at least 33 towns since October.', '33 towns'],
  ['The army has liberated more than 20 settlements in the valley.', '20 settlements'],
  ['The militia controls 14 of the 17 townships.', '14/17 townships'],
  ['By its own count ninety posts passed to the army.', '90 posts'],
  ["Sadra is the second of the region's 17 district capitals to fall.", '2./17 district capitals'],
  ['The army was deployed in eleven villages by noon.', '11 villages'],
  ['The rebels swept into the four ports last week.', '4 ports'],
  ['The army has entered three of the five towns in the valley.', '3/5 towns'],
  ['Of the 21 districts the rebels now have seven.', '7/21 districts'],
  ['The push has given them four towns since Friday.', '4 towns'],
  ['It would be the third town to return to government authority.', '3. towns'],
  // what only looks like it
  ['The rebels claimed six towns. The ministry puts the dead at 56.', '6 towns'],
  [
    'The army said at eight that it had freed two towns; another officer said at nine that all was well.',
    '2 towns',
  ],
  ['The rebels held five towns; a doctor counted at least 43 dead.', '5 towns'],
  ['The rebels lost the third-largest city.', ''],
  ['Five towns were without water.', ''],
  ['Sadra was one of the first towns that the rebels took.', ''],
  ["The 8th Brigade's base was captured.", ''],
  ['Sadra and Melfa, two villages on the river, were cleared.', ''],
  ['The army captured 12 soldiers in two hours.', ''],
];
test.each(TABLE)('%s', (sentence, expected) => {
  const shown = findCounts(annotated(sentence)).map(
    ({ count: c }) => `${c.n}${c.ordinal ? '.' : ''}${c.outOf ? `/${c.outOf}` : ''} ${c.set}`,
  );
  expect(shown.join(' | ')).toBe(expected);
});
