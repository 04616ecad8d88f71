export { FORMATS, toBytes } from './formats.ts';
export type {
  ClaimInText,
  DisplacedFigure,
  ExportRecords,
  ExportWriter,
  Happening,
  PlaceHappenings,
} from './records.ts';
