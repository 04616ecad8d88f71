import fc from 'fast-check';
import type { Decision, LedgerInput } from '../../model/index.ts';
import { baseline, decide, inputOf, type Piece, type Saying, tell } from './scenario.ts';

/** Made-up places, some of which a set of three counts as its capitals. */
export const PLACES = ['x:zz/-/arvo', 'x:zz/-/brell', 'x:zz/-/corda', 'x:zz/-/dunmar'];
const SIDES = ['red', 'blue', 'green'];
const OUTLETS = ['Example Wire', 'Second Sheet', 'Delta Agency', null];
const EVENTS = [
  'capture',
  'recapture',
  'handover',
  'withdraw',
  'enter',
  'advance',
  'besiege',
  'clash',
  'hold',
  'repel',
];
const SPEAKERS = [
  undefined,
  undefined,
  { name: 'Red command', kind: 'party', side: 'red' },
  { name: 'Blue ministry', kind: 'party', side: 'blue' },
  { name: 'Mira Talvi', kind: 'resident' },
  { name: 'two residents', kind: 'resident' },
  { name: 'the River Observatory', kind: 'monitor' },
] as const;
const PARAGRAPHS = [
  'Fighters drove into the river town before sunrise on Sunday and raised their flag over the customs hall.',
  'Shops along the embankment stayed shut for most of the day while families carried bedding to the hills.',
  'The port handles about a third of the grain that the province ships downstream in a normal year.',
];

const ADDRESSES = ['https://example.org/arvo', 'https://example.org/brell'];

const day = fc.integer({ min: 1, max: 28 }).map(d => `2030-03-${String(d).padStart(2, '0')}`);
const maybe = <T>(arb: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(arb, { nil: undefined, freq: 3 });

const control = fc.record({
  event: fc.constantFrom(...EVENTS),
  place: fc.constantFrom(...PLACES),
  side: fc.constantFrom(...SIDES, ...SIDES, null),
  target: maybe(fc.constantFrom(...SIDES)),
  when: maybe(fc.tuple(day, fc.integer({ min: 0, max: 3 }))),
  denied: fc.integer({ min: 0, max: 9 }).map(n => n === 0),
  modality: fc.constantFrom('actual', 'actual', 'actual', 'actual', 'possible', 'planned', 'past'),
  attributive: fc.boolean(),
  part: fc.constantFrom(undefined, undefined, undefined, 'the eastern half'),
  said: fc.constantFrom(...SPEAKERS),
});

const toSaying = (c: typeof control extends fc.Arbitrary<infer T> ? T : never): Saying => ({
  event: c.event,
  place: c.place,
  side: c.side,
  ...(c.target == null ? {} : { target: c.target }),
  ...(c.when == null ? {} : { day: spanOf(c.when) }),
  denied: c.denied,
  modality: c.modality as NonNullable<Saying['modality']>,
  ...(c.attributive ? { attributive: true } : {}),
  ...(c.part == null ? {} : { part: c.part }),
  ...(c.said == null ? {} : { said: c.said }),
});

const spanOf = ([from, length]: [string, number]): readonly [string, string] => [
  from,
  `2030-03-${String(Math.min(31, Number(from.slice(8)) + length)).padStart(2, '0')}`,
];

const figure = fc
  .record({
    place: fc.constantFrom(...PLACES),
    n: fc.integer({ min: 1, max: 40 }),
    qualifier: fc.constantFrom('exactly', 'about', 'more-than', 'at-least'),
    when: maybe(day),
    said: fc.constantFrom(...SPEAKERS),
  })
  .map(
    (f): Saying => ({
      place: f.place,
      ...(f.when == null ? {} : { day: f.when }),
      ...(f.said == null ? {} : { said: f.said }),
      figure: { term: 'killed', min: f.n, max: f.n, qualifier: f.qualifier as 'exactly', unit: 'people' },
    }),
  );

const count = fc
  .record({
    n: fc.integer({ min: 1, max: 4 }),
    ordinal: fc.boolean(),
    side: fc.constantFrom(...SIDES),
    place: fc.constantFrom('iso:ZZ', ''),
    when: maybe(fc.tuple(day, fc.integer({ min: 0, max: 3 }))),
  })
  .map(
    (c): Saying => ({
      place: c.place,
      side: c.side,
      ...(c.when == null ? {} : { day: spanOf(c.when) }),
      count: { n: c.n, set: 'provincial capitals', ordinal: c.ordinal },
    }),
  );

const saying: fc.Arbitrary<Saying> = fc.oneof(
  { weight: 6, arbitrary: control.map(toSaying) },
  { weight: 1, arbitrary: figure },
  { weight: 1, arbitrary: count },
);

/** A report with claims; some share paragraphs, some give an instant, some only a date. */
export const piece: fc.Arbitrary<Piece> = fc
  .record({
    outlet: fc.constantFrom(...OUTLETS),
    on: day,
    hour: maybe(fc.integer({ min: 0, max: 23 })),
    says: fc.array(saying, { minLength: 1, maxLength: 4 }),
    shared: fc.subarray(PARAGRAPHS),
    own: fc.integer({ min: 0, max: 1_000_000 }),
    version: fc.option(fc.record({ of: fc.constantFrom(...ADDRESSES), n: fc.integer({ min: 1, max: 3 }) }), {
      nil: undefined,
      freq: 4,
    }),
  })
  .map(({ outlet, on, hour, says, shared, own, version }) =>
    tell({
      ...(version == null ? {} : { version, url: version.of }),
      outlet,
      on: hour == null ? on : `${on}T${String(hour).padStart(2, '0')}:00:00Z`,
      text: [...shared, `Dispatch number ${own} of our desk.`].join('\n\n'),
      says,
    }),
  );

/** Reports, each once. */
export const pieces = (maxLength: number): fc.Arbitrary<Piece[]> =>
  fc.uniqueArray(piece, { minLength: 1, maxLength, selector: p => p.report.id });

/** Some decisions on a collection: a baseline, rulings on claims, places and periods, and undoing. */
export const decisionsOn = (all: readonly Piece[]): fc.Arbitrary<Decision[]> => {
  const claims = all.flatMap(p => p.reading.claims);
  const reference = fc.constantFrom(...claims).map(c => ({
    claim: c.id,
    report: c.report,
    in: c.in,
    span: { start: c.quote.start, end: c.quote.end },
    kind: c.kind,
    place: c.places[0]?.id ?? null,
  }));
  const one = fc.oneof(
    fc.tuple(day, reference).map(([on, claim]) => decide(on, { kind: 'reject', claim })),
    fc.tuple(day, reference).map(([on, claim]) => decide(on, { kind: 'accept', claim })),
    fc
      .tuple(day, reference, fc.constantFrom(...PLACES))
      .map(([on, claim, id]) =>
        decide(on, { kind: 'correct', claim, place: { id, name: id, kind: 'city', country: 'ZZ' } }),
      ),
    fc
      .tuple(day, fc.constantFrom(...PLACES), fc.constantFrom(...SIDES), day, fc.boolean())
      .map(([on, place, side, from, open]) =>
        decide(on, { kind: 'rule', place, side, from, to: open ? null : '2030-03-30', status: 'held' }),
      ),
    day.map(on => decide(on, { kind: 'merge-places', from: PLACES[3]!, into: PLACES[0]! })),
  );
  const undoing = fc.option(day);
  return fc.tuple(fc.boolean(), fc.array(one, { maxLength: 3 }), undoing).map(([start, list, undo]) => {
    const rulings = [...new Map(list.map(d => [d.id, d])).values()];
    const first = rulings[0];
    const undone = undo != null && first != null ? [decide(undo, { kind: 'undo', decision: first.id })] : [];
    const before = start ? [baseline('2030-01-01', Object.fromEntries(PLACES.map(p => [p, 'blue'])))] : [];
    return [...before, ...rulings, ...undone];
  });
};

/** A whole input. */
export const input = (maxLength: number): fc.Arbitrary<LedgerInput> =>
  pieces(maxLength).chain(all => decisionsOn(all).map(decisions => inputOf(all, decisions)));
