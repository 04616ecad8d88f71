import type { ReportInput } from '../model/index.ts';
import { type ColumnMap, mapRecord } from './column-map.ts';
import { readableDate } from './page-facts.ts';
import { readRecord } from './read-record.ts';

/**
 * A report from a row of a table: empty cells say nothing, dates may be written as in mail or with a space before the time. Throws an
 * IntakeError that names the column or quotes the value; a date such as 10/08/2021 is refused, for it could be either of two days.
 */
export function readRow(row: Readonly<Record<string, string>>, map: ColumnMap): ReportInput {
  const record = mapRecord(row, map);
  for (const [field, value] of Object.entries(record))
    if (field !== 'text' && typeof value === 'string') record[field] = value.trim() || null;
  for (const field of ['published', 'updated'])
    if (typeof record[field] === 'string') record[field] = readableDate(record[field]) ?? record[field];
  return readRecord(record);
}
