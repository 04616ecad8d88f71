import { IntakeError } from './intake-error.ts';
import { quoteLine } from './read-record.ts';

/** The fields of a report that a column can fill. */
export const COLUMN_FIELDS = [
  'id',
  'title',
  'outlet',
  'published',
  'updated',
  'authors',
  'url',
  'language',
  'text',
] as const;
export type ColumnField = (typeof COLUMN_FIELDS)[number];

/** Which column fills which field; what is not named is found by `USUAL` names. */
export type ColumnMap = Readonly<Partial<Record<ColumnField, string>>>;

/** Names that archives give their columns, most usual first. */
const USUAL: Readonly<Record<ColumnField, readonly string[]>> = {
  id: ['id', 'guid', 'doc_id', 'document_id'],
  title: ['title', 'headline', 'head'],
  outlet: ['outlet', 'source', 'publisher', 'publication', 'newspaper', 'domain'],
  published: ['published', 'published_at', 'publication_date', 'pubdate', 'date', 'datetime', 'timestamp'],
  updated: ['updated', 'updated_at', 'modified'],
  authors: ['authors', 'author', 'byline'],
  url: ['url', 'link', 'address', 'uri'],
  language: ['language', 'lang'],
  text: ['text', 'body', 'content', 'article', 'fulltext', 'full_text', 'maintext'],
};

/**
 * Reads `title=headline,text=body`: field of a report, then the column that fills it. Throws an IntakeError quoting what is wrong.
 * @example parseColumnMap('title=Headline,text=Body') // { title: 'Headline', text: 'Body' }
 */
export function parseColumnMap(written: string): ColumnMap {
  const map: Partial<Record<ColumnField, string>> = {};
  for (const part of written.split(',')) {
    const at = part.indexOf('=');
    const field = part.slice(0, Math.max(0, at)).trim(),
      column = part.slice(at + 1).trim();
    if (at < 0 || column === '')
      throw new IntakeError(
        `"${quoteLine(part.trim())}" maps no column: write field=column, such as title=headline`,
      );
    if (!isField(field))
      throw new IntakeError(
        `"${quoteLine(field)}" is no field of a report: a column can fill ${COLUMN_FIELDS.join(', ')}`,
      );
    map[field] = column;
  }
  return map;
}

const isField = (name: string): name is ColumnField => (COLUMN_FIELDS as readonly string[]).includes(name);

/**
 * The record of a report from a row or object with other names. Only told columns are taken for told fields; the others are found
 * by their usual names, capitals aside. Throws an IntakeError where a told column, or any for the text, is missing.
 */
export function mapRecord(row: Readonly<Record<string, unknown>>, map: ColumnMap): Record<string, unknown> {
  const byName = new Map(Object.keys(row).map(name => [name.trim().toLowerCase(), name]));
  const record: Record<string, unknown> = {};
  for (const field of COLUMN_FIELDS) {
    const told = map[field];
    const name =
      told == null
        ? USUAL[field].map(usual => byName.get(usual)).find(found => found != null)
        : byName.get(told.toLowerCase());
    if (name != null) record[field] = row[name];
    else if (told != null || field === 'text')
      throw new IntakeError(
        `there is no column "${quoteLine(told ?? 'text')}" among ${list(Object.keys(row))}${told == null ? ': say which one is the text, with --map text=…' : ''}`,
      );
  }
  return record;
}

const list = (names: readonly string[]): string => {
  const shown = names.slice(0, 12).map(name => JSON.stringify(quoteLine(name)));
  return shown.join(', ') + (names.length > 12 ? ', …' : '');
};
