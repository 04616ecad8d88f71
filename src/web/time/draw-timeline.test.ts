import { expect, test } from 'vitest';
import { dayOf, endOfDay } from '../record/days.ts';
import { indexPeriods } from '../record/index-periods.ts';
import { makeRecord } from '../testing/fixture/make-record.ts';
import { makeCounter } from './draw-timeline.ts';
import { makeScale } from './scale.ts';

test('a handle moved there and back counts what a handle that came at once counts', () => {
  const index = indexPeriods(makeRecord(), []);
  const mask = new Uint8Array(index.places.length).fill(1);
  const scale = makeScale(dayOf('2021-08-01'), dayOf('2021-08-20'), 800);
  const moving = makeCounter(index, mask, scale);
  const totals = ['2021-08-16', '2021-08-07', '2021-08-12', '2021-08-03', '2021-08-16'].map(day => {
    const known = endOfDay(dayOf(day));
    const { counts, most } = moving(known);
    const anew = makeCounter(index, mask, scale)(known);
    expect(counts).toEqual(anew.counts);
    expect(most).toBe(anew.most);
    return counts.reduce((a, b) => a + b, 0);
  });
  expect(totals[1]).toBeGreaterThan(totals[3]!);
  expect(totals[0]).toBeGreaterThan(totals[2]!);
  expect(totals[4]).toBe(totals[0]);
});
