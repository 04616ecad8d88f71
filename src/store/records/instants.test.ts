import { expect, test } from 'vitest';
import { utcInstant } from './instants.ts';

test.each([
  ['2021-08-10T12:00:00', '2021-08-10T12:00:00.000Z'],
  ['2021-08-10T12:00:00.5', '2021-08-10T12:00:00.500Z'],
  ['2021-08-10T23:59:59.999', '2021-08-10T23:59:59.999Z'],
  ['2021-08-10T12:00:00.123456', '2021-08-10T12:00:00.123Z'],
])('%s of the database is %s', (json, instant) => {
  expect(utcInstant(json)).toBe(instant);
});
