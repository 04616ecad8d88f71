export { bearingTo, distanceKm, moveBy } from './distance.ts';
export type { Candidate, FindOptions, Gazetteer, NameFit } from './gazetteer.ts';
export { foldName, nameKey, skeletonKey } from './key.ts';
export { loadGazetteer, openGazetteer } from './load.ts';
export { prominence } from './prominence.ts';
