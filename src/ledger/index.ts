export { comparePeriods, foldPlace } from './fold/fold-place.ts';
export type { NameOfSide } from './fold/to-period.ts';
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
