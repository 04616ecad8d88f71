import { isCalendarDate, isInstant, type ReportInput } from '../model/index.ts';
import { IntakeError } from './intake-error.ts';

/** The fields of a report that comes as JSON. */
const FIELDS = ['id', 'title', 'outlet', 'published', 'url', 'language', 'updated'] as const;

const quote = (value: unknown): string => {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
};

/**
 * A report from a JSON value `{"id","title","outlet","published","text"}`. Throws an IntakeError that names the field and quotes
 * its value: only `text` must be there; the others may be missing or null, an id may be a number.
 * @example readRecord({ text: 'Farah fell.', published: '2021-08-10' })
 */
export function readRecord(value: unknown): ReportInput {
  if (value == null || typeof value !== 'object' || Array.isArray(value))
    throw new IntakeError(
      `not a report: ${quote(value)}; write {"id", "title", "outlet", "published", "text"}`,
    );
  const record = value as Record<string, unknown>;
  if (typeof record.text !== 'string')
    throw new IntakeError(
      record.text === undefined
        ? 'the report has no "text"'
        : `"text" is ${quote(record.text)}: it must be a string`,
    );
  const fields: Partial<Record<(typeof FIELDS)[number], string>> = {};
  for (const name of FIELDS) {
    const field = record[name];
    if (field == null) continue;
    if (typeof field === 'number' && name === 'id') fields.id = String(field);
    else if (typeof field === 'string') fields[name] = field;
    else throw new IntakeError(`"${name}" is ${quote(field)}: it must be a string`);
  }
  if (fields.published) checkPublished(fields.published);
  if (fields.updated) checkPublished(fields.updated, 'date of the update');
  const authors = authorsOf(record.authors);
  return { ...fields, ...(authors.length > 0 ? { authors } : {}), text: record.text };
}

/** Authors as a list of names, or as one string with commas or semicolons between them. */
export function authorsOf(value: unknown): string[] {
  if (value == null) return [];
  const names = typeof value === 'string' ? value.split(/[;,]|\band\b/) : value;
  if (!Array.isArray(names) || names.some(name => typeof name !== 'string'))
    throw new IntakeError(`"authors" is ${quote(value)}: it must be a list of names`);
  return (names as string[]).map(name => name.trim()).filter(name => name !== '');
}

/** Throws an IntakeError quoting a publication date that is neither a date nor an instant. */
export function checkPublished(value: string, what = 'publication date'): void {
  if (value.trim() !== '' && !isCalendarDate(value) && !isInstant(value))
    throw new IntakeError(
      `the ${what} "${quoteLine(value)}" cannot be read: write YYYY-MM-DD, or an instant such as 2021-08-10T14:00:00Z`,
    );
}

/** The beginning of a line, to be quoted in one. */
export function quoteLine(line: string): string {
  const plain = line.replace(/\p{Cc}/gu, ' ');
  return plain.length > 60 ? `${plain.slice(0, 59)}…` : plain;
}

/** A report from one line of JSON; an IntakeError says what is wrong with the line. */
export function readRecordLine(line: string): ReportInput {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw new IntakeError(`not JSON: ${quoteLine(line)}`);
  }
  return readRecord(value);
}
