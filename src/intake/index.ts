export {
  COLUMN_FIELDS,
  type ColumnField,
  type ColumnMap,
  mapRecord,
  parseColumnMap,
} from './column-map.ts';
export { readCsv } from './csv/read-csv.ts';
export { type CsvRecord, streamCsv } from './csv/stream-records.ts';
export { decodeText } from './decode-text.ts';
export { BROKEN_OFF, type Feed, type FeedItem, readFeed } from './feed/read-feed.ts';
export { type ListedFeed, readOpml } from './feed/read-opml.ts';
export { IntakeError } from './intake-error.ts';
export { detectLanguage, languageName, whyUnread } from './language.ts';
export { LINE_LIMIT, type Line, linesOf } from './lines.ts';
export { BYTE_LIMIT, type BytesOrigin, checkText, readBytes, TEXT_LIMIT } from './read-bytes.ts';
export { readJson, readJsonLine } from './read-json.ts';
export { readPage } from './read-page.ts';
export { checkPublished, readRecord, readRecordLine } from './read-record.ts';
export { readRow } from './read-row.ts';
export { type Format, sniffFormat } from './sniff-format.ts';
export { atLeast, unpackStream } from './unpack-stream.ts';
export { type ArchivedPage, archivedPages } from './warc/pages.ts';
