import { expect, test } from 'vitest';
import { largeTable } from '../testing/fixture/large-table.ts';
import { makeRecord } from '../testing/fixture/make-record.ts';
import { startOf } from './busy-days.ts';
import { changesOf, newestChanges } from './changes-of.ts';
import { dayOf, endOfDay } from './days.ts';
import { BASES, indexPeriods, STATUSES, stateAt } from './index-periods.ts';

const record = makeRecord();
const index = indexPeriods(record, [
  { side: 'afghanistan', name: 'Government of Afghanistan' },
  { side: 'taliban', name: 'Taliban' },
]);
const whole = (day: string, known: string): Int32Array =>
  stateAt(index, dayOf(day), endOfDay(dayOf(known)), new Int32Array(index.places.length));

/** "taliban held claimed" for a place on a day, as known at the end of another. */
function said(name: string, day: string, known: string): string {
  const period = whole(day, known)[index.places.findIndex(p => p.name === name)]!;
  if (period < 0) return 'nothing';
  return `${index.sides[index.side[period]!]} ${STATUSES[index.status[period]!]} ${BASES[index.basis[period]!]}`;
}

test.each([
  ['Sheberghan', '2021-08-06', '2021-08-16', 'afghanistan held assumed'],
  ['Sheberghan', '2021-08-07', '2021-08-06', 'afghanistan held assumed'],
  ['Sheberghan', '2021-08-07', '2021-08-07', 'taliban contested disputed'],
  ['Sheberghan', '2021-08-07', '2021-08-16', 'taliban held confirmed'],
  ['Bamyan', '2021-08-15', '2021-08-15', 'taliban held claimed'],
  ['Lashkar Gah', '2021-08-11', '2021-08-12', 'afghanistan contested reported'],
  ['Lashkar Gah', '2021-08-14', '2021-08-16', 'taliban held reported'],
  ['Helmand', '2021-08-10', '2021-08-16', 'nothing'],
  ['Kabul', '2021-04-01', '2021-08-16', 'nothing'],
])('%s on %s as known on %s: %s', (place, day, known, expected) => {
  expect(said(place, day, known)).toBe(expected);
});

test('a baseline is no change, and what became known later is none yet', () => {
  const known = endOfDay(dayOf('2021-08-07'));
  const names = changesOf(index, known).map(c => index.places[c.place]!.name);
  expect(names).toEqual(['Zaranj', 'Sheberghan']);
});

test('the newest changes are the last of all changes, newest first', () => {
  const known = Number.MAX_VALUE;
  const all = changesOf(index, known);
  const newest = newestChanges(index, known, dayOf('2021-08-12'), 5);
  expect(newest.map(c => c.day)).toEqual(
    all
      .map(c => c.day)
      .filter(d => d <= dayOf('2021-08-12'))
      .reverse()
      .slice(0, 5),
  );
  for (const c of newest) expect(all).toContainEqual(c);
});

test('5,000 places and 50,000 periods take at most 16 ms a moment', () => {
  const large = indexPeriods(largeTable(), []);
  expect(large.places.length).toBe(5000);
  expect(large.periods.length).toBe(50_000);
  const out = new Int32Array(5000);
  const first = dayOf('2021-05-01');
  const times: number[] = [];
  for (let day = first; day < first + 120; day++) {
    const from = performance.now();
    stateAt(large, day, endOfDay(day), out);
    newestChanges(large, endOfDay(day), day, 41);
    times.push(performance.now() - from);
  }
  expect(times.sort((a, b) => a - b)[60]).toBeLessThan(16);
});

test('a lone early word does not stretch the timeline', () => {
  const busy = Array.from({ length: 40 }, (_, i) => 100 + (i % 10));
  expect(startOf([1, ...busy].sort((a, b) => a - b))).toBe(100);
  expect(startOf([95, ...busy].sort((a, b) => a - b))).toBe(95);
  expect(startOf([])).toBeNull();
});
