import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ControlPeriod, LedgerInput } from '../model/index.ts';
import { discrepanciesAsKnown } from './compare/as-known.ts';
import { input, PLACES } from './testing/arbitrary.ts';
import { setOf } from './testing/sets.ts';
import { weigh } from './weigh.ts';

const sets = setOf(PLACES.slice(0, 3));
const options = { sets };

/** The same input in another order, everything in it too. */
const shuffled = (from: LedgerInput): fc.Arbitrary<LedgerInput> => {
  const shuffle = <T>(list: readonly T[]): fc.Arbitrary<T[]> =>
    fc.shuffledSubarray([...list], { minLength: list.length });
  return fc.record({
    reports: shuffle(from.reports),
    readings: shuffle(from.readings),
    decisions: shuffle(from.decisions),
  });
};

describe('law 1: the ledger is a pure function', () => {
  test('the order of arrival does not matter, to the byte', () => {
    const both = input(12).chain(one => fc.tuple(fc.constant(one), shuffled(one)));
    fc.assert(
      fc.property(both, ([one, other]) => {
        expect(JSON.stringify(weigh(other, options))).toBe(JSON.stringify(weigh(one, options)));
      }),
      { numRuns: 60 },
    );
  });

  test('filing the same twice changes nothing', () => {
    fc.assert(
      fc.property(input(6), one => {
        const twice = {
          reports: [...one.reports, ...one.reports],
          readings: [...one.readings, ...one.readings],
          decisions: [...one.decisions, ...one.decisions],
        };
        expect(JSON.stringify(weigh(twice, options))).toBe(JSON.stringify(weigh(one, options)));
      }),
      { numRuns: 20 },
    );
  });
});

describe('law 2: what was known at an instant is a query', () => {
  /** The periods as believed at an instant, without what came to be known of them later. */
  const believed = (periods: readonly ControlPeriod[], at: string): unknown[] =>
    periods
      .filter(p => p.knownFrom <= at && (p.knownTo == null || p.knownTo > at))
      .map(({ knownTo: _, ...rest }) => rest);

  test('the record as known then is the record of what was known then', () => {
    const at = fc
      .integer({ min: 1, max: 28 })
      .map(d => `2030-03-${String(d).padStart(2, '0')}T23:59:59.999Z`);
    fc.assert(
      fc.property(input(12), at, (one, instant) => {
        const whole = weigh(one, options);
        const then = weigh(one, { ...options, knownAt: instant });
        expect(believed(whole.periods, instant)).toEqual(believed(then.periods, instant));
        expect(discrepanciesAsKnown(whole.discrepancies, instant)).toEqual(then.discrepancies);
      }),
      { numRuns: 100 },
    );
  });
});

test('no two periods of a place overlap in valid and known time, and neither range is empty', () => {
  fc.assert(
    fc.property(input(14), one => {
      const { periods } = weigh(one, options);
      for (const p of periods) {
        expect(p.validTo == null || p.validFrom < p.validTo).toBe(true);
        expect(p.knownTo == null || p.knownFrom < p.knownTo).toBe(true);
      }
      expect(overlapping(periods)).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

function overlapping(periods: readonly ControlPeriod[]): [ControlPeriod, ControlPeriod][] {
  const meets = (a: ControlPeriod, b: ControlPeriod): boolean =>
    a.place === b.place &&
    (a.validTo == null || b.validFrom < a.validTo) &&
    (b.validTo == null || a.validFrom < b.validTo) &&
    (a.knownTo == null || b.knownFrom < a.knownTo) &&
    (b.knownTo == null || a.knownFrom < b.knownTo);
  return periods.flatMap((a, i) =>
    periods.slice(i + 1).flatMap(b => (meets(a, b) ? [[a, b] as [ControlPeriod, ControlPeriod]] : [])),
  );
}
