import type { ControlPeriod, Discrepancy, FigureSeries, LedgerEvent } from '../model/index.ts';
import { findCarriedOver } from './compare/carried-over.ts';
import { findDateConflicts } from './compare/date-conflicts.ts';
import { findDenials } from './compare/denials.ts';
import { findFigureMismatches } from './compare/figure-mismatches.ts';
import { finish } from './compare/found.ts';
import { findInner } from './compare/inner.ts';
import { makeCase, type Names } from './compare/place-case.ts';
import { findStatusConflicts } from './compare/status-conflicts.ts';
import type { LedgerRulings } from './decisions/rulings.ts';
import { makeEvents } from './events/make-events.ts';
import { toStatements } from './facts/control-facts.ts';
import type { ControlFact, EventFact, Fact, FigureFact, InnerFact } from './facts/fact.ts';
import { makeSeries } from './figures/series.ts';
import { comparePeriods, foldPlace } from './fold/fold-place.ts';
import type { NameOfSide } from './fold/to-period.ts';
import { saySide } from './words/say-side.ts';

/** Names for people. Left out: a side's own id, a place as the report writes it. */
export interface Naming {
  readonly nameOfSide?: NameOfSide | undefined;
  readonly nameOfPlace?: ((id: string) => string | null) | undefined;
}

/** What is weighed of one place, or of what belongs to none. */
export interface PlaceRecord {
  readonly periods: readonly ControlPeriod[];
  readonly events: readonly LedgerEvent[];
  readonly figures: readonly FigureSeries[];
  readonly discrepancies: readonly Discrepancy[];
}

export const namesOf = ({ nameOfSide, nameOfPlace }: Naming): Names => ({
  side: side => saySide(nameOfSide?.(side) ?? side),
  place: (id, written) => nameOfPlace?.(id) ?? written,
});

/**
 * All that the ledger says of one place: its control periods, events, figures and discrepancies. It hangs on the facts in
 * the place's bucket and on rulings alone, so that filing a report touches the places of its facts and no other. The order
 * of the facts does not matter.
 */
export function weighPlace(
  place: string,
  facts: readonly Fact[],
  rulings: LedgerRulings,
  naming: Naming = {},
): PlaceRecord {
  const controls = facts.filter((f): f is ControlFact => f.kind === 'control');
  const statements = controls.flatMap(toStatements);
  const periods = foldPlace(place, statements, rulings.ruled.get(place) ?? [], naming.nameOfSide).sort(
    comparePeriods,
  );
  const one = makeCase(place, facts, periods, namesOf(naming), rulings.ruled.get(place));
  const found = [
    ...findInner(one.inner, one),
    ...findDenials(one),
    ...findStatusConflicts(one),
    ...findDateConflicts(one),
    ...findCarriedOver(one),
    ...findFigureMismatches(one.figures, claimSets(one.inner), one.names),
  ];
  return {
    periods,
    events: makeEvents(
      [...controls, ...facts.filter((f): f is EventFact => f.kind === 'event')],
      rulings.events,
    ),
    figures: makeSeries(facts.filter((f): f is FigureFact => f.kind === 'figure')),
    discrepancies: finish(found, rulings.settled),
  };
}

const claimSets = (inner: readonly InnerFact[]): ReadonlySet<string>[] => inner.map(f => new Set(f.claims));
