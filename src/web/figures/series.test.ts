import { expect, test } from 'vitest';
import type { FigureView } from '../types.ts';
import { measuresOf, roundUp } from './series.ts';

const series = (over: Partial<FigureView>, ...values: number[]): FigureView => ({
  id: 's',
  term: 'displaced',
  unit: 'people',
  who: null,
  place: 'iso:ZZ',
  placeName: 'Zorvia',
  origin: 'o1',
  points: values.map((best, i) => ({
    claim: `c${i}`,
    report: 'r',
    date: `2021-08-${String(10 + i)}`,
    known: '2021-08-20T00:00:00.000Z',
    low: null,
    best,
    high: null,
    running: true,
  })),
  ...over,
});

test.each([
  [1, 1],
  [3, 5],
  [10, 10],
  [11, 20],
  [359_000, 500_000],
  [501_000, 1_000_000],
])('%i lies under %i', (n, top) => {
  expect(roundUp(n)).toBe(top);
});

test('each place has a scale of its own, and its name', () => {
  const [displaced] = measuresOf([
    series({}, 400_000, 359_000),
    series({ place: 'gn:1', placeName: 'Zorvino' }, 5_800),
  ]);
  expect(displaced!.panels.map(p => [p.placeName, p.top])).toEqual([
    ['Zorvia', 500_000],
    ['Zorvino', 10_000],
  ]);
});

test('origins share the panel of their place, in the order of days; groups of people do not', () => {
  const [displaced] = measuresOf([
    series({ origin: 'o1' }, 1, 3),
    series({ origin: 'o2', points: series({}, 2).points.map(p => ({ ...p, date: '2021-08-09' })) }),
    series({ who: 'children' }, 1),
  ]);
  expect(displaced!.panels.map(p => p.points.map(q => q.best))).toEqual([[2, 1, 3], [1]]);
});
