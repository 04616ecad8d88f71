export { bearingTo, distanceKm, moveBy } from './distance.ts';
export type { Candidate, FindOptions, Gazetteer, NameFit } from './gazetteer.ts';
export { type ImportedBoundary, importBoundaries } from './import-boundaries.ts';
export { type Imported, type ImportedPlace, importGeoNames } from './import-geonames.ts';
export {
  addImportedBoundaries,
  addImportedPlaces,
  importedFolder,
  readImportedBoundaries,
  readImportedPlaces,
} from './imported.ts';
export { foldName, nameKey, skeletonKey } from './key.ts';
export { loadGazetteer, sharedIndex, takeSharedIndex } from './load.ts';
export { openGazetteer } from './open.ts';
export { prominence } from './prominence.ts';
