import { describe, expect, test } from 'vitest';
import type { Claim, Decision, Discrepancy } from '../../model/index.ts';
import { ARVO, baseline, decide, inputOf, type Piece, type Saying, tell } from '../testing/scenario.ts';
import { setOf } from '../testing/sets.ts';
import { weigh } from '../weigh.ts';

const BRELL = 'x:zz/-/brell';
const CORDA = 'x:zz/-/corda';
const CAPITALS = [ARVO, BRELL, CORDA];
const start = baseline('2030-01-01', Object.fromEntries(CAPITALS.map(c => [c, 'blue'])));
const blue = { name: 'Blue ministry', kind: 'party', side: 'blue' } as const;
const monitor = { name: 'the River Observatory', kind: 'monitor' } as const;

/** A report with one claim: `[published, saying, outlet]`. */
type Line = readonly [string, Saying, string?];
const pieceOf = ([on, says, outlet]: Line): Piece =>
  tell({ on, outlet: outlet ?? 'Example Wire', says: [says] });
const find = (
  lines: readonly (Line | Piece)[],
  decisions: readonly Decision[] = [start],
): readonly Discrepancy[] =>
  weigh(
    inputOf(
      lines.map(l => ('report' in l ? l : pieceOf(l))),
      decisions,
    ),
    { sets: setOf(CAPITALS) },
  ).discrepancies;

/** `kind: note`, and behind `=>` what settled it. */
const say = (d: Discrepancy): string =>
  `${d.kind}: ${d.note}${d.settledBy == null ? '' : ` => ${d.settledBy.note}`}`;

const taken: Line = ['2030-03-10', { event: 'capture', day: '2030-03-10' }];
const denied: Line = [
  '2030-03-11',
  { event: 'capture', denied: true, day: '2030-03-11', said: blue },
  'Second Sheet',
];

describe('denial', () => {
  test.each<[string, readonly Line[], readonly string[]]>([
    [
      'one origin says it, another denies it',
      [taken, denied],
      ['denial: Example Wire says that Arvo was taken by red on 10 March; blue denied it on 11 March.'],
    ],
    [
      'settled where the denier admits it',
      [taken, denied, ['2030-03-13', { event: 'capture', day: '2030-03-10', said: blue }, 'Third Post']],
      [
        'denial: Example Wire says that Arvo was taken by red on 10 March; blue denied it on 11 March. => Since then the record says that it is held by red, confirmed by another origin.',
      ],
    ],
    [
      'settled where the place is back in the hands of the denier',
      [taken, denied, ['2030-03-14', { event: 'recapture', side: 'blue', day: '2030-03-14' }]],
      [
        'denial: Example Wire says that Arvo was taken by red on 10 March; blue denied it on 11 March. => Since then the record says that it is held by blue.',
      ],
    ],
    [
      'a denial older than the taking is none of it',
      [denied, ['2030-03-20', { event: 'capture', day: '2030-03-20' }]],
      [],
    ],
    [
      'a denial of the other side’s taking is none of it',
      [taken, ['2030-03-11', { event: 'capture', side: 'green', denied: true }]],
      [],
    ],
    [
      'who denies and admits in one breath denies no longer',
      [taken, ['2030-03-11', { event: 'capture', day: '2030-03-10', said: blue }], denied],
      [],
    ],
    [
      'a second denial of the same adds nothing',
      [taken, denied, ['2030-03-12', { event: 'capture', denied: true, said: monitor }]],
      ['denial: Example Wire says that Arvo was taken by red on 10 March; blue denied it on 11 March.'],
    ],
    [
      'of an entering, too',
      [
        ['2030-03-10', { event: 'enter', day: '2030-03-10' }],
        ['2030-03-10', { event: 'enter', denied: true, day: '2030-03-10', said: blue }],
      ],
      ['denial: Example Wire says that Arvo was entered by red on 10 March; blue denied it on 10 March.'],
    ],
  ])('%s', (_, lines, expected) => {
    expect(find(lines).map(say)).toEqual(expected);
  });

  test('a report that tells of the admission and of the denial before it brings no other denial', () => {
    const both = tell({
      on: '2030-03-11',
      outlet: 'Second Sheet',
      says: [
        { day: '2030-03-10', said: blue },
        { day: '2030-03-10', denied: true },
      ],
    });
    expect(find([taken, both])).toEqual([]);
  });

  test('names the reports, claims and place it stands on, since when it is known, and what settled it', () => {
    const pieces = [
      taken,
      denied,
      ['2030-03-13', { day: '2030-03-10', said: blue }, 'Third Post'] as Line,
    ].map(pieceOf);
    const [one] = find(pieces);
    const claim = (i: number): Claim => pieces[i]!.reading.claims[0]!;
    expect(one).toMatchObject({
      places: [ARVO],
      reports: [pieces[0]!.report.id, pieces[1]!.report.id],
      claims: [claim(0).id, claim(1).id],
      knownSince: '2030-03-11T23:59:59.999Z',
      settledBy: { claims: [claim(2).id], decision: null, known: '2030-03-13T23:59:59.999Z' },
    });
  });

  test('a ruling settles it: on the discrepancy, or on a claim that it stands on', () => {
    const pieces = [taken, denied].map(pieceOf);
    const [one] = find(pieces);
    const settle = decide('2030-03-15', { kind: 'settle', discrepancy: one!.id });
    expect(find(pieces, [start, settle])[0]!.settledBy).toMatchObject({ decision: settle.id });
    const { id, quote, report, kind } = pieces[1]!.reading.claims[0]!;
    const reject = decide('2030-03-15', {
      kind: 'reject',
      claim: { claim: id, report, in: 'text', span: quote, kind, place: ARVO },
    });
    expect(find(pieces, [start, reject])[0]!.settledBy).toMatchObject({ decision: reject.id });
  });
});

describe('status-conflict', () => {
  const held: Line = ['2030-03-12', { event: 'hold', side: 'blue', day: '2030-03-12' }, 'Second Sheet'];
  const conflict =
    'status-conflict: Example Wire says that Arvo was taken by red on 10 March; Second Sheet that Arvo was held by blue on 12 March.';
  test.each<[string, readonly Line[], readonly string[]]>([
    ['a place in two hands at once', [taken, held], [conflict]],
    [
      'settled by a third origin',
      [taken, held, ['2030-03-14', { event: 'hold', day: '2030-03-14', said: monitor }]],
      [`${conflict} => Since then the record says that it is held by red, confirmed by another origin.`],
    ],
    [
      'a hold of the day before the taking is none',
      [taken, ['2030-03-10', { event: 'hold', side: 'blue', day: '2030-03-09' }, 'Second Sheet']],
      [],
    ],
    [
      'battles on the day of the taking are none',
      [taken, ['2030-03-10', { event: 'clash', day: '2030-03-10' }, 'Second Sheet']],
      [],
    ],
    [
      'taken by two on one day',
      [taken, ['2030-03-10', { event: 'capture', side: 'green', day: '2030-03-10' }, 'Second Sheet']],
      [
        'status-conflict: Second Sheet says that Arvo was taken by green on 10 March; Example Wire that Arvo was taken by red on 10 March.',
      ],
    ],
    [
      'later words in passing for the holder are none',
      [taken, ['2030-03-15', { event: 'hold', attributive: true }, 'Second Sheet']],
      [],
    ],
  ])('%s', (_, lines, expected) => {
    expect(find(lines).map(say)).toEqual(expected);
  });
});

describe('date-conflict', () => {
  const on = (day: string, outlet: string, published = '2030-03-16', event = 'capture'): Line => [
    published,
    { event, day },
    outlet,
  ];
  const conflict =
    'date-conflict: Example Wire says that Arvo was taken by red on 8 March, Second Sheet that it was on 11 March.';
  test.each<[string, readonly Line[], readonly string[]]>([
    [
      'two days, two origins',
      [on('2030-03-08', 'Example Wire', '2030-03-08'), on('2030-03-11', 'Second Sheet')],
      [conflict],
    ],
    [
      'a day apart may be one night',
      [on('2030-03-10', 'Example Wire', '2030-03-11'), on('2030-03-11', 'Second Sheet')],
      [],
    ],
    [
      'an interval that holds the other day agrees',
      [
        on('2030-03-08', 'Example Wire', '2030-03-08'),
        ['2030-03-16', { day: ['2030-03-07', '2030-03-09'] }, 'Second Sheet'],
      ],
      [],
    ],
    [
      'lost between, they are two takings',
      [
        on('2030-03-08', 'Example Wire', '2030-03-08'),
        ['2030-03-10', { event: 'recapture', side: 'blue', day: '2030-03-10' }],
        on('2030-03-11', 'Second Sheet'),
      ],
      [],
    ],
    [
      'settled by a third origin',
      [
        on('2030-03-08', 'Example Wire', '2030-03-08'),
        on('2030-03-11', 'Second Sheet'),
        ['2030-03-18', { day: '2030-03-08', said: monitor }, 'Third Post'],
      ],
      [`${conflict} => The River Observatory dates it to 8 March as well.`],
    ],
    [
      'undated words date nothing',
      [on('2030-03-08', 'Example Wire', '2030-03-08'), ['2030-03-16', {}, 'Second Sheet']],
      [],
    ],
  ])('%s', (_, lines, expected) => {
    expect(find(lines).map(say)).toEqual(expected);
  });
});

describe('figure-mismatch', () => {
  const killed = (
    n: number,
    qualifier: 'exactly' | 'at-least' | 'about' | 'more-than' = 'exactly',
  ): Saying => ({
    day: '2030-03-10',
    figure: { term: 'killed', min: n, max: n, qualifier, unit: 'people' },
  });
  const since = (n: number, qualifier: 'about' | 'more-than'): Saying => ({
    day: ['2030-01-01', '2030-03-12'],
    figure: { term: 'displaced', min: n, max: n, qualifier, unit: 'people' },
  });
  test.each<[string, readonly Line[], readonly string[]]>([
    [
      'two tolls of one day',
      [
        ['2030-03-11', killed(12)],
        ['2030-03-11', killed(20), 'Second Sheet'],
      ],
      1,
    ],
    [
      'two running totals since one day',
      [
        ['2030-03-12', since(359_000, 'more-than')],
        ['2030-03-13', { ...since(400_000, 'about'), said: monitor }, 'Second Sheet'],
      ],
      1,
    ],
    [
      'a toll that rises is none',
      [
        ['2030-03-11', killed(12)],
        ['2030-03-12', killed(20), 'Second Sheet'],
      ],
      0,
    ],
    [
      'a toll that falls is one',
      [
        ['2030-03-11', killed(20)],
        ['2030-03-12', killed(12), 'Second Sheet'],
      ],
      1,
    ],
    [
      'at least so many leaves more open',
      [
        ['2030-03-11', killed(12, 'at-least')],
        ['2030-03-11', killed(20), 'Second Sheet'],
      ],
      0,
    ],
    [
      'about as many is none',
      [
        ['2030-03-11', killed(400, 'about')],
        ['2030-03-11', killed(405), 'Second Sheet'],
      ],
      0,
    ],
    [
      'one source that updates its own is none',
      [
        ['2030-03-11', { ...killed(20), said: monitor }],
        ['2030-03-12', { ...killed(12), said: monitor }, 'Second Sheet'],
      ],
      0,
    ],
    [
      'children and all are two measures',
      [
        ['2030-03-11', killed(20)],
        ['2030-03-11', { ...killed(5), figure: { ...killed(5).figure!, who: 'children' } }, 'Second Sheet'],
      ],
      0,
    ],
  ] as never)('%s', (_, lines, expected) => {
    expect(find(lines as readonly Line[]).map(d => d.kind)).toEqual(
      Array(Number(expected)).fill('figure-mismatch'),
    );
  });

  test('says both, and closes when one agrees with the other', () => {
    const lines: Line[] = [
      ['2030-03-11', { ...killed(12), said: blue }],
      ['2030-03-11', killed(20), 'Second Sheet'],
      ['2030-03-12', { ...killed(20), said: blue }, 'Third Post'],
    ];
    const [one, ...more] = find(lines);
    expect(more).toEqual([]);
    expect(one!.note).toMatch(
      /^(?:Second Sheet counts 20 people killed in Arvo on 10 March, blue twelve|Blue counts twelve people killed in Arvo on 10 March, Second Sheet 20)\.$/,
    );
    expect(one!.settledBy?.note).toBe('Blue has since given 20, which agrees.');
  });
});

describe('count-mismatch', () => {
  const count = (n: number, more: Partial<NonNullable<Saying['count']>> = {}): Saying => ({
    place: 'iso:ZZ',
    count: { n, set: 'provincial capitals', ordinal: false, ...more },
  });
  const falls = (place: string, day: string): Line => [day, { place, day }];
  const two = [falls(ARVO, '2030-03-08'), falls(BRELL, '2030-03-09')];
  test.each<[string, readonly Line[], readonly string[]]>([
    ['as many as were taken', [...two, ['2030-03-10', count(2), 'Second Sheet']], []],
    ['takings of its own day may be in it or not', [...two, ['2030-03-09', count(1), 'Second Sheet']], []],
    [
      'a stale count',
      [...two, ['2030-03-11', count(1, { outOf: 3 }), 'Second Sheet']],
      [
        'count-mismatch: Second Sheet says one of three provincial capitals on 11 March 2030; two had been reported taken by then.',
      ],
    ],
    [
      'more than the ledger knows of',
      [...two, ['2030-03-11', count(3), 'Second Sheet']],
      [
        'count-mismatch: Second Sheet says three provincial capitals on 11 March 2030; two had been reported taken by then.',
      ],
    ],
    [
      'settled by a later report of what it counted',
      [...two, ['2030-03-11', count(3), 'Second Sheet'], ['2030-03-13', { place: CORDA, day: '2030-03-10' }]],
      [
        'count-mismatch: Second Sheet says three provincial capitals on 11 March 2030; two had been reported taken by then. => What has since been reported agrees with the count.',
      ],
    ],
    [
      'settled by the same source’s later count',
      [...two, ['2030-03-11', count(1), 'Second Sheet'], ['2030-03-12', count(2), 'Second Sheet']],
      [
        'count-mismatch: Second Sheet says one provincial capital on 11 March 2030; two had been reported taken by then. => Second Sheet has since counted two, which agrees.',
      ],
    ],
    [
      'another side’s count is another matter',
      [...two, ['2030-03-11', { ...count(1), side: 'green' }, 'Second Sheet']],
      [
        'count-mismatch: Second Sheet says one provincial capital on 11 March 2030; none had been reported taken by then.',
      ],
    ],
  ])('%s', (_, lines, expected) => {
    expect(find(lines).map(say)).toEqual(expected);
  });

  const third = (n: number): Piece =>
    tell({
      on: '2030-03-10',
      outlet: 'Second Sheet',
      text: 'Red units took Corda on Sunday, one more provincial capital to fall.',
      says: [
        { place: CORDA, day: '2030-03-10', quote: 'Red units took Corda on Sunday' },
        { ...count(n, { ordinal: true }), quote: 'one more provincial capital to fall' },
      ],
    });
  test('“the third” is counted on the day that its place was taken', () => {
    expect(find([...two, third(3)]).map(say)).toEqual([]);
    expect(find([...two, third(4)]).map(say)).toEqual([
      'count-mismatch: Second Sheet calls Corda the fourth of the provincial capitals to fall; three had been reported taken by then.',
    ]);
    expect(find([...two, third(2)])).toHaveLength(1);
  });

  test('told again days later it is still the third', () => {
    const later: Line = [
      '2030-03-20',
      { place: ARVO, event: 'recapture', side: 'blue', day: '2030-03-20' },
      'Third Post',
    ];
    expect(find([...two, third(3), later]).map(say)).toEqual([]);
  });

  test('where the ledger cannot count, reports are held against each other', () => {
    const lines: Line[] = [
      ['2030-03-10', count(7)],
      ['2030-03-12', count(5), 'Second Sheet'],
    ];
    expect(find(lines, []).map(say)).toEqual([
      'count-mismatch: Example Wire counts seven provincial capitals on 10 March 2030, Second Sheet counts five provincial capitals on 12 March 2030.',
    ]);
    const unknown: Line[] = [
      ['2030-03-10', count(7, { set: 'border crossings' })],
      ['2030-03-12', count(5, { set: 'border crossings' }), 'Second Sheet'],
    ];
    expect(find(unknown, []).map(say)).toEqual([
      'count-mismatch: Example Wire counts seven border crossings on 10 March 2030, Second Sheet counts five border crossings on 12 March 2030.',
    ]);
  });
});

describe('carried-over', () => {
  const SIEGE =
    'Fighting goes on in Arvo, where the garrison has dug in behind the river and the market has been shut for days.';
  const NEWS =
    'Officials met in the capital to speak of the harvest, which is late this year in all of the southern valleys.';
  const first = tell({ on: '2030-03-09', text: SIEGE, says: [{ event: 'clash', quote: SIEGE }] });
  const again = tell({
    on: '2030-03-11',
    text: `${NEWS}\n\n${SIEGE}`,
    says: [{ event: 'clash', quote: SIEGE }],
  });
  const fell = pieceOf(['2030-03-10', { day: '2030-03-10' }, 'Second Sheet']);

  test('old text that what has happened since contradicts', () => {
    const [one, ...more] = find([first, fell, again]);
    expect(more).toEqual([]);
    expect(say(one!)).toBe(
      'carried-over: Example Wire repeats on 11 March what it wrote of Arvo on 9 March; red has held it since 10 March.',
    );
    expect(one!.reports).toEqual([first.report.id, again.report.id]);
  });

  test('repeated while it still holds it is none', () => {
    expect(find([first, again])).toEqual([]);
  });

  test('settled when the newsroom writes so itself', () => {
    const own = pieceOf(['2030-03-13', { event: 'hold' }]);
    expect(find([first, fell, again, own])[0]!.settledBy?.note).toBe(
      'Example Wire has since written so itself.',
    );
  });
});

describe('what a reading found inside its report', () => {
  const both = tell({ on: '2030-03-11', says: [taken[1], denied[1]] });
  const inner = {
    ...both,
    reading: {
      ...both.reading,
      discrepancies: [
        { kind: 'denial' as const, claims: [0, 1], note: 'One says that Arvo was taken, blue denies it.' },
      ],
    },
  };
  test('becomes the ledger’s, once', () => {
    expect(find([inner]).map(say)).toEqual(['denial: One says that Arvo was taken, blue denies it.']);
  });

  test('and closes as any other', () => {
    const admits = pieceOf(['2030-03-13', { day: '2030-03-10', said: blue }, 'Third Post']);
    expect(find([inner, admits])[0]!.settledBy?.claims).toEqual([admits.reading.claims[0]!.id]);
  });
});
