export { discrepanciesAsKnown, discrepancyAsKnown } from './compare/as-known.ts';
export type { Kept, Trail } from './compare/found.ts';
export { type LedgerRulings, makeRulings } from './decisions/rulings.ts';
export { standingOf } from './decisions/standing.ts';
export type { KeptEvent } from './events/make-events.ts';
export { bucketOf, type Fact } from './facts/fact.ts';
export { daysOf } from './facts/fact-days.ts';
export { type FactOptions, type Facts, makeFacts } from './facts/make-facts.ts';
export { seriesOf } from './figures/series.ts';
export { type Checkpoint, comparePeriods, foldPlace } from './fold/fold-place.ts';
export type { NameOfSide } from './fold/to-period.ts';
export { type Print, printText } from './origins/print-text.ts';
export { relationKeys } from './origins/relation-keys.ts';
export { RELATED_DAYS, relationsOf, sharesText } from './origins/relations.ts';
export { type CountSet, NO_SETS, type SetLookup } from './sets/count-set.ts';
export { gazetteerSets } from './sets/gazetteer-sets.ts';
export { type Touched, touchedBy } from './touched-by.ts';
export { beliefSteps } from './views/belief-steps.ts';
export { changesBetween } from './views/changes-between.ts';
export type { ClaimLookup, Telling } from './views/evidence-words.ts';
export { type RollUp, rollUp } from './views/roll-up.ts';
export {
  comparePlaces,
  coversDay,
  isBelieved,
  type PlaceLookup,
  statusAt,
  toStatusRow,
} from './views/status-at.ts';
export { type WeighOptions, weigh } from './weigh.ts';
export { type PlaceMemory, type Weighed, weighOn } from './weigh-on.ts';
export { type KeptRecord, type Naming, type PlaceRecord, weighPlace } from './weigh-place.ts';
export { reachOfSet, type SetContext, weighSet } from './weigh-set.ts';
export { saySide } from './words/say-side.ts';
