import { describe, expect, test } from 'vitest';
import { loadActors } from '../../actors/index.ts';
import { loadGazetteer } from '../../gazetteer/index.ts';
import { addDays, type Decision, type Discrepancy } from '../../model/index.ts';
import { gazetteerSets } from '../sets/gazetteer-sets.ts';
import { baseline, inputOf, type Piece, type Saying, tell } from '../testing/scenario.ts';
import { weigh } from '../weigh.ts';

// Counts that name no place of their own, against the capitals of a country that the gazetteer knows.

const sets = gazetteerSets(loadGazetteer(), side => loadActors().homeOf(side));
const CAPITALS = sets.byKey('AF/capitals')!.members;
const START = '2030-03-01';
const day = (n: number): string => addDays(START, n);
const start = baseline('2030-01-01', Object.fromEntries(CAPITALS.map(c => [c, 'afghanistan'])));

/** One capital a day falls, from the second of March on, each told on its day. */
const falls = (n: number, side = 'taliban'): Piece[] =>
  CAPITALS.slice(0, n).map((place, i) =>
    tell({ on: day(i + 1), says: [{ place, day: day(i + 1), side }], outlet: 'Example Wire' }),
  );

interface CountTold {
  readonly on: number;
  readonly n: number;
  readonly text: string;
  readonly side?: string | null;
  readonly outOf?: number;
  readonly ordinal?: boolean;
  readonly day?: Saying['day'];
  readonly outlet?: string;
  readonly set?: string;
}

/** A report of nothing but a count without a place. */
const count = ({ on, n, text, side = 'taliban', outOf, ordinal = false, ...more }: CountTold): Piece =>
  tell({
    ...{ on: day(on), outlet: more.outlet ?? 'Second Sheet', text },
    says: [
      {
        ...{ place: '', side, quote: text },
        ...(more.day == null ? {} : { day: more.day }),
        count: { n, set: more.set ?? 'provincial capitals', ordinal, ...(outOf == null ? {} : { outOf }) },
      },
    ],
  });

const find = (pieces: readonly Piece[], decisions: readonly Decision[] = [start]): Discrepancy[] => [
  ...weigh(inputOf(pieces, decisions), { sets }).discrepancies,
];
const say = (d: Discrepancy): string =>
  `${d.kind}: ${d.note}${d.settledBy == null ? '' : ` => ${d.settledBy.note}`}`;

const STALE = (n: string): string =>
  `count-mismatch: Second Sheet says ${n} provincial capitals on 9 March 2030; seven had been reported taken by then.`;

describe('a count without a place of its own', () => {
  test.each<[string, CountTold, readonly string[]]>([
    [
      'its country stands before what is counted',
      {
        on: 8,
        n: 5,
        outOf: 34,
        side: 'red',
        text: "They have taken five of Afghanistan's 34 provincial capitals.",
      },
      [
        'count-mismatch: Second Sheet says five of 34 provincial capitals on 9 March 2030; none had been reported taken by then.',
      ],
    ],
    [
      'its side tells the country',
      { on: 8, n: 5, text: 'The group has taken five provincial capitals in all.' },
      [STALE('five')],
    ],
    [
      'an adjective tells the country, though troops of another are named',
      {
        on: 8,
        n: 9,
        side: 'taliban',
        text: 'Without American troops, nine Afghan provincial capitals have fallen.',
      },
      [STALE('nine')],
    ],
    ['as many as were taken', { on: 8, n: 7, text: 'The group has taken seven provincial capitals.' }, []],
    [
      'the day before’s number on the day of a fall',
      { on: 7, n: 6, text: 'Six provincial capitals are gone.' },
      [],
    ],
    [
      'the eighth to fall where seven were told',
      { on: 8, n: 8, ordinal: true, text: 'An eighth provincial capital has fallen.' },
      [
        'count-mismatch: Second Sheet speaks of the eighth of the provincial capitals to fall on 9 March 2030; seven had been reported taken by then.',
      ],
    ],
    [
      'the seventh to fall',
      { on: 8, n: 7, ordinal: true, text: 'It was the seventh provincial capital.' },
      [],
    ],
    [
      'how many fell in the days that it names',
      { on: 8, n: 2, day: [day(6), day(7)], text: 'Two provincial capitals fell over the weekend.' },
      [],
    ],
    [
      'more than fell in the days that it names',
      { on: 8, n: 5, day: [day(6), day(7)], text: 'Five provincial capitals fell over the weekend.' },
      [STALE('five').replace('9 March', '8 March')],
    ],
    [
      'a whole of another number is another set',
      { on: 8, n: 5, outOf: 26, text: 'The group has taken five of 26 provincial capitals.' },
      [],
    ],
    [
      'another country’s capitals',
      {
        on: 8,
        n: 2,
        side: 'rsf',
        text: "The militia holds two of Sudan's 18 state capitals.",
        set: 'state capitals',
      },
      [],
    ],
    [
      'the other side’s share agrees',
      {
        on: 8,
        n: 27,
        side: 'afghanistan',
        text: 'The government still holds 27 provincial capitals of Afghanistan.',
      },
      [],
    ],
    [
      'the other side’s share does not',
      {
        on: 8,
        n: 31,
        outOf: 34,
        side: 'afghanistan',
        text: "The government still holds 31 of Afghanistan's 34 provincial capitals.",
      },
      [
        'count-mismatch: Second Sheet says 31 of 34 provincial capitals on 9 March 2030; the record has 27 in its hands then.',
      ],
    ],
  ])('%s', (_, told, expected) => {
    expect(find([...falls(7), count(told)]).map(say)).toEqual(expected);
  });

  test('it closes once the missing fall is told', () => {
    const eighth = count({ on: 8, n: 8, ordinal: true, text: 'An eighth provincial capital has fallen.' });
    const late = tell({ on: day(10), says: [{ place: CAPITALS[7]!, day: day(8), side: 'taliban' }] });
    const [found, ...others] = find([...falls(7), eighth, late]);
    expect(others).toEqual([]);
    expect(found?.settledBy?.note).toBe('What has since been reported agrees with the count.');
  });

  test('without a baseline it is counted where the ledger follows the campaign, and not where it knows little of it', () => {
    const five = count({ on: 8, n: 5, text: 'The group has taken five provincial capitals in all.' });
    const ninth = count({ on: 8, n: 9, ordinal: true, text: 'A ninth provincial capital has fallen.' });
    expect(find([...falls(7), five], []).map(say)).toEqual([STALE('five')]);
    expect(find([...falls(7), ninth], [])).toHaveLength(1);
    expect(find([...falls(2), ninth], [])).toEqual([]);
    expect(find([...falls(4), ninth], [])).toEqual([]);
  });

  test('a report that names its country only elsewhere', () => {
    const text = 'KABUL, Afghanistan. The rebels have taken five provincial capitals.';
    const told = tell({
      ...{ on: day(8), outlet: 'Second Sheet', text },
      says: [
        {
          ...{ place: '', side: 'x:zz/rebels', quote: 'The rebels have taken five provincial capitals' },
          count: { n: 5, set: 'provincial capitals', ordinal: false },
        },
      ],
    });
    expect(find([...falls(7, 'x:zz/rebels'), told]).map(say)).toEqual([STALE('five')]);
  });
});
