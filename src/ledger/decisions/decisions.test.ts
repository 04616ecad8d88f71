import { describe, expect, test } from 'vitest';
import type { Claim, ClaimReference, Decision, LedgerRecord, Ruling } from '../../model/index.ts';
import { discrepanciesAsKnown } from '../compare/as-known.ts';
import { rowsOf } from '../testing/rows.ts';
import { ARVO, baseline, decide, inputOf, tell } from '../testing/scenario.ts';
import { weigh } from '../weigh.ts';

const BRELL = 'x:zz/-/brell';
const start = baseline('2030-01-01', { [ARVO]: 'blue' });
const taken = tell({ on: '2030-03-10', says: [{ event: 'capture', day: '2030-03-10' }] });
const told = taken.reading.claims[0]!;

const referTo = (claim: Claim): ClaimReference => ({
  claim: claim.id,
  report: claim.report,
  in: claim.in,
  span: claim.quote,
  kind: claim.kind,
  place: claim.places[0]?.id ?? null,
});
const on = (ruling: Ruling, day = '2030-03-12'): Decision => decide(day, ruling);
const withRulings = (...decisions: readonly Decision[]): LedgerRecord =>
  weigh(inputOf([taken], [start, ...decisions]));

describe('what an analyst ruled', () => {
  test.each<[string, Ruling, readonly string[]]>([
    [
      'a claim rejected counts no longer',
      { kind: 'reject', claim: referTo(told) },
      ['2030-01-01– blue held assumed'],
    ],
    [
      'a claim accepted is decided',
      { kind: 'accept', claim: referTo(told) },
      ['2030-01-01–2030-03-10 blue held assumed', '2030-03-10– red held decided'],
    ],
    [
      'its day corrected',
      {
        kind: 'correct',
        claim: referTo(told),
        time: { from: '2030-03-08', to: '2030-03-08', precision: 'day' },
      },
      ['2030-01-01–2030-03-08 blue held assumed', '2030-03-08– red held reported'],
    ],
    [
      'its place corrected',
      { kind: 'correct', claim: referTo(told), place: { id: BRELL, name: 'Brell', kind: 'town' } },
      ['2030-01-01– blue held assumed'],
    ],
    [
      'a period ruled, until a day: then what the words say holds again',
      { kind: 'rule', place: ARVO, side: 'green', from: '2030-03-05', to: '2030-03-20', status: 'held' },
      [
        '2030-01-01–2030-03-05 blue held assumed',
        '2030-03-05–2030-03-20 green held decided',
        '2030-03-20– red held reported',
      ],
    ],
    [
      'a period ruled, open: what is dated up to the ruling moves nothing',
      { kind: 'rule', place: ARVO, side: 'blue', from: '2030-03-09', to: null, status: 'held' },
      ['2030-01-01–2030-03-09 blue held assumed', '2030-03-09– blue held decided'],
    ],
  ])('%s', (_, ruling, expected) => {
    expect(rowsOf(withRulings(on(ruling)), ARVO)).toEqual(expected);
  });

  test('it counts from when it was taken', () => {
    const record = withRulings(on({ kind: 'reject', claim: referTo(told) }));
    const believed = record.periods.filter(p => p.holder?.side === 'red');
    expect(believed.map(p => [p.knownFrom, p.knownTo])).toEqual([
      ['2030-03-10T23:59:59.999Z', '2030-03-12T23:59:59.999Z'],
    ]);
  });

  test('undoing is another decision, and undoing that one brings it back', () => {
    const reject = on({ kind: 'reject', claim: referTo(told) });
    const undo = on({ kind: 'undo', decision: reject.id }, '2030-03-13');
    const redo = on({ kind: 'undo', decision: undo.id }, '2030-03-14');
    const holder = (record: LedgerRecord): string | undefined =>
      record.periods.filter(p => p.knownTo == null && p.place === ARVO).at(-1)?.holder?.side;
    expect(holder(withRulings(reject, undo))).toBe('red');
    expect(holder(withRulings(reject, undo, redo))).toBe('blue');
    // Whatever their ids, an undo of the same instant comes after what it names.
    for (const why of ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight'])
      expect(holder(withRulings(reject, decide(reject.at, { kind: 'undo', decision: reject.id }, why)))).toBe(
        'red',
      );
  });

  test('a merged place is its target from the ruling on', () => {
    const elsewhere = tell({
      on: '2030-03-11',
      says: [{ event: 'recapture', side: 'blue', place: BRELL, day: '2030-03-11' }],
    });
    const merge = on({ kind: 'merge-places', from: BRELL, into: ARVO });
    const record = weigh(inputOf([taken, elsewhere], [merge]));
    expect(rowsOf(record, ARVO)).toEqual([
      '2030-03-10–2030-03-11 red held reported',
      '2030-03-11– blue held reported',
    ]);
    expect(rowsOf(record, BRELL)).toEqual([]);
    expect(
      rowsOf(weigh(inputOf([taken, elsewhere], [merge]), { knownAt: '2030-03-11T23:59:59.999Z' }), BRELL),
    ).toHaveLength(1);
  });
});

describe('after a new reading', () => {
  const reject = on({ kind: 'reject', claim: { ...referTo(told), claim: 'c0000000000000000' } });
  test('a decision re-attaches to the claim of the same report, kind and place with the most overlapping quote', () => {
    expect(rowsOf(withRulings(reject), ARVO)).toEqual(['2030-01-01– blue held assumed']);
    expect(withRulings(reject).orphans).toEqual([]);
  });

  test('where there is none it is listed, never dropped', () => {
    const lost = on({ kind: 'reject', claim: { ...referTo(told), claim: 'c0', place: BRELL } });
    expect(withRulings(lost).orphans).toEqual([lost.id]);
    expect(rowsOf(withRulings(lost), ARVO)).toHaveLength(2);
  });
});

test('events are merged and split as ruled', () => {
  const again = tell({
    on: '2030-03-30',
    outlet: 'Second Sheet',
    says: [{ event: 'capture', day: '2030-03-30' }],
  });
  const other = again.reading.claims[0]!;
  const both = [referTo(told), referTo(other)];
  const eventsOf = (...decisions: readonly Decision[]): number[] =>
    weigh(inputOf([taken, again], decisions)).events.map(e => e.claims.length);
  expect(eventsOf()).toEqual([1, 1]);
  expect(eventsOf(on({ kind: 'merge-events', claims: both }))).toEqual([2]);
  const near = tell({
    on: '2030-03-11',
    outlet: 'Second Sheet',
    says: [{ event: 'capture', day: '2030-03-11' }],
  });
  const split = on({ kind: 'split-events', claims: [referTo(near.reading.claims[0]!)] });
  expect(weigh(inputOf([taken, near])).events.map(e => e.claims.length)).toEqual([2]);
  expect(weigh(inputOf([taken, near], [split])).events.map(e => e.claims.length)).toEqual([1, 1]);
});

const denied = tell({
  outlet: 'Second Sheet',
  on: '2030-03-11',
  says: [
    {
      event: 'capture',
      denied: true,
      day: '2030-03-10',
      said: { name: 'Blue ministry', kind: 'party', side: 'blue' },
    },
  ],
});

test('a discrepancy that an analyst settled, and the settling undone, was settled on the days between', () => {
  const found = weigh(inputOf([taken, denied], [start])).discrepancies[0]!;
  const settled = on({ kind: 'settle', discrepancy: found.id }, '2030-03-12');
  const undone = on({ kind: 'undo', decision: settled.id }, '2030-03-15');
  const input = inputOf([taken, denied], [start, settled, undone]);
  const all = weigh(input).discrepancies;
  expect(all[0]!.settledBy).toBe(null);
  const at = (day: string) => discrepanciesAsKnown(all, `${day}T23:59:59.999Z`)[0]!.settledBy?.decision;
  expect(['2030-03-11', '2030-03-13', '2030-03-16'].map(at)).toEqual([undefined, settled.id, undefined]);
  for (const knownAt of ['2030-03-11', '2030-03-13', '2030-03-16'].map(d => `${d}T23:59:59.999Z`))
    expect(discrepanciesAsKnown(all, knownAt)).toEqual(weigh(input, { knownAt }).discrepancies);
});

test('a ruling on a place that settles a discrepancy is one decision, and one undo takes both back', () => {
  const found = weigh(inputOf([taken, denied], [start])).discrepancies[0]!;
  const ruled = on(
    {
      kind: 'rule',
      place: 'x:zz/-/corda',
      side: 'blue',
      from: '2030-03-10',
      to: null,
      status: 'held',
      settles: found.id,
    },
    '2030-03-12',
  );
  const after = weigh(inputOf([taken, denied], [start, ruled]));
  expect(after.discrepancies[0]!.settledBy?.decision).toBe(ruled.id);
  expect(after.periods.some(p => p.basis === 'decided')).toBe(true);
  const undone = weigh(
    inputOf([taken, denied], [start, ruled, on({ kind: 'undo', decision: ruled.id }, '2030-03-15')]),
  );
  expect(undone.discrepancies[0]!.settledBy).toBe(null);
  expect(undone.periods.some(p => p.basis === 'decided' && p.knownTo == null)).toBe(false);
});

test('a discrepancy about the very place that a ruling settled is open again when the ruling is undone', () => {
  const found = weigh(inputOf([taken, denied], [start])).discrepancies[0]!;
  const ruled = on(
    {
      kind: 'rule',
      place: ARVO,
      side: 'blue',
      from: '2030-03-10',
      to: null,
      status: 'held',
      settles: found.id,
    },
    '2030-03-12',
  );
  const undo = on({ kind: 'undo', decision: ruled.id }, '2030-03-15');
  const input = inputOf([taken, denied], [start, ruled, undo]);
  const all = weigh(input).discrepancies;
  const days = ['2030-03-11', '2030-03-13', '2030-03-16'].map(d => `${d}T23:59:59.999Z`);
  const asKnown = days.map(knownAt => discrepanciesAsKnown(all, knownAt));
  expect(all.map(d => [d.id, d.settledBy])).toEqual([[found.id, null]]);
  expect(asKnown.map(([d]) => d!.settledBy?.decision)).toEqual([undefined, ruled.id, undefined]);
  expect(asKnown).toEqual(days.map(knownAt => weigh(input, { knownAt }).discrepancies));
});
