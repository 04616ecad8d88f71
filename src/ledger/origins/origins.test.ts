import { describe, expect, test } from 'vitest';
import { ARVO, inputOf, type Piece, tell } from '../testing/scenario.ts';
import { weigh } from '../weigh.ts';
import { isGenericSource } from './source-key.ts';

const LEAD =
  'Red command fighters drove into the river town of Arvo before sunrise on Sunday and raised their flag over the customs hall, after the last garrison trucks had left by the southern bridge.';
const SECOND =
  'Shops along the embankment stayed shut for most of the day while families carried bedding and water cans towards the hills above the town, where tents had been put up.';
const THIRD =
  'The port handles about a third of the grain that the province ships downstream, and traders in the capital said that prices had begun to climb within hours of the news.';
const QUOTE =
  '“We woke up and there were new people at the gate, and nobody in the whole street dared to ask them who they were,” a resident said.';

const capture = { event: 'capture', quote: LEAD } as const;
const originsOf = (pieces: readonly Piece[]): string[] => [
  ...new Set(weigh(inputOf(pieces)).claims.map(c => c.origin)),
];
const copiesOf = (pieces: readonly Piece[]): (string | null)[] => {
  const record = weigh(inputOf(pieces));
  return pieces.map(p => record.origins.find(o => o.report === p.report.id)!.copyOf);
};
const wire = tell({
  outlet: 'Delta Agency',
  on: '2030-03-10',
  text: [LEAD, SECOND, THIRD].join('\n\n'),
  says: [capture],
});

describe('one story in many newsrooms is one origin', () => {
  const variants: [string, string, string][] = [
    ['word for word', [LEAD, SECOND, THIRD].join('\n\n'), LEAD],
    [
      'with a new head and a paragraph added',
      [
        'Arvo changes hands',
        LEAD,
        SECOND,
        THIRD,
        'Our reporters will follow the story through the week.',
      ].join('\n\n'),
      LEAD,
    ],
    ['cut', [LEAD, SECOND].join('\n\n'), LEAD],
    [
      'lightly edited',
      [
        LEAD.replace('before sunrise', 'before dawn'),
        SECOND.replace('most of the day', 'much of the day'),
        THIRD,
      ].join('\n\n'),
      LEAD.replace('before sunrise', 'before dawn'),
    ],
  ];
  test.each(variants)('%s', (_, text, quote) => {
    const copy = tell({
      outlet: 'Hill Courier',
      on: '2030-03-11',
      text,
      says: [{ event: 'capture', quote }],
    });
    expect(originsOf([wire, copy])).toEqual(['outlet:delta agency']);
    expect(copiesOf([wire, copy])).toEqual([null, wire.report.id]);
    expect(weigh(inputOf([wire, copy])).periods.at(-1)).toMatchObject({ origins: 1, basis: 'reported' });
  });

  test.each([
    [
      'a tense and prepositions changed',
      'The militia captured the town of Arvo on Sunday after two days of fighting, a member of the council said.',
      'The militia have captured the town of Arvo on Sunday following two days of fighting, according to a member of the council.',
      1,
    ],
    [
      'the same form of words about another town and day',
      'The militia captured the town of Arvo on Sunday after two days of fighting, a member of the council said.',
      'The militia captured the town of Brell on Friday after nine days of shelling, a member of the council said.',
      2,
    ],
    [
      'one denies what the other says',
      'The Hill Front has captured the town of Arvo in the north.',
      'The army denied that the Hill Front has captured the town of Arvo in the north.',
      2,
    ],
    [
      'one form of words about two towns',
      'On Sunday the militia took the town of Arvo without a fight, the ministry of defence said in a statement.',
      'On Sunday the militia took the town of Brell without a fight, the ministry of defence said in a statement.',
      2,
    ],
    [
      'each names its own newsroom',
      'On Sunday the militia took the town of Arvo without a fight, a member of the council told Delta Agency.',
      'On Sunday the militia took the town of Arvo without a fight, a member of the council told Hill Courier.',
      1,
    ],
    [
      'a word that turns the sense is no light edit of a short text',
      'The militia captured Arvo on Sunday, local officials said.',
      'The militia never attacked Arvo on Sunday, traders there said.',
      2,
    ],
  ])('short texts: %s', (_, one, two, n) => {
    const pieces = [one, two].map((text, i) =>
      tell({
        outlet: i === 0 ? 'Delta Agency' : 'Hill Courier',
        on: `2030-03-1${i}`,
        text,
        says: [{ event: 'capture', quote: text }],
      }),
    );
    expect(originsOf(pieces)).toHaveLength(n);
  });

  test('five outlets, one wire story', () => {
    const copies = ['A Post', 'B Post', 'C Post', 'D Post'].map(outlet =>
      tell({ outlet, on: '2030-03-11', text: wire.report.text, says: [capture] }),
    );
    expect(originsOf([...copies, wire])).toEqual(['outlet:delta agency']);
  });

  test('on the same day, the one that the other credits came first', () => {
    const copy = tell({
      outlet: 'Hill Courier',
      on: '2030-03-10',
      text: `${wire.report.text}\n\nDelta Agency`,
      says: [capture],
    });
    expect(copiesOf([wire, copy])).toEqual([null, wire.report.id]);
  });

  test('more than 14 days apart they are two', () => {
    const late = tell({ outlet: 'Hill Courier', on: '2030-04-10', text: wire.report.text, says: [capture] });
    expect(originsOf([wire, late]).length).toBe(2);
  });
});

test('a quotation shared by two stories is one origin for its claim only', () => {
  const a = tell({
    outlet: 'Delta Agency',
    on: '2030-03-10',
    text: [LEAD, QUOTE].join('\n\n'),
    says: [
      capture,
      { event: 'enter', quote: 'new people at the gate', said: { name: 'a resident', kind: 'resident' } },
    ],
  });
  const other =
    'Nobody stopped the column that rolled over the bridge at first light, and by noon the town hall had a new guard.';
  const b = tell({
    outlet: 'Hill Courier',
    on: '2030-03-11',
    text: [other, `In the lower town the mood was bleak. ${QUOTE} The market did not open.`].join('\n\n'),
    says: [
      { event: 'capture', quote: other },
      { event: 'enter', quote: 'new people at the gate', said: { name: 'a resident', kind: 'resident' } },
    ],
  });
  const claims = weigh(inputOf([a, b])).claims;
  const origins = (event: string): Set<string> =>
    new Set(claims.filter(c => c.claim.event === event).map(c => c.origin));
  expect(origins('capture').size).toBe(2);
  expect(origins('enter').size).toBe(1);
  expect(copiesOf([a, b])).toEqual([null, null]);
});

test('a paragraph that the newsroom ran before holds as of then, and never reopens what has changed since', () => {
  const background =
    'Arvo is under the red command, which seized the river town and its grain port in a night raid on Sunday.';
  const first = tell({
    on: '2030-03-10',
    text: [background, SECOND].join('\n\n'),
    says: [{ event: 'capture', day: '2030-03-10', quote: background }],
  });
  const retaken = tell({
    outlet: 'Hill Courier',
    on: '2030-03-14',
    says: [{ event: 'recapture', side: 'blue', day: '2030-03-14' }],
  });
  const again = tell({
    on: '2030-03-18',
    text: [THIRD, background].join('\n\n'),
    says: [{ event: 'capture', day: '2030-03-17', quote: background }],
  });
  const record = weigh(inputOf([first, retaken, again]));
  expect(record.claims.find(c => c.claim.report === again.report.id)!.carriedFrom).toBe(first.report.id);
  const now = record.periods.filter(p => p.knownTo == null && p.place === ARVO);
  expect(now.map(p => `${p.validFrom} ${p.holder?.side}`)).toEqual(['2030-03-10 red', '2030-03-14 blue']);
});

test('a later version withdraws what it no longer says, from its own known time on', () => {
  const url = 'https://example.org/arvo';
  const first = tell({ on: '2030-03-10T08:00:00Z', url, text: `${LEAD}\n\n${SECOND}`, says: [capture] });
  const second = tell({
    on: '2030-03-10T12:00:00Z',
    url,
    version: { of: first.report.id, n: 2 },
    text: SECOND,
    says: [],
  });
  const record = weigh(inputOf([second, first]));
  expect(record.periods).toHaveLength(1);
  expect(record.periods[0]).toMatchObject({
    knownFrom: '2030-03-10T08:00:00.000Z',
    knownTo: '2030-03-10T12:00:00.000Z',
  });
});

test.each<[string, string, boolean]>([
  ['local sources', 'unnamed', true],
  ['Local sources in the north of Arvo', 'unnamed', true],
  ['a doctor at Arvo hospital', 'medical', true],
  ['Mira Talvi', 'resident', false],
  ['officials in Arvo', 'local-official', true],
  ['Arvo council member Mira Talvi', 'local-official', false],
  ['the Red Cross', 'ngo', false],
  ['interior ministry', 'official', false],
  ['', 'unnamed', true],
])('is "%s" (%s) nobody in particular? %s', (name, kind, expected) => {
  expect(isGenericSource(name, kind)).toBe(expected);
});
