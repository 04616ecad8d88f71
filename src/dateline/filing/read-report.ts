import { whyUnread } from '../../intake/language.ts';
import type { Reading, Report } from '../../model/index.ts';
import type { Reader } from '../../reading/read.ts';
import type { ReadingPool } from '../reading-pool/pool.ts';

/** Reads a report, in a thread where there is a pool; one that cannot be read gives a reading without claims that says why. */
export async function readReport(
  context: { readonly reader: () => Promise<Reader>; readonly pool?: ReadingPool | null },
  report: Report,
): Promise<Reading> {
  if (context.pool != null) return await context.pool.read(report);
  const why = await whyNotRead(report);
  const reader = await context.reader();
  if (why == null) return reader.read(report);
  return {
    report: report.id,
    reader: reader.version,
    claims: [],
    main: null,
    discrepancies: [],
    mentions: [],
    speech: [],
    unread: why,
  };
}

const whyNotRead = async (report: Report): Promise<string | null> =>
  report.text.trim() === '' ? 'it has no text' : await whyUnread(report.text);
