import { expect, test } from 'vitest';
import { dayOf, endOfDay } from '../record/days.ts';
import { indexPeriods } from '../record/index-periods.ts';
import { maskOf } from '../record/say.ts';
import { makeRecord } from '../testing/fixture/make-record.ts';
import { queueOf } from './queue.ts';

const record = makeRecord();
const index = indexPeriods(record, [
  { side: 'afghanistan', name: 'Government of Afghanistan' },
  { side: 'taliban', name: 'Taliban' },
]);
const at = (day: string) => queueOf(index, endOfDay(dayOf(day)), maskOf(index, 'AF'), record.discrepancies);
const basisOf = (claim: string, day: string): string | undefined =>
  index.periods[at(day).find(w => w.claim === claim)?.period ?? -1]?.basis;

test('what is confirmed or assumed is not asked; what is claimed or disputed comes before a single origin', () => {
  const queue = at('2021-08-16').filter(w => w.period >= 0);
  const bases = queue.map(w => index.periods[w.period]!.basis);
  expect(bases).not.toContain('confirmed');
  expect(bases).not.toContain('assumed');
  expect(bases).toContain('reported');
  const alone = queue.filter(w => w.doubts.length === 1);
  const weights = (doubt: string): number[] => alone.filter(w => w.doubts[0] === doubt).map(w => w.weight);
  expect(Math.min(...weights('claimed'))).toBeGreaterThan(Math.max(...weights('one-origin')));
});

test('a claim is asked once, with every doubt about it', () => {
  const queue = at('2021-08-16');
  expect(new Set(queue.map(w => w.claim)).size).toBe(queue.length);
  const open = record.discrepancies.filter(d => d.settledBy == null).flatMap(d => d.claims);
  for (const claim of open) expect(queue.find(w => w.claim === claim)?.doubts).toContain('discrepancy');
});

test('what stood against a place then is asked then, and no more once a second origin confirms it', () => {
  const early = at('2021-08-07').filter(w => index.places[w.place]?.name === 'Sheberghan');
  expect(early.map(w => basisOf(w.claim, '2021-08-07'))).toContain('disputed');
  const late = at('2021-08-16').filter(w => w.period >= 0 && index.places[w.place]?.name === 'Sheberghan');
  expect(late).toEqual([]);
});
