import type { ReportInput } from '../model/index.ts';
import { type ColumnMap, mapRecord } from './column-map.ts';
import { isNinjs, readNinjs } from './formats/ninjs.ts';
import { IntakeError } from './intake-error.ts';
import { quoteLine, readRecord } from './read-record.ts';

/** A report from a JSON value: ours, an IPTC ninjs item, or with a map any object with other names. Rejects with an IntakeError. */
export async function readJson(value: unknown, map?: ColumnMap): Promise<ReportInput> {
  if (map != null && value != null && typeof value === 'object' && !Array.isArray(value))
    return readRecord(mapRecord(value as Record<string, unknown>, map));
  return isNinjs(value) ? await readNinjs(value) : readRecord(value);
}

/** The same from one line of JSON. */
export async function readJsonLine(line: string, map?: ColumnMap): Promise<ReportInput> {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw new IntakeError(`not JSON: ${quoteLine(line)}`);
  }
  return await readJson(value, map);
}
