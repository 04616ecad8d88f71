import type { ControlPeriod, Instant } from '../../model/index.ts';
import type { LedgerRulings } from '../decisions/rulings.ts';
import type { Fact } from '../facts/fact.ts';
import { findCarriedOver, settleRepeated } from './carried-over.ts';
import { findDateConflicts, settleDates } from './date-conflicts.ts';
import { DENIAL, findDenials } from './denials.ts';
import { type FigureCase, findFigureMismatches, makeFigureCase, settleFigures } from './figure-mismatches.ts';
import { type Found, finish, type Kept, type Settled, type Trail } from './found.ts';
import { findInner, INNER } from './inner.ts';
import { makeCase, type Names, type PlaceCase } from './place-case.ts';
import { findHoldsAgainst, findTakenTwice, HOLD, TAKINGS } from './status-conflicts.ts';

/** What the discrepancies of a place are found from. */
export interface Comparison {
  readonly place: string;
  readonly facts: readonly Fact[];
  readonly periods: readonly ControlPeriod[];
  readonly rulings: LedgerRulings;
  readonly names: Names;
  /** Discrepancies known before this instant are `earlier`; left out: all are to be found. */
  readonly from?: Instant | undefined;
  readonly earlier?: readonly Kept[] | undefined;
}

/**
 * The discrepancies of one place: those that came to be known from an instant on, and whether what is new settles earlier
 * ones. What a discrepancy stands on is fixed when it is found, so that only its settlement can change.
 */
export function comparePlace(given: Comparison): Kept[] {
  const { place, facts, periods, rulings, names, from = '', earlier = [] } = given;
  const one = makeCase(place, facts, periods, names, rulings.ruled.get(place), from);
  const inner = one.inner.map(f => new Set(f.claims));
  const figures = makeFigureCase(one.figures, { inner, names, from });
  const known = earlier.map(({ discrepancy, trail }) => {
    const { id, settledBy, ...found } = discrepancy;
    const open: Found = { ...found, settled: settledBy, trail: trail! };
    const isOver = settledBy != null && settledBy.known < from;
    return {
      id,
      found: isOver ? open : { ...open, settled: settle({ ...open, settled: null }, one, figures) },
    };
  });
  const by = (kind: Trail['by']): Found[] => known.map(k => k.found).filter(f => f.trail!.by === kind);
  const found = [
    ...findInner(one.inner, one),
    ...findDenials(one, by('denial')),
    ...findHoldsAgainst(one, by('hold')),
    ...findTakenTwice(one, by('takings')),
    ...findDateConflicts(one),
    ...findCarriedOver(one, by('repeated')),
    ...findFigureMismatches(figures, by('figures')),
  ];
  return finish(found, rulings.settled, known);
}

/** Whether later words settle what was found before. */
function settle(found: Found, one: PlaceCase, figures: FigureCase): Settled | null {
  const since = found.undone?.at(-1)?.until ?? found.knownSince;
  switch (found.trail!.by) {
    case 'inner':
      return INNER.settle(found, one, since);
    case 'denial':
      return DENIAL.settle(found, one, since);
    case 'hold':
      return HOLD.settle(found, one, since);
    case 'takings':
      return TAKINGS.settle(found, one, since);
    case 'dates':
      return settleDates(found, one);
    case 'repeated':
      return settleRepeated(found, one);
    case 'figures':
      return settleFigures(found, figures);
  }
}
