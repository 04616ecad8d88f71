import { describe, expect, test } from 'vitest';
import type { ClaimView } from '../model/index.ts';
import { interactionOf } from './acled/codes.ts';
import { fatalitiesOf } from './acled/fatalities.ts';
import { dateFor } from './acled/precision.ts';
import { countryCodes } from './countries.ts';
import { csvLine } from './csv.ts';
import { FORMATS, toBytes } from './formats.ts';
import type { ExportRecords } from './records.ts';
import { deathsOf } from './ucdp/deaths.ts';
import { datePrec, prioGrid } from './ucdp/precision.ts';

describe('cells', () => {
  test.each([
    ['=1+1', "'=1+1"],
    ['+cmd|calc', "'+cmd|calc"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['-2+3', "'-2+3"],
    ['\tx', "'\tx"],
    ['\rx', `"'\rx"`],
    ['-69.2', '-69.2'],
    ['+5', '+5'],
    [-69.2, '-69.2'],
    ['a "b", c', '"a ""b"", c"'],
    ['a-b=c', 'a-b=c'],
    [null, ''],
    [true, 'true'],
  ])('%j is written %j', (cell, written) => {
    expect(csvLine([cell])).toBe(`${written}\r\n`);
  });
});

let n = 0;
const killed = (
  origin: string,
  min: number | null,
  max: number | null,
  more: { who?: string; qualifier?: string; known?: string; quote?: string; kind?: string } = {},
): ClaimView =>
  ({
    id: `c${n++}`,
    origin,
    known: more.known ?? '2021-08-10T00:00:00.000Z',
    figure: {
      term: 'killed',
      min,
      max,
      qualifier: more.qualifier ?? 'exactly',
      unit: 'people',
      ...(more.who ? { who: more.who } : {}),
    },
    attribution: [{ name: origin, kind: more.kind ?? 'monitor', role: 'said' }],
    quote: { start: 0, end: 1, text: more.quote ?? '' },
  }) as unknown as ClaimView;

describe('ACLED’s fatalities', () => {
  test.each<[string, ClaimView[], number]>([
    ['nobody says so: 0', [], 0],
    ['the lowest of two origins', [killed('a', 12, 12), killed('b', 9, 9)], 9],
    [
      'an origin’s last word',
      [
        killed('a', 5, 5, { known: '2021-08-10T00:00:00.000Z' }),
        killed('a', 8, 8, { known: '2021-08-11T00:00:00.000Z' }),
      ],
      8,
    ],
    ['children are among the civilians', [killed('a', 12, 12), killed('a', 5, 5, { who: 'children' })], 12],
    [
      'soldiers and fighters are not the same',
      [killed('a', 9, 9, { who: 'soldiers' }), killed('a', 4, 4, { who: 'fighters' })],
      13,
    ],
    ['dozens: 12', [killed('a', 24, 99, { qualifier: 'vague', quote: 'killed dozens of people' })], 12],
    ['hundreds: 100', [killed('a', null, null, { qualifier: 'vague', quote: 'hundreds were killed' })], 100],
    ['several: 10', [killed('a', null, null, { qualifier: 'vague', quote: 'killed several people' })], 10],
    [
      'a number goes before a vague word',
      [killed('a', 24, 99, { qualifier: 'vague', quote: 'dozens' }), killed('b', 30, 30)],
      30,
    ],
  ])('%s', (_, claims, expected) => {
    expect(fatalitiesOf(claims)).toBe(expected);
  });
});

describe('UCDP’s deaths', () => {
  test('low and high span the origins; best is the last of those that are no party', () => {
    const words = [
      killed('army', 40, 40, { kind: 'party', who: 'fighters' }),
      killed('monitor', 12, 12, { who: 'civilians' }),
      killed('hospital', 9, 15),
    ];
    expect(deathsOf(words, 'state-forces', 'rebel-group')).toMatchObject({ low: 9, high: 40 });
    expect([9, 12]).toContain(deathsOf(words, 'state-forces', 'rebel-group')!.best);
  });
  test('the dead of each side are its own, whichever comes first', () => {
    const words = [
      killed('m', 9, 9, { who: 'soldiers' }),
      killed('m', 4, 4, { who: 'fighters' }),
      killed('m', 2, 2, { who: 'children' }),
    ];
    expect(deathsOf(words, 'state-forces', 'rebel-group')).toMatchObject({
      deaths_a: 9,
      deaths_b: 4,
      deaths_civilians: 2,
      best: 15,
    });
  });
  test('nobody dead is no event', () => {
    expect(deathsOf([], 'state-forces', null)).toBeNull();
  });
});

test('precision of days', () => {
  expect(dateFor('2021-08-10', '2021-08-10', true)).toEqual({ date: '2021-08-10', precision: 1 });
  expect(dateFor('2021-08-10', '2021-08-10', false)).toEqual({ date: '2021-08-10', precision: 2 });
  expect(dateFor('2021-08-09', '2021-08-15', true)).toEqual({ date: '2021-08-12', precision: 2 });
  expect(dateFor('2021-08-01', '2021-08-31', true)).toEqual({ date: '2021-08-16', precision: 3 });
  expect(datePrec('2021-08-10', '2021-08-10', true)).toBe(1);
  expect(datePrec('2021-08-10', '2021-08-12', true)).toBe(2);
  expect(datePrec('2021-08-10', '2021-08-16', true)).toBe(3);
  expect(datePrec('2021-08-01', '2021-08-31', true)).toBe(4);
  expect(datePrec('2021-01-01', '2021-12-31', true)).toBe(5);
});

test('codes of countries, interactions and cells of PRIO-GRID', () => {
  expect(countryCodes('AF')).toMatchObject({ alpha3: 'AFG', numeric: 4, acledRegion: 'South Asia', gw: 700 });
  expect(countryCodes('SS')).toMatchObject({
    alpha3: 'SSD',
    acledRegion: 'Eastern Africa',
    gedRegion: 'Africa',
    gw: 626,
  });
  expect(countryCodes('ZZ')).toBeNull();
  expect(interactionOf('rebel-group', 'state-forces')).toBe('State forces-Rebel group');
  expect(interactionOf('rebel-group', null)).toBe('Rebel group only');
  expect(prioGrid(-90, -180)).toBe(1);
  expect(prioGrid(89.9, 179.9)).toBe(259_200);
});

test.each(['jsonl', 'parquet', 'annotations'] as const)('%s is made as it is taken', async format => {
  let pulled = 0;
  const claim = killed('a', 1, 1, { quote: 'x'.repeat(500) });
  const batch = Array.from({ length: 200 }, (_, i) => ({
    ...claim,
    id: `c${i}`,
    places: [],
    in: 'text',
    report: 'r1',
  }));
  async function* batches<T>(each: (c: ClaimView) => T): AsyncGenerator<T[]> {
    for (; pulled < 100; pulled++) yield batch.map(c => each(c as ClaimView));
  }
  const records = {
    claims: () => batches(c => c),
    claimsInText: () => batches(c => ({ claim: c, url: null, text: 'x' })),
  } as unknown as ExportRecords;
  const file = toBytes(FORMATS[format].write(records))[Symbol.asyncIterator]();
  await file.next();
  expect(pulled).toBeLessThan(50);
  let bytes = 0;
  for (let next = await file.next(); !next.done; next = await file.next()) bytes += next.value.length;
  expect(pulled).toBe(100);
  expect(bytes).toBeGreaterThan(40_000);
});
