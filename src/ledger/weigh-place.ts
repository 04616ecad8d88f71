import type { CalendarDate, ControlPeriod, Discrepancy, FigureSeries, LedgerEvent } from '../model/index.ts';
import { comparePlace } from './compare/compare-place.ts';
import type { Kept } from './compare/found.ts';
import type { Names } from './compare/place-case.ts';
import type { LedgerRulings } from './decisions/rulings.ts';
import { type KeptEvent, keepEvents } from './events/make-events.ts';
import { toStatements } from './facts/control-facts.ts';
import type { ControlFact, EventFact, Fact, FigureFact } from './facts/fact.ts';
import { makeSeries } from './figures/series.ts';
import { type Checkpoint, type Folding, foldFrom, type Resume } from './fold/fold-place.ts';
import type { NameOfSide } from './fold/to-period.ts';
import { saySide } from './words/say-side.ts';

/** Names for people. Left out: a side's own id, a place as the report writes it. */
export interface Naming {
  readonly nameOfSide?: NameOfSide | undefined;
  readonly nameOfPlace?: ((id: string) => string | null) | undefined;
  /** Statements between two checkpoints of a place's fold, for tests. */
  readonly spacing?: number | undefined;
}

/** What is weighed of one place, or of what belongs to none. */
export interface PlaceRecord {
  readonly periods: readonly ControlPeriod[];
  readonly events: readonly LedgerEvent[];
  readonly figures: readonly FigureSeries[];
  readonly discrepancies: readonly Discrepancy[];
}

/** The same, with what is kept to go on from. */
export interface KeptRecord extends PlaceRecord {
  readonly kept: readonly Kept[];
  readonly keptEvents: readonly KeptEvent[];
  readonly checkpoints: readonly Checkpoint[];
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
): KeptRecord {
  const { periods, checkpoints } = foldFacts(place, facts, rulings, naming, null)!;
  const kept = comparePlace({ place, facts, periods, rulings, names: namesOf(naming) });
  const keptEvents = eventsOf(facts, rulings);
  return {
    periods,
    events: keptEvents.map(k => k.event),
    figures: figuresOf(facts),
    discrepancies: kept.map(k => k.discrepancy),
    kept,
    keptEvents,
    checkpoints,
  };
}

/** The control periods of a place, from the beginning or taken up again: see `foldFrom`. */
export function foldFacts(
  place: string,
  facts: readonly Fact[],
  rulings: LedgerRulings,
  naming: Naming,
  resume: Resume | null,
): Folding | null {
  const statements = facts.filter((f): f is ControlFact => f.kind === 'control').flatMap(toStatements);
  return foldFrom(
    place,
    statements,
    rulings.ruled.get(place) ?? [],
    naming.nameOfSide ?? (s => s),
    resume,
    naming.spacing,
  );
}

/** The events of a place, with what is kept beside each: see `keepEvents`. */
export const eventsOf = (
  facts: readonly Fact[],
  rulings: LedgerRulings,
  startOf?: (group: string) => CalendarDate,
): KeptEvent[] =>
  keepEvents(
    facts.filter((f): f is ControlFact | EventFact => f.kind === 'control' || f.kind === 'event'),
    rulings.events,
    startOf,
  );

export const figuresOf = (facts: readonly Fact[]): FigureSeries[] =>
  makeSeries(facts.filter((f): f is FigureFact => f.kind === 'figure'));
