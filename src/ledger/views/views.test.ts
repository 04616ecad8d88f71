import { describe, expect, test } from 'vitest';
import type { ClaimView, Decision, PlaceView } from '../../model/index.ts';
import { ARVO, baseline, inputOf, type Piece, type Saying, tell } from '../testing/scenario.ts';
import { weigh } from '../weigh.ts';
import { beliefSteps } from './belief-steps.ts';
import { changesBetween } from './changes-between.ts';
import { rollUp } from './roll-up.ts';
import { statusAt } from './status-at.ts';

const BRELL = 'x:zz/-/brell';
const NAMES: Readonly<Record<string, string>> = { red: 'Red Front', blue: 'Blue government' };
const nameOfSide = (side: string): string => NAMES[side] ?? side;
const placeOf = (id: string): PlaceView => ({
  id,
  name: id === ARVO ? 'Arvo' : 'Brell',
  kind: 'town',
  country: 'ZZ',
  admin1: null,
  admin1Name: null,
  parent: null,
  lat: null,
  lon: null,
  seatOf: null,
  precision: 'unresolved',
});

type Line = readonly [string, Saying, string?];
const blue = { name: 'Blue ministry', kind: 'party', side: 'blue' } as const;
const start = baseline('2030-01-01', { [ARVO]: 'blue', [BRELL]: 'blue' });

function made(lines: readonly Line[], decisions: readonly Decision[] = [start]) {
  const pieces: Piece[] = lines.map(([on, says, outlet]) =>
    tell({ on, outlet: outlet ?? 'Example Wire', says: [says] }),
  );
  const record = weigh(inputOf(pieces, decisions), { nameOfSide });
  const reports = new Map(pieces.map(p => [p.report.id, p.report]));
  const views = record.claims.map(({ claim, origin, carriedFrom, verdict }): ClaimView => {
    const report = reports.get(claim.report)!;
    const { title: reportTitle, outlet, published, known } = report;
    return { ...claim, reportTitle, outlet, published, known, origin, carriedFrom, verdict };
  });
  const byId = new Map(views.map(v => [v.id, v]));
  const telling = { claimOf: (id: string) => byId.get(id), nameOfSide };
  return { record, views, telling };
}

describe('what changed between two days, in plain sentences', () => {
  const sentences = (lines: readonly Line[], decisions?: readonly Decision[]): string[] => {
    const { record, telling } = made(lines, decisions);
    const query = { from: '2030-03-01', to: '2030-03-31', knownAt: null };
    return changesBetween(record.periods, query, placeOf, telling).map(c => c.sentence);
  };
  const taken: Line = ['2030-03-10', { day: '2030-03-10' }];
  test.each<[string, readonly Line[], readonly string[]]>([
    ['taken', [taken], ['Arvo fell to the Red Front on 10 March; reported by one origin.']],
    [
      'and denied',
      [
        taken,
        ['2030-03-10', { day: '2030-03-10' }, 'Second Sheet'],
        ['2030-03-11', { denied: true, said: blue }, 'Third Post'],
      ],
      ['Arvo fell to the Red Front on 10 March; reported by two origins; the Blue government denies it.'],
    ],
    [
      'and retaken',
      [taken, ['2030-03-12', { event: 'recapture', side: 'blue', day: '2030-03-12' }]],
      [
        'Arvo fell to the Red Front on 10 March; reported by one origin.',
        'Arvo was retaken by the Blue government on 12 March; reported by one origin.',
      ],
    ],
    [
      'dated by an interval',
      [['2030-03-12', { day: ['2030-03-05', '2030-03-11'] }]],
      ['Arvo fell to the Red Front between 5 and 11 March; reported by one origin.'],
    ],
    [
      'fought over',
      [['2030-03-10', { event: 'clash', day: '2030-03-10' }]],
      [
        'Arvo was fought over from 10 March; it was still held by the Blue government; reported by one origin.',
      ],
    ],
    [
      'left',
      [['2030-03-10', { event: 'withdraw', side: 'blue', day: '2030-03-10' }]],
      ['The Blue government left Arvo on 10 March; reported by one origin.'],
    ],
    [
      'on the taker’s word alone',
      [['2030-03-10', { day: '2030-03-10', said: { name: 'Red command', kind: 'party', side: 'red' } }]],
      ['Arvo fell to the Red Front on 10 March; only the Red Front says so.'],
    ],
    ['nothing', [['2030-03-10', { modality: 'planned' }]], []],
  ])('%s', (_, lines, expected) => {
    expect(sentences(lines)).toEqual(expected);
  });

  test('only in the days asked for, and as known then', () => {
    const { record } = made([taken]);
    const asked = (from: string, to: string, knownAt: string | null): number =>
      changesBetween(record.periods, { from, to, knownAt }, placeOf).length;
    expect(asked('2030-03-10', '2030-03-10', null)).toBe(1);
    expect(asked('2030-03-11', '2030-03-20', null)).toBe(0);
    expect(asked('2030-03-01', '2030-03-20', '2030-03-09T00:00:00.000Z')).toBe(0);
  });
});

describe('how belief about a place changed', () => {
  test('one step for each time that it did, with what was said', () => {
    const { record, views, telling } = made([
      ['2030-03-10', { day: '2030-03-10' }],
      ['2030-03-11', { event: 'recapture', side: 'blue', day: '2030-03-11', said: blue }],
      [
        '2030-03-12',
        {
          event: 'recapture',
          side: 'blue',
          denied: true,
          day: '2030-03-12',
          said: { name: 'Red command', kind: 'party', side: 'red' },
        },
      ],
    ]);
    const steps = beliefSteps(
      record.periods.filter(p => p.place === ARVO),
      views,
      placeOf,
      telling,
    );
    expect(steps.map(s => `${s.known.slice(0, 10)} ${s.note}`)).toEqual([
      '2030-01-01 Assumed held by the Blue government from 1 January.',
      '2030-03-10 Reported taken by the Red Front on 10 March.',
      '2030-03-11 Claimed retaken by the Blue government on 11 March.',
      '2030-03-12 Claimed taken on 11 March; the Red Front denies it; still counted as held by the Red Front.',
    ]);
    expect(steps[1]!.claims).toHaveLength(1);
    expect(steps[1]!.periods.map(p => p.holder?.side)).toEqual(['blue', 'red']);
  });

  test('a second origin confirms, another date dates anew', () => {
    const { record, views, telling } = made([
      ['2030-03-10', { day: '2030-03-10' }],
      ['2030-03-11', { day: '2030-03-09' }, 'Second Sheet'],
    ]);
    const steps = beliefSteps(
      record.periods.filter(p => p.place === ARVO),
      views,
      placeOf,
      telling,
    );
    expect(steps.at(-1)!.note).toBe('Confirmed taken by the Red Front on 9 March.');
  });
});

test('the status on a day, as known at an instant', () => {
  const { record } = made([['2030-03-12', { day: '2030-03-10' }]]);
  const holders = (at: string, knownAt: string | null): (string | undefined)[] =>
    statusAt(record.periods, { at, knownAt }, placeOf).map(r => r.holder?.side);
  expect(holders('2030-03-11', null)).toEqual(['red', 'blue']);
  expect(holders('2030-03-11', '2030-03-11T00:00:00.000Z')).toEqual(['blue', 'blue']);
  expect(holders('2029-03-11', null)).toEqual([]);
});

test('a set of places rolled up', () => {
  const { record } = made([['2030-03-10', { day: '2030-03-10' }]]);
  const rows = statusAt(record.periods, { at: '2030-03-11', knownAt: null }, placeOf);
  const all = rollUp(rows, { name: 'provincial capitals', members: [ARVO, BRELL, 'x:zz/-/corda'] });
  expect(all.sentence).toBe(
    'The Blue government holds one of 3 provincial capitals, the Red Front holds one.',
  );
  expect(all.unknown).toBe(1);
});
