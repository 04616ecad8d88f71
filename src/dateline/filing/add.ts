import { relationKeys } from '../../ledger/index.ts';
import {
  type Asker,
  type FiledReport,
  type Filing,
  fileReport,
  LedgerError,
  makeReport,
  type Reading,
  type Report,
  type ReportInput,
} from '../../model/index.ts';
import {
  countOpen,
  hasReport,
  insertAudit,
  insertReading,
  insertReport,
  lastKnownOf,
} from '../../store/index.ts';
import { noteChanges } from '../changes/note-changes.ts';
import type { Context } from '../context.ts';
import { maskOf, unmasked } from '../withholding/mask.ts';
import { privateWords } from '../withholding/private-words.ts';
import { readReport } from './read-report.ts';
import { reweigh } from './reweigh.ts';

/** Reads and files reports, one at a time, each in its own transaction. A report that was filed before changes nothing. */
export async function add(
  context: Context,
  by: Asker,
  inputs: readonly ReportInput[],
  onFiled?: (filing: Filing, index: number) => void,
): Promise<Filing[]> {
  if (by.role === 'viewer') throw new LedgerError('forbidden', `${by.name} may view, but not file reports`);
  const filings: Filing[] = [];
  for (const input of inputs) {
    const filing = await addOne(context, by, input);
    onFiled?.(filing, filings.length);
    filings.push(filing);
  }
  return filings;
}

async function addOne(context: Context, by: Asker, input: ReportInput): Promise<Filing> {
  let report: Report;
  try {
    report = makeReport(checkText(input));
  } catch (error) {
    if (error instanceof TypeError) return { outcome: 'refused', input: nameOf(input), why: error.message };
    throw error;
  }
  const { id, title } = report;
  const known: Filing = { outcome: 'known', report: id, title };
  if (await context.store.read(tx => hasReport(tx, id))) return known;
  const reading = await readReport(context, report);
  const filed = await laterThanLast(context, fileReport(report, context.now()), input.fetched);
  return (await file(context, by, filed, reading)) ?? known;
}

/**
 * A page fetched again whose text changed without saying when: that the later text was there when it was fetched is all that is
 * known of it.
 */
async function laterThanLast(
  context: Context,
  report: FiledReport,
  fetched: string | null | undefined,
): Promise<FiledReport> {
  const { url, updated, published, filed } = report;
  if (fetched == null || url == null || published == null || updated != null) return report;
  const last = await context.store.read(tx => lastKnownOf(tx, url));
  return last == null || last < report.known ? report : fileReport({ ...report, updated: fetched }, filed);
}

/** Halves of characters beyond U+FFFF that stand alone. */
const HALVES = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** Throws a TypeError for what is no text. Halves of characters become the replacement character, as they would in any store. */
function checkText(input: ReportInput): ReportInput {
  if (typeof input.text !== 'string') throw new TypeError('it has no text');
  const fields = [input.text, input.title, input.outlet, input.url, input.id];
  if (fields.some(f => f?.includes('\0')))
    throw new TypeError('it is binary, not text: it holds NUL characters');
  const whole = (value: string | null | undefined): string | null | undefined =>
    value?.replace(HALVES, '\ufffd');
  return {
    ...input,
    text: whole(input.text)!,
    title: whole(input.title),
    outlet: whole(input.outlet),
  };
}

const nameOf = (input: ReportInput): string =>
  input.id ?? input.title ?? input.url ?? `${String(input.text ?? '').slice(0, 40)}…`;

/** Files a report and its reading, the record weighed again, in one transaction. Null where another was faster. */
async function file(
  context: Context,
  by: Asker,
  report: FiledReport,
  reading: Reading,
): Promise<Filing | null> {
  const words = privateWords(reading);
  const filed = await context.store.write(async tx => {
    if (await hasReport(tx, report.id)) return null;
    await insertReport(tx, report, relationKeys(report, reading));
    await insertReading(tx, reading, words, report.filed);
    await insertAudit(tx, by, report.filed, 'add', { report: report.id });
    const origins = await reweigh(context, tx, { reports: [report.id] });
    const { outlet } = report;
    const cause = { kind: 'report', report: report.id, outlet, claims: reading.claims.length } as const;
    await noteChanges(context, tx, report.filed, cause);
    return {
      copyOf: origins.find(o => o.report === report.id)?.copyOf ?? null,
      discrepancies: await countOpen(tx, report.id),
    };
  });
  if (filed == null) return null;
  const mask = by.withhold ? maskOf(words) : unmasked;
  const title = report.title == null ? null : mask(report.title);
  if (reading.unread != null) return { outcome: 'unread', report: report.id, title, why: reading.unread };
  return {
    outcome: 'filed',
    report: report.id,
    title,
    claims: reading.claims.length,
    copyOf: filed.copyOf,
    discrepancies: filed.discrepancies,
  };
}
