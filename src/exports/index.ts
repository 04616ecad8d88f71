export { FORMATS, toBytes } from './formats.ts';
export type {
  ClaimInText,
  DisplacedFigure,
  ExportRecords,
  ExportWriter,
  Happening,
  PlaceHappenings,
} from './records.ts';
export { buildSitrep, type SitrepInput } from './sitrep/build.ts';
export { editSitrep } from './sitrep/edit.ts';
export { writeSitrep } from './sitrep/write.ts';
