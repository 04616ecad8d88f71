import { describe, expect, test } from 'vitest';
import type { Decision } from '../../model/index.ts';
import { rowsOf } from '../testing/rows.ts';
import { ARVO, baseline, inputOf, type Saying, tell } from '../testing/scenario.ts';
import { weigh } from '../weigh.ts';

/** Each saying in a report of its own: `[published, saying, outlet]`. */
type Line = readonly [string, Saying, string?];
const fold = (lines: readonly Line[], decisions: readonly Decision[] = []): string[] =>
  rowsOf(
    weigh(
      inputOf(
        lines.map(([on, says, outlet]) => tell({ on, outlet: outlet ?? 'Example Wire', says: [says] })),
        decisions,
      ),
    ),
    ARVO,
  );
const blueHolds = [baseline('2030-01-01', { [ARVO]: 'blue' })];
const red = { name: 'Red command', kind: 'party', side: 'red' } as const;
const blue = { name: 'Blue ministry', kind: 'party', side: 'blue' } as const;
const green = { name: 'Green command', kind: 'party', side: 'green' } as const;
const official = { name: 'a security official', kind: 'party' } as const;

describe('the table of the fold', () => {
  const table: [string, readonly Line[], readonly string[]][] = [
    ['a baseline is assumed', [], ['2030-01-01– blue held assumed']],
    [
      'capture: becomes the actor’s side’s',
      [['2030-03-10', { event: 'capture', day: '2030-03-10' }]],
      ['2030-01-01–2030-03-10 blue held assumed', '2030-03-10– red held reported'],
    ],
    [
      'handover and recapture do the same',
      [
        ['2030-03-10', { event: 'handover', day: '2030-03-10' }],
        ['2030-03-12', { event: 'recapture', side: 'blue', day: '2030-03-12' }],
      ],
      [
        '2030-01-01–2030-03-10 blue held assumed',
        '2030-03-10–2030-03-12 red held reported',
        '2030-03-12– blue held reported',
      ],
    ],
    [
      'an undated capture holds from the day of publication at the latest',
      [['2030-03-10', { event: 'capture' }]],
      ['2030-01-01–2030-03-10 blue held assumed', '2030-03-10– red held reported'],
    ],
    [
      'hold supports the holder, in passing too',
      [['2030-03-10', { event: 'hold', side: 'blue', attributive: true }]],
      ['2030-01-01– blue held reported'],
    ],
    [
      'hold against the holder, later and of another origin: disputes it',
      [
        ['2030-03-10', { event: 'capture', day: '2030-03-10' }, 'Example Wire'],
        ['2030-03-12', { event: 'hold', side: 'blue', day: '2030-03-12' }, 'Second Sheet'],
      ],
      ['2030-01-01–2030-03-10 blue held assumed', '2030-03-10– red held disputed'],
    ],
    [
      'hold against the holder, of the same origin: nothing',
      [
        ['2030-03-10', { event: 'capture', day: '2030-03-10' }, 'Example Wire'],
        ['2030-03-12', { event: 'hold', side: 'blue', day: '2030-03-12' }, 'Example Wire'],
      ],
      ['2030-01-01–2030-03-10 blue held assumed', '2030-03-10– red held reported'],
    ],
    [
      'withdraw by the holder: nobody’s until somebody takes or holds it',
      [
        ['2030-03-10', { event: 'withdraw', side: 'blue', day: '2030-03-10' }],
        ['2030-03-13', { event: 'hold', side: 'red', day: '2030-03-13' }],
      ],
      [
        '2030-01-01–2030-03-10 blue held assumed',
        '2030-03-10–2030-03-13 nobody vacated reported',
        '2030-03-13– red held reported',
      ],
    ],
    [
      'withdraw by another: nothing',
      [['2030-03-10', { event: 'withdraw', side: 'red', day: '2030-03-10' }]],
      ['2030-01-01– blue held assumed'],
    ],
    [
      'withdraw and take on one day: taken',
      [
        ['2030-03-10', { event: 'capture', day: '2030-03-10' }],
        ['2030-03-10', { event: 'withdraw', side: 'blue', day: '2030-03-10' }, 'Second Sheet'],
      ],
      ['2030-01-01–2030-03-10 blue held assumed', '2030-03-10– red held reported'],
    ],
    [
      'the loser’s word that it left on the day of the taking admits it',
      [
        ['2030-03-10', { event: 'capture', day: '2030-03-10' }],
        ['2030-03-10', { event: 'withdraw', side: 'blue', day: '2030-03-10', said: blue }],
      ],
      ['2030-01-01–2030-03-10 blue held assumed', '2030-03-10– red held confirmed'],
    ],
    [
      'that a third side left does not',
      [
        ['2030-03-11', { event: 'capture', day: '2030-03-10', said: red }],
        ['2030-03-12', { event: 'withdraw', side: 'green', day: '2030-03-10', said: green }],
      ],
      ['2030-01-01–2030-03-10 blue held assumed', '2030-03-10– red held claimed'],
    ],
    [
      'left by its own word, and taken the day after by the taker’s: both tell it',
      [
        ['2030-03-10', { event: 'withdraw', side: 'blue', day: '2030-03-09', said: blue }],
        ['2030-03-11', { event: 'capture', day: '2030-03-10', said: red }],
      ],
      [
        '2030-01-01–2030-03-09 blue held assumed',
        '2030-03-09–2030-03-10 nobody vacated reported',
        '2030-03-10– red held confirmed',
      ],
    ],
    [
      'left, others say, and taken the day after by the taker’s word: claimed',
      [
        ['2030-03-10', { event: 'withdraw', side: 'blue', day: '2030-03-09' }],
        ['2030-03-11', { event: 'capture', day: '2030-03-10', said: red }],
      ],
      [
        '2030-01-01–2030-03-09 blue held assumed',
        '2030-03-09–2030-03-10 nobody vacated reported',
        '2030-03-10– red held claimed',
      ],
    ],
    [
      'a party whose side nobody tells is not known to gain',
      [['2030-03-10', { event: 'capture', day: '2030-03-10', said: official }]],
      ['2030-01-01–2030-03-10 blue held assumed', '2030-03-10– red held reported'],
    ],
    [
      'one that bears a word of the taker’s name is of its side',
      [
        [
          '2030-03-10',
          { event: 'capture', day: '2030-03-10', said: { ...official, name: 'a red field officer' } },
        ],
      ],
      ['2030-01-01–2030-03-10 blue held assumed', '2030-03-10– red held claimed'],
    ],
    [
      'left, and taken overnight: one event, on the day of the leaving',
      [
        ['2030-03-11', { event: 'withdraw', side: 'blue', day: '2030-03-10' }],
        ['2030-03-11', { event: 'capture', day: ['2030-03-10', '2030-03-11'] }],
      ],
      ['2030-01-01–2030-03-10 blue held assumed', '2030-03-10– red held reported'],
    ],
    [
      'left one day and taken another: nobody’s between',
      [
        ['2030-03-11', { event: 'withdraw', side: 'blue', day: '2030-03-10' }],
        ['2030-03-11', { event: 'capture', day: '2030-03-11' }],
      ],
      [
        '2030-01-01–2030-03-10 blue held assumed',
        '2030-03-10–2030-03-11 nobody vacated reported',
        '2030-03-11– red held reported',
      ],
    ],
    [
      'clash: contested, until a later hold',
      [
        ['2030-03-10', { event: 'clash', day: '2030-03-10' }],
        ['2030-03-12', { event: 'hold', side: 'blue', day: '2030-03-12' }],
      ],
      [
        '2030-01-01–2030-03-10 blue held assumed',
        '2030-03-10–2030-03-12 blue contested reported',
        '2030-03-12– blue held reported',
      ],
    ],
    [
      'a hold of the same day leaves it contested',
      [
        ['2030-03-10', { event: 'clash', day: '2030-03-10' }],
        ['2030-03-10', { event: 'hold', side: 'blue', day: '2030-03-10' }],
      ],
      ['2030-01-01–2030-03-10 blue held assumed', '2030-03-10– blue contested reported'],
    ],
    [
      'enter: contested, until a later repel',
      [
        ['2030-03-10', { event: 'enter', day: '2030-03-10' }],
        ['2030-03-11', { event: 'repel', side: 'blue', day: '2030-03-11' }],
      ],
      [
        '2030-01-01–2030-03-10 blue held assumed',
        '2030-03-10–2030-03-11 blue contested reported',
        '2030-03-11– blue held reported',
      ],
    ],
    [
      'clash and take on one day: the take outranks, whichever came last',
      [
        ['2030-03-10', { event: 'capture', day: '2030-03-10' }],
        ['2030-03-11', { event: 'clash', day: '2030-03-10' }],
        ['2030-03-11', { event: 'enter', day: '2030-03-10' }],
      ],
      ['2030-01-01–2030-03-10 blue held assumed', '2030-03-10– red held reported'],
    ],
    [
      'besiege and advance: unchanged',
      [
        ['2030-03-10', { event: 'besiege', day: '2030-03-10' }],
        ['2030-03-11', { event: 'advance', day: '2030-03-11' }],
      ],
      ['2030-01-01– blue held assumed'],
    ],
    [
      'repel by another than the holder: nothing',
      [
        ['2030-03-10', { event: 'clash', day: '2030-03-10' }],
        ['2030-03-11', { event: 'repel', side: 'red', day: '2030-03-11' }],
      ],
      ['2030-01-01–2030-03-10 blue held assumed', '2030-03-10– blue contested reported'],
    ],
    [
      'repel by nobody named: by the holder',
      [
        ['2030-03-10', { event: 'clash', day: '2030-03-10' }],
        ['2030-03-11', { event: 'repel', side: null, target: 'red', day: '2030-03-11' }],
      ],
      [
        '2030-01-01–2030-03-10 blue held assumed',
        '2030-03-10–2030-03-11 blue contested reported',
        '2030-03-11– blue held reported',
      ],
    ],
    [
      'clash: contested, until a later take',
      [
        ['2030-03-10', { event: 'clash', day: '2030-03-10' }],
        ['2030-03-12', { event: 'capture', day: '2030-03-12' }],
      ],
      [
        '2030-01-01–2030-03-10 blue held assumed',
        '2030-03-10–2030-03-12 blue contested reported',
        '2030-03-12– red held reported',
      ],
    ],
    [
      'part of the place taken: contested',
      [['2030-03-10', { event: 'capture', part: 'the eastern half', day: '2030-03-10' }]],
      ['2030-01-01–2030-03-10 blue held assumed', '2030-03-10– blue contested reported'],
    ],
    [
      'only the taker says so, and nobody denies it: claimed',
      [['2030-03-10', { event: 'capture', day: '2030-03-10', said: red }]],
      ['2030-01-01–2030-03-10 blue held assumed', '2030-03-10– red held claimed'],
    ],
    [
      'only the taker says so and the holder’s side denies it: unchanged, contested, disputed',
      [
        ['2030-03-10', { event: 'capture', day: '2030-03-10', said: red }],
        ['2030-03-11', { event: 'capture', denied: true, day: '2030-03-11', said: blue }],
      ],
      ['2030-01-01–2030-03-10 blue held assumed', '2030-03-10– blue contested disputed'],
    ],
    [
      'the same, with fighting on the days between',
      [
        ['2030-03-10', { event: 'capture', day: '2030-03-10', said: red }],
        ['2030-03-11', { event: 'clash', day: '2030-03-11' }],
        ['2030-03-12', { event: 'capture', denied: true, day: '2030-03-12', said: blue }],
      ],
      ['2030-01-01–2030-03-10 blue held assumed', '2030-03-10– blue contested disputed'],
    ],
    [
      'the same, and then an onlooker sees the taker there',
      [
        ['2030-03-10', { event: 'capture', day: '2030-03-10', said: red }],
        ['2030-03-11', { event: 'capture', denied: true, day: '2030-03-11', said: blue }],
        ['2030-03-12', { event: 'capture', day: '2030-03-10' }],
      ],
      ['2030-01-01–2030-03-10 blue held assumed', '2030-03-10– red held disputed'],
    ],
    [
      'denial of a take that an onlooker reports: the holder stays, disputed',
      [
        ['2030-03-10', { event: 'capture', day: '2030-03-10' }],
        ['2030-03-11', { event: 'capture', denied: true, day: '2030-03-11', said: blue }],
      ],
      ['2030-01-01–2030-03-10 blue held assumed', '2030-03-10– red held disputed'],
    ],
    [
      'only the taker says so and an onlooker denies it: the holder stays the taker, disputed',
      [
        ['2030-03-10', { event: 'capture', day: '2030-03-10', said: red }],
        ['2030-03-11', { event: 'capture', denied: true, day: '2030-03-11' }],
      ],
      ['2030-01-01–2030-03-10 blue held assumed', '2030-03-10– red held disputed'],
    ],
    [
      'a denial told on the next day of a taking dated the day before, after the loser left: settled by its admission',
      [
        ['2030-03-10T10:00:00Z', { event: 'withdraw', side: 'blue', day: '2030-03-10' }],
        ['2030-03-10T10:00:00Z', { event: 'capture', day: '2030-03-10' }],
        ['2030-03-10T12:00:00Z', { event: 'capture', denied: true, day: '2030-03-10', said: blue }],
        ['2030-03-11T12:00:00Z', { event: 'capture', day: '2030-03-10', said: blue }],
      ],
      ['2030-01-01–2030-03-10 blue held assumed', '2030-03-10– red held confirmed'],
    ],
    [
      'after a denial, a recapture gives it back',
      [
        ['2030-03-10', { event: 'capture', day: '2030-03-10' }],
        ['2030-03-11', { event: 'capture', denied: true, day: '2030-03-11', said: blue }],
        ['2030-03-12', { event: 'recapture', side: 'blue', day: '2030-03-12' }],
      ],
      [
        '2030-01-01–2030-03-10 blue held assumed',
        '2030-03-10–2030-03-12 red held disputed',
        '2030-03-12– blue held reported',
      ],
    ],
    [
      'a denial older than the take: nothing',
      [
        ['2030-03-09', { event: 'capture', denied: true, day: '2030-03-09', said: blue }],
        ['2030-03-10', { event: 'capture', day: '2030-03-10' }],
      ],
      ['2030-01-01–2030-03-10 blue held assumed', '2030-03-10– red held reported'],
    ],
    [
      'after a denial, an affirmed hold gives it back',
      [
        ['2030-03-10', { event: 'capture', day: '2030-03-10' }],
        ['2030-03-11', { event: 'capture', denied: true, day: '2030-03-11', said: blue }],
        ['2030-03-12', { event: 'hold', side: 'blue', day: '2030-03-12' }, 'Second Sheet'],
      ],
      [
        '2030-01-01–2030-03-10 blue held assumed',
        '2030-03-10–2030-03-12 red held disputed',
        '2030-03-12– blue held reported',
      ],
    ],
    [
      'the loser’s own admission settles its denial and confirms',
      [
        ['2030-03-10', { event: 'capture', day: '2030-03-10' }],
        ['2030-03-11', { event: 'capture', denied: true, day: '2030-03-11', said: blue }],
        ['2030-03-13', { event: 'withdraw', side: 'blue', day: '2030-03-13', said: blue }],
      ],
      ['2030-01-01–2030-03-10 blue held assumed', '2030-03-10– red held confirmed'],
    ],
    [
      'a denier that later says so itself has taken its denial back',
      [
        ['2030-03-10', { event: 'capture', day: '2030-03-10' }],
        [
          '2030-03-11',
          {
            event: 'capture',
            denied: true,
            day: '2030-03-11',
            said: { ...blue, name: 'green army', side: 'green' },
          },
        ],
        [
          '2030-03-13',
          { event: 'capture', day: '2030-03-10', said: { ...blue, name: 'green army', side: 'green' } },
        ],
      ],
      ['2030-01-01–2030-03-10 blue held assumed', '2030-03-10– red held confirmed'],
    ],
    [
      'planned and possible: never',
      [
        ['2030-03-10', { event: 'capture', modality: 'planned' }],
        ['2030-03-10', { event: 'capture', modality: 'possible' }],
      ],
      ['2030-01-01– blue held assumed'],
    ],
    [
      'past: tells an earlier period, and moves nothing',
      [['2030-03-10', { event: 'capture', modality: 'past', day: '2025-06-01' }]],
      ['2025-06-01–2025-07-01 red held reported', '2030-01-01– blue held assumed'],
    ],
    [
      'past, dated by a year: never',
      [['2030-03-10', { event: 'capture', modality: 'past', day: ['2025-01-01', '2025-12-31'] }]],
      ['2030-01-01– blue held assumed'],
    ],
    [
      'years old, it is background whatever the words',
      [['2030-03-10', { event: 'capture', day: ['2025-01-01', '2025-12-31'] }]],
      ['2030-01-01– blue held assumed'],
    ],
    [
      'past without a date: never',
      [['2030-03-10', { event: 'capture', modality: 'past' }]],
      ['2030-01-01– blue held assumed'],
    ],
    [
      'dated by an interval: starts on the latest possible day',
      [['2030-03-12', { event: 'capture', day: ['2030-03-05', '2030-03-11'] }]],
      ['2030-01-01–2030-03-11 blue held assumed', '2030-03-11– red held reported'],
    ],
    [
      'two origins, one of which does not gain: confirmed',
      [
        ['2030-03-10', { event: 'capture', day: '2030-03-10' }],
        ['2030-03-11', { event: 'capture', day: '2030-03-10', said: red }],
      ],
      ['2030-01-01–2030-03-10 blue held assumed', '2030-03-10– red held confirmed'],
    ],
    [
      'two outlets that quote one named source: one origin',
      [
        ['2030-03-10', { day: '2030-03-10', said: { name: 'Ana Ruiz', kind: 'monitor' } }, 'Example Wire'],
        ['2030-03-11', { day: '2030-03-10', said: { name: 'Ana Ruiz', kind: 'monitor' } }, 'Second Sheet'],
      ],
      ['2030-01-01–2030-03-10 blue held assumed', '2030-03-10– red held reported'],
    ],
    [
      'fallen, to nobody knows whom',
      [['2030-03-10', { event: 'capture', side: null, day: '2030-03-10' }]],
      ['2030-01-01–2030-03-10 blue held assumed', '2030-03-10– nobody unknown reported'],
    ],
    [
      'fallen, told by another without the taker’s name: the same taking',
      [
        ['2030-03-10', { event: 'capture', day: '2030-03-10' }],
        ['2030-03-13', { event: 'capture', side: null, day: '2030-03-10' }, 'Second Sheet'],
      ],
      ['2030-01-01–2030-03-10 blue held assumed', '2030-03-10– red held confirmed'],
    ],
    [
      'a baseline says who held it on its day, whatever older words say',
      [['2029-12-01', { event: 'capture', day: '2029-12-01' }]],
      ['2029-12-01–2030-01-01 red held reported', '2030-01-01– blue held assumed'],
    ],
    [
      'two sides take it on one day, nobody knows which last: contested',
      [
        ['2030-03-10', { event: 'capture', side: 'red', day: '2030-03-10' }],
        ['2030-03-10', { event: 'capture', side: 'green', day: '2030-03-10' }, 'Second Sheet'],
      ],
      ['2030-01-01–2030-03-10 blue held assumed', '2030-03-10– blue contested confirmed'],
    ],
  ];
  test.each(table)('%s', (_, lines, expected) => {
    expect(fold(lines, blueHolds)).toEqual(expected);
  });
});

describe('where no holder is known', () => {
  test.each<[string, readonly Line[], readonly string[]]>([
    [
      'hold starts a period',
      [['2030-03-10', { event: 'hold', attributive: true }]],
      ['2030-03-10– red held reported'],
    ],
    [
      'hold "since" starts it then',
      [['2030-03-10', { event: 'hold', day: ['2028-01-01', null] }]],
      ['2028-01-01– red held reported'],
    ],
    [
      'a part held starts none',
      [['2030-03-10', { event: 'hold', part: 'parts' }]],
      ['2030-03-10– nobody contested reported'],
    ],
    ['clash: contested', [['2030-03-10', { event: 'clash' }]], ['2030-03-10– nobody contested reported']],
    ['withdraw: vacated', [['2030-03-10', { event: 'withdraw' }]], ['2030-03-10– nobody vacated reported']],
    [
      'a taking of the past tells of its time, and not how long it lasted',
      [['2030-03-10', { event: 'capture', modality: 'past', day: '2025-06-01' }]],
      ['2025-06-01–2025-07-01 red held reported'],
    ],
  ])('%s', (_, lines, expected) => {
    expect(fold(lines)).toEqual(expected);
  });
});

test('pressure and parts are shown, with the day since when', () => {
  const pieces = [
    tell({ on: '2030-03-10', says: [{ event: 'besiege' }] }),
    tell({ on: '2030-03-11', says: [{ event: 'capture', part: 'the eastern half' }] }),
  ];
  const last = weigh(inputOf(pieces, blueHolds))
    .periods.filter(p => p.knownTo == null)
    .at(-1)!;
  expect(last.pressure).toEqual(['besieged by red since 10 March 2030']);
  expect(last.parts).toEqual(['the eastern half (red)']);
});

test('fighting in a part contests the place, and is no part taken', () => {
  const pieces = [
    tell({ on: '2030-03-10', says: [{ event: 'clash', part: 'the outskirts', day: '2030-03-10' }] }),
  ];
  const last = weigh(inputOf(pieces, blueHolds)).periods.at(-1)!;
  expect(last.status).toBe('contested');
  expect(last.parts).toEqual([]);
});

test('an interval keeps its earliest day beside the latest', () => {
  const pieces = [tell({ on: '2030-03-12', says: [{ day: ['2030-03-05', '2030-03-11'] }] })];
  const [row] = weigh(inputOf(pieces)).periods;
  expect([row!.validFrom, row!.sinceEarliest]).toEqual(['2030-03-11', '2030-03-05']);
});

test('the side that says that it left tells who lost a place of which nothing was known', () => {
  expect(
    fold([
      ['2030-03-11', { event: 'capture', day: '2030-03-10', said: red }],
      ['2030-03-12', { event: 'withdraw', side: 'blue', day: '2030-03-10', said: blue }],
    ]),
  ).toEqual(['2030-03-10– red held confirmed']);
});
