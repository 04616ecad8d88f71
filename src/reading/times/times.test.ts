import { expect, test } from 'vitest';
import { parseText } from '../../language/index.ts';
import { findTimes } from './find-times.ts';

/** Published on Thursday 12 May 2022. Sentence → "words = from..to" for each expression, joined by " | "; "?" is an unknown day. */
const TABLE: readonly (readonly [string, string])[] = [
  ['The mayor spoke on Friday.', 'Friday = 2022-05-06..2022-05-06'],
  ['The mayor spoke on Thursday.', 'Thursday = 2022-05-12..2022-05-12'],
  ['Shells fell last Thursday.', 'last Thursday = 2022-05-05..2022-05-05'],
  ['Shells fell today.', 'today = 2022-05-12..2022-05-12'],
  ['Shells fell yesterday evening.', 'yesterday evening = 2022-05-11..2022-05-11'],
  ['Shells fell overnight.', 'overnight = 2022-05-11..2022-05-12'],
  ['This afternoon the column left.', 'This afternoon = 2022-05-12..2022-05-12'],
  ['The column left early on Sunday.', 'early on Sunday = 2022-05-08..2022-05-08'],
  ['The column left late Monday.', 'late Monday = 2022-05-09..2022-05-09'],
  ['The column left on Monday night.', 'Monday night = 2022-05-09..2022-05-09'],
  ['It began at dawn on Tuesday.', 'dawn on Tuesday = 2022-05-10..2022-05-10'],
  [
    'It began on Tuesday evening and by the morning it was over.',
    'Tuesday evening = 2022-05-10..2022-05-10 | by the morning = 2022-05-11..2022-05-11',
  ],
  [
    'It began on Tuesday morning and by the evening it was over.',
    'Tuesday morning = 2022-05-10..2022-05-10 | by the evening = 2022-05-10..2022-05-10',
  ],
  [
    'They left on the night of 6 to 7 May; by breakfast all was quiet.',
    'on the night of 6 to 7 May = 2022-05-06..2022-05-07 | by breakfast = 2022-05-07..2022-05-07',
  ],
  ['They left on Thursday and Friday.', 'Thursday and Friday = 2022-05-05..2022-05-06'],
  ['They left on Monday and Tuesday.', 'Monday and Tuesday = 2022-05-09..2022-05-10'],
  [
    'It was quiet on Tuesday. Since then all have left.',
    'Tuesday = 2022-05-10..2022-05-10 | Since then = 2022-05-10..2022-05-12',
  ],
  [
    'It began on Tuesday. By evening it was over.',
    'Tuesday = 2022-05-10..2022-05-10 | By evening = 2022-05-10..2022-05-10',
  ],
  [
    'It began on Tuesday. At three, all was over.',
    'Tuesday = 2022-05-10..2022-05-10 | At three = 2022-05-10..2022-05-10',
  ],
  ['It began on Tuesday. At three bridges they met.', 'Tuesday = 2022-05-10..2022-05-10'],
  ['The bridge fell at noon today.', 'noon today = 2022-05-12..2022-05-12'],
  ['Shells fell overnight on Monday.', 'overnight on Monday = 2022-05-09..2022-05-10'],
  ['The bridge fell in the second week of April.', 'in the second week of April = 2022-04-08..2022-04-14'],
  ['Forty have died since the start of the month.', 'since the start of the month = 2022-05-01..2022-05-12'],
  ['Forty have died since the autumn.', 'since the autumn = 2021-09-01..2022-05-12'],
  [
    'They came in April 2016 and left in November of that year.',
    'in April 2016 = 2016-04-01..2016-04-30 | in November of that year = 2016-11-01..2016-11-30',
  ],
  [
    'They came in August 2016 and left on 1 May.',
    'in August 2016 = 2016-08-01..2016-08-31 | 1 May = 2017-05-01..2017-05-01',
  ],
  ['Last week the bridge fell.', 'Last week = 2022-05-02..2022-05-08'],
  ['Last month the bridge fell.', 'Last month = 2022-04-01..2022-04-30'],
  ['The bridge fell last year.', 'last year = 2021-01-01..2021-12-31'],
  ['The bridge fell earlier this week.', 'earlier this week = 2022-05-09..2022-05-12'],
  ['The bridge fell at the weekend.', 'the weekend = 2022-05-07..2022-05-08'],
  ['Many left in recent days.', 'in recent days = ?..?'],
  ['Many left recently.', 'recently = ?..?'],
  ['Forty have died since Friday.', 'since Friday = 2022-05-06..2022-05-12'],
  ['Forty have died since 2016.', 'since 2016 = 2016-01-01..2022-05-12'],
  ['Forty have died since May 2016.', 'since May 2016 = 2016-05-01..2022-05-12'],
  ['Forty died in the past 10 days.', 'in the past 10 days = 2022-05-02..2022-05-12'],
  ['It is the third port lost in five days.', 'in five days = 2022-05-07..2022-05-12'],
  ['Three ports fell in less than a week.', 'in less than a week = 2022-05-05..2022-05-12'],
  ['The bridge fell two days ago.', 'two days ago = 2022-05-10..2022-05-10'],
  ['The bridge fell three months ago.', 'three months ago = 2022-02-01..2022-02-28'],
  ['The bridge fell on 6 April.', '6 April = 2022-04-06..2022-04-06'],
  ['The bridge fell on August 6, 2021.', 'August 6, 2021 = 2021-08-06..2021-08-06'],
  ['The bridge fell on Friday, 6 May.', 'Friday, 6 May = 2022-05-06..2022-05-06'],
  ['The bridge fell on 10/08/2021.', '10/08/2021 = 2021-08-10..2021-08-10'],
  ['The bridge fell in August.', 'in August = 2021-08-01..2021-08-31'],
  ['The bridge fell in early April.', 'in early April = 2022-04-01..2022-04-10'],
  ['The bridge fell in mid-March.', 'in mid-March = 2022-03-11..2022-03-20'],
  ['The bridge fell in late 2019.', 'in late 2019 = 2019-09-01..2019-12-31'],
  ['The bridge fell at the end of April.', 'the end of April = 2022-04-21..2022-04-30'],
  ['Forty died between 3 and 5 March.', 'between 3 and 5 March = 2022-03-03..2022-03-05'],
  ['Forty died between January and March 2017.', 'between January and March 2017 = 2017-01-01..2017-03-31'],
  [
    'Forty died between 30 November 2016 and 2 January 2017.',
    'between 30 November 2016 and 2 January 2017 = 2016-11-30..2017-01-02',
  ],
  [
    'Forty died between 28 December and 4 January 2017.',
    'between 28 December and 4 January 2017 = 2016-12-28..2017-01-04',
  ],
  ['They fought from Monday to Wednesday.', 'from Monday to Wednesday = 2022-05-09..2022-05-11'],
  ['They fought for the third day.', 'for the third day = 2022-05-10..2022-05-12'],
  ['They held it until April 2020.', 'until April 2020 = ?..2020-04-30'],
  ['They held it until Tuesday.', 'until Tuesday = ?..2022-05-10'],
  [
    'They took the mill on Monday and left the next day.',
    'Monday = 2022-05-09..2022-05-09 | the next day = 2022-05-10..2022-05-10',
  ],
  [
    'They took the mill on Monday night and left it in the morning.',
    'Monday night = 2022-05-09..2022-05-09 | in the morning = 2022-05-10..2022-05-10',
  ],
  [
    'They took the mill on Monday. The day before, they had cut the road.',
    'Monday = 2022-05-09..2022-05-09 | The day before = 2022-05-08..2022-05-08',
  ],
  ['They will leave on Monday.', 'Monday = 2022-05-16..2022-05-16'],
  ['They plan to leave on Monday.', 'Monday = 2022-05-16..2022-05-16'],
  ['They left on Sunday of last week.', 'Sunday of last week = 2022-05-01..2022-05-01'],
  ['It fell during Ramadan.', 'during Ramadan = ?..?'],
  ['He may march on the city.', ''],
  ['They now hold the mill.', 'now = 2022-05-12..2022-05-12'],
  ['As of 3 May, forty had died.', 'As of 3 May = 2022-05-03..2022-05-03'],
  ['The summer of 2015 was quiet.', 'The summer of 2015 = 2015-06-01..2015-08-31'],
  [
    'It fell in the night from Saturday to Sunday.',
    'in the night from Saturday to Sunday = 2022-05-07..2022-05-08',
  ],
  ['It was raided in the night to Monday.', 'in the night to Monday = 2022-05-08..2022-05-09'],
  ['They came at dusk on Sunday.', 'dusk on Sunday = 2022-05-08..2022-05-08'],
  [
    'They ran out of water on 9 May and left on the 10th.',
    '9 May = 2022-05-09..2022-05-09 | the 10th = 2022-05-10..2022-05-10',
  ],
  [
    'They left Sadra on 13 April and Dorra earlier that month.',
    '13 April = 2022-04-13..2022-04-13 | earlier that month = 2022-04-01..2022-04-30',
  ],
  ['The mill was attacked in spring.', 'in spring = 2022-03-01..2022-05-31'],
  ['So he said minutes ago.', 'minutes ago = 2022-05-12..2022-05-12'],
  ['The fighting goes on till now.', 'till now = 2022-05-12..2022-05-12'],
  ['They fell in late April.', 'in late April = 2022-04-20..2022-04-30'],
  ['Many have left since the start of the year.', 'since the start of the year = 2022-01-01..2022-05-12'],
  ['Published May 12 2022 Rebels took the mill.', ''],
  ['The bridge fell more than a year ago.', 'more than a year ago = ?..2021-05-12'],
  ['The bridge fell over two months ago.', 'over two months ago = ?..2022-03-12'],
  ['The bridge fell less than a month ago.', 'less than a month ago = 2022-04-12..2022-05-12'],
  ['The bridge fell nearly three months ago.', 'nearly three months ago = 2022-02-01..2022-02-28'],
  ['It was raided overnight into Sunday.', 'overnight into Sunday = 2022-05-07..2022-05-08'],
  ['It was raided on Saturday night into Sunday.', 'Saturday night into Sunday = 2022-05-07..2022-05-08'],
  ['It fell on the night of 3 to 4 May.', 'on the night of 3 to 4 May = 2022-05-03..2022-05-04'],
  ['It fell on the night of May 3 to 4.', 'on the night of May 3 to 4 = 2022-05-03..2022-05-04'],
  ['They came before dawn on Tuesday.', 'before dawn on Tuesday = 2022-05-10..2022-05-10'],
  ['It fell in the second half of April.', 'in the second half of April = 2022-04-16..2022-04-30'],
  ['He fled last November.', 'last November = 2021-11-01..2021-11-30'],
];

test.each(TABLE)('%s', (sentence, expected) => {
  const times = findTimes(parseText(sentence), { title: null, outlet: null, published: '2022-05-12' });
  expect(times.map(t => `${t.time.text} = ${t.time.from ?? '?'}..${t.time.to ?? '?'}`).join(' | ')).toBe(
    expected,
  );
});

test('without a publication date, relative words keep their text and get no days', () => {
  const times = findTimes(parseText('It fell on Friday, after rain in March and on 2 May 2020.'), {
    title: null,
    outlet: null,
    published: null,
  });
  expect(times.map(t => [t.time.text, t.time.from])).toEqual([
    ['Friday', null],
    ['in March', null],
    ['2 May 2020', '2020-05-02'],
  ]);
});
