import { detectLanguage } from '../../intake/language.ts';
import { relationsOf } from '../../ledger/index.ts';
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

/**
 * Reads and files reports, one at a time, each in its own transaction. A report that was filed before changes nothing. Where there
 * are threads to read in, the next ones are read while one is filed.
 */
export async function add(
  context: Context,
  by: Asker,
  inputs: readonly ReportInput[],
  onFiled?: (filing: Filing, index: number) => void,
): Promise<Filing[]> {
  if (by.role === 'viewer') throw new LedgerError('forbidden', `${by.name} may view, but not file reports`);
  const isPooled = context.pool != null && (context.isServing || inputs.length >= FEW);
  const reading: Context = isPooled ? context : { ...context, pool: null };
  const ahead = isPooled ? context.pool!.size + 1 : 1;
  const inHand: Promise<Prepared>[] = [];
  const filings: Filing[] = [];
  for (let next = 0; filings.length < inputs.length; ) {
    for (; next < inputs.length && inHand.length < ahead; next++) {
      const prepared = prepare(reading, inputs[next]!);
      // One that fails is told of when its turn comes.
      prepared.catch(() => {});
      inHand.push(prepared);
    }
    const filing = await finish(context, by, await inHand.shift()!);
    onFiled?.(filing, filings.length);
    filings.push(filing);
  }
  return filings;
}

/** Fewer reports than this are read here sooner than a thread has started. */
const FEW = 4;

/** What became of a report before it is filed: it need not be, or it has been read. */
type Prepared =
  | Filing
  | {
      readonly outcome: 'read';
      readonly report: Report;
      readonly reading: Reading;
      readonly fetched: string | null | undefined;
    };

async function prepare(context: Context, input: ReportInput): Promise<Prepared> {
  let report: Report;
  try {
    const checked = checkText(input);
    const language = checked.language ?? (await detectLanguage(checked.text));
    report = makeReport({ ...checked, language });
  } catch (error) {
    if (error instanceof TypeError) return { outcome: 'refused', input: nameOf(input), why: error.message };
    throw error;
  }
  const { id, title } = report;
  if (await context.store.read(tx => hasReport(tx, id))) return { outcome: 'known', report: id, title };
  return { outcome: 'read', report, reading: await readReport(context, report), fetched: input.fetched };
}

async function finish(context: Context, by: Asker, prepared: Prepared): Promise<Filing> {
  if (prepared.outcome !== 'read') return prepared;
  const { report, reading, fetched } = prepared;
  const filed = await laterThanLast(context, fileReport(report, context.now()), fetched);
  return (
    (await file(context, by, filed, reading)) ?? { outcome: 'known', report: report.id, title: report.title }
  );
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
    await insertReport(tx, report, relationsOf(report, reading));
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
