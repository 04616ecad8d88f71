import { createHash } from 'node:crypto';

/** Field separator: cannot stand in a report's text without being visible as such (ASCII unit separator). */
const SEPARATOR = '\u001f';

/**
 * A short, stable id from some fields: the first 16 hex digits of SHA-256 over the fields joined by U+001F,
 * behind a one-letter prefix that says what it names (r report, c claim, d decision, x discrepancy, e event).
 * A missing field is the empty string.
 * @example hashId('r', ['text', 'title']) // 'r' + 16 hex digits
 */
export function hashId(prefix: string, fields: readonly (string | number | null | undefined)[]): string {
  const joined = fields.map(f => (f == null ? '' : String(f).normalize('NFC'))).join(SEPARATOR);
  return prefix + createHash('sha256').update(joined, 'utf8').digest('hex').slice(0, 16);
}
