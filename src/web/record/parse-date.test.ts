import { expect, test } from 'vitest';
import { mediumDate } from './dates.ts';
import { dateOfDay, dayOf } from './days.ts';
import { parseDate } from './parse-date.ts';

test.each([
  ['2021-08-10', '2021-08-10'],
  [' 10 Aug 2021 ', '2021-08-10'],
  ['1 sept 2021', '2021-09-01'],
  ['29 February 2020', '2020-02-29'],
  ['29 February 2021', null],
  ['2021-02-30', null],
  ['8/10/2021', null],
  ['10 Au 2021', null],
  ['10 Oggust 2021', null],
  ['2021-08', null],
  ['', null],
])('%s means %s', (said, date) => {
  expect(parseDate(said)).toBe(date);
});

test('every date is understood as the fields write it', () => {
  for (let day = dayOf('2019-12-01'); day < dayOf('2021-03-01'); day++)
    expect(parseDate(mediumDate(day))).toBe(dateOfDay(day));
});
