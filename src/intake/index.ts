export { readCsv } from './csv.ts';
export { decodeText } from './decode-text.ts';
export { IntakeError } from './intake-error.ts';
export { detectLanguage, languageName, whyUnread } from './language.ts';
export { LINE_LIMIT, type Line, linesOf } from './lines.ts';
export { BYTE_LIMIT, type BytesOrigin, checkText, readBytes, TEXT_LIMIT } from './read-bytes.ts';
export { readPage } from './read-page.ts';
export { checkPublished, readRecord, readRecordLine } from './read-record.ts';
export { type Format, sniffFormat } from './sniff-format.ts';
