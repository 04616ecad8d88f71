import { makeReport, type Reading, type ReportInput } from '../model/index.ts';
import type { Explanation, Reader } from '../reading/read.ts';
import { readReport } from './filing/read-report.ts';

let loading: Promise<Reader> | null = null;

/** The package's own reader, with its language model, gazetteer and actors: loaded once, when first asked for. */
export function loadReader(): Promise<Reader> {
  loading ??= import('../reading/read.ts').then(({ createReader }) => createReader());
  return loading;
}

/** See `read` in `src/dateline.ts`. */
export const read = (input: ReportInput): Promise<Reading> =>
  readReport({ reader: loadReader }, makeReport(input));

/** See `explain` in `src/dateline.ts`. */
export async function explain(
  input: ReportInput,
): Promise<{ readonly reading: Reading; readonly explanation: Explanation }> {
  const report = makeReport(input);
  const reading = await readReport({ reader: loadReader }, report);
  if (reading.unread != null) return { reading, explanation: { claims: [], rejected: [] } };
  return (await loadReader()).explain(report);
}
