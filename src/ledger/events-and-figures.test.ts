import { describe, expect, test } from 'vitest';
import { relationKeys } from './origins/relation-keys.ts';
import { ARVO, inputOf, type Piece, type Saying, tell } from './testing/scenario.ts';
import { weigh } from './weigh.ts';

type Line = readonly [string, Saying, string?];
const pieceOf = ([on, says, outlet]: Line): Piece =>
  tell({ on, outlet: outlet ?? 'Example Wire', says: [says] });
const monitor = { name: 'the River Observatory', kind: 'monitor' } as const;

describe('events across reports', () => {
  const spans = (lines: readonly Line[]): string[] =>
    weigh(inputOf(lines.map(pieceOf))).events.map(
      e => `${e.event} ${e.from}–${e.to} ${e.claims.length}/${e.origins}`,
    );
  test.each<[string, readonly Line[], readonly string[]]>([
    [
      'one taking told by three, with the spread of its dates',
      [
        ['2030-03-10', { day: '2030-03-10' }],
        ['2030-03-11', { day: '2030-03-09' }, 'Second Sheet'],
        ['2030-03-14', { event: 'handover', day: '2030-03-10', said: monitor }, 'Third Post'],
      ],
      ['capture 2030-03-09–2030-03-10 3/3'],
    ],
    [
      'lost between: two takings',
      [
        ['2030-03-10', { day: '2030-03-10' }],
        ['2030-03-12', { event: 'recapture', side: 'blue', day: '2030-03-12' }],
        ['2030-03-14', { day: '2030-03-14' }],
      ],
      [
        'capture 2030-03-10–2030-03-10 1/1',
        'recapture 2030-03-12–2030-03-12 1/1',
        'capture 2030-03-14–2030-03-14 1/1',
      ],
    ],
    [
      'fighting on adjoining days is one, after a pause another',
      [
        ['2030-03-10', { event: 'clash', day: '2030-03-10' }],
        ['2030-03-11', { event: 'clash', day: '2030-03-11' }],
        ['2030-03-15', { event: 'clash', day: '2030-03-15' }],
      ],
      ['clash 2030-03-10–2030-03-11 2/1', 'clash 2030-03-15–2030-03-15 1/1'],
    ],
    [
      'what is denied, planned or only possible is none',
      [
        ['2030-03-10', { denied: true }],
        ['2030-03-10', { modality: 'planned' }],
        ['2030-03-10', { modality: 'possible' }],
      ],
      [],
    ],
  ])('%s', (_, lines, expected) => {
    expect(spans(lines)).toEqual(expected);
  });
});

describe('figures as series', () => {
  const figure = (
    min: number | null,
    max: number | null,
    qualifier: string,
    day?: Saying['day'],
  ): Saying => ({
    ...(day == null ? {} : { day }),
    figure: { term: 'displaced', min, max, qualifier: qualifier as 'exactly', unit: 'people' },
  });
  test('low, best and high as said; running totals told from new counts', () => {
    const lines: Line[] = [
      ['2030-03-10', figure(120, 120, 'exactly', '2030-03-10')],
      ['2030-03-11', figure(200, 200, 'at-least', ['2030-03-01', null])],
      ['2030-03-12', figure(200, 300, 'range', ['2030-03-01', '2030-03-12'])],
      ['2030-03-13', figure(500, 500, 'about')],
    ];
    const [series, ...more] = weigh(inputOf(lines.map(pieceOf))).figures;
    expect(more).toEqual([]);
    expect(series).toMatchObject({ term: 'displaced', place: ARVO, origin: 'outlet:example wire' });
    expect(series!.points.map(p => [p.low, p.best, p.high, p.running, p.date])).toEqual([
      [120, 120, 120, false, '2030-03-10'],
      [200, 200, null, true, '2030-03-11'],
      [200, null, 300, true, '2030-03-12'],
      [null, 500, null, false, null],
    ]);
  });

  test('one series an origin: nothing is averaged', () => {
    const lines: Line[] = [
      ['2030-03-10', figure(120, 120, 'exactly')],
      ['2030-03-10', { ...figure(90, 90, 'exactly'), said: monitor }, 'Second Sheet'],
    ];
    expect(weigh(inputOf(lines.map(pieceOf))).figures.map(s => s.points.map(p => p.best))).toHaveLength(2);
  });
});

describe('law 7: nothing that goes out derives from a private person’s name', () => {
  const person = { name: 'Mira Talvi', kind: 'resident' } as const;
  const a = pieceOf(['2030-03-10', { event: 'capture', day: '2030-03-10', said: person }]);
  const b = pieceOf(['2030-03-11', { event: 'capture', day: '2030-03-10', said: person }, 'Second Sheet']);
  const denied = pieceOf([
    '2030-03-11',
    { event: 'capture', denied: true, said: { name: 'Jonas Brandt', kind: 'witness' } },
    'Third Post',
  ]);
  const record = weigh(inputOf([a, b, denied]));

  test('yet two reports that name one person are one origin', () => {
    const origins = record.claims.filter(c => c.claim.polarity === 'affirmed').map(c => c.origin);
    expect(new Set(origins).size).toBe(1);
  });

  test('no origin, note or id holds the name', () => {
    const { claims, ...rest } = record;
    const out = JSON.stringify([rest, claims.map(c => [c.origin, c.carriedFrom])]);
    expect(out).not.toMatch(/talvi|mira|brandt|jonas/i);
    expect(record.discrepancies.map(d => d.note)).toEqual([
      'A resident (Example Wire) says that Arvo was taken by red on 10 March; a witness (Third Post) denied it on 11 March.',
    ]);
  });

  test('reports that name one person are related', () => {
    const shared = relationKeys(a.report, a.reading).filter(k =>
      relationKeys(b.report, b.reading).includes(k),
    );
    expect(shared).toHaveLength(1);
  });
});
