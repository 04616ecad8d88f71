import { detectLanguage } from '../../intake/language.ts';
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
import { hasReport, lastKnownOf } from '../../store/index.ts';
import type { Context } from '../context.ts';
import { fileGroup, type ReadReport } from './file-group.ts';
import { readReport } from './read-report.ts';

/**
 * Reads and files reports in their order. A report that was filed before changes nothing. Where there are threads to read in, the next
 * ones are read while others are filed, and those that have been read by then are filed together, in one transaction; else each is
 * filed by itself.
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
  const inHand = createHand(isPooled ? context.pool!.size + GROUP : 1);
  const filings: Filing[] = [];
  for (let next = 0; filings.length < inputs.length; ) {
    for (; next < inputs.length && !inHand.isFull(); next++) inHand.take(prepare(reading, inputs[next]!));
    for (const filing of await finish(context, by, await inHand.ready(GROUP))) {
      onFiled?.(filing, filings.length);
      filings.push(filing);
    }
  }
  return filings;
}

/** Fewer reports than this are read here sooner than a thread has started. */
const FEW = 4;
/** Most reports filed in one transaction: others wait for its end. */
const GROUP = 12;

/** What is being got ready, in order. */
function createHand(most: number) {
  const held: { readonly prepared: Promise<Prepared>; isReady: boolean }[] = [];
  return {
    isFull: () => held.length >= most,
    take(prepared: Promise<Prepared>): void {
      const one = { prepared, isReady: false };
      // One that fails is never ready: it is told of when its turn comes, after those before it were filed.
      prepared.then(
        () => {
          one.isReady = true;
        },
        () => {},
      );
      held.push(one);
    },
    /** The first, once it is ready, and those after it that are ready as well. */
    async ready(atMost: number): Promise<Prepared[]> {
      await held[0]!.prepared.catch(() => {});
      const waiting = held.findIndex(one => !one.isReady);
      const count = Math.max(1, Math.min(atMost, waiting < 0 ? held.length : waiting));
      return await Promise.all(held.splice(0, count).map(one => one.prepared));
    },
  };
}

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

/** Files what has been read, together where that is the same as one after the other. */
async function finish(context: Context, by: Asker, prepared: readonly Prepared[]): Promise<Filing[]> {
  const filings: Filing[] = [];
  let group: ReadReport[] = [];
  const fileThem = async (): Promise<void> => {
    const them = group;
    group = [];
    if (them.length > 0) filings.push(...(await fileOrEach(context, by, them)));
  };
  for (const one of prepared) {
    if (one.outcome !== 'read') {
      await fileThem();
      filings.push(one);
      continue;
    }
    const { report, reading, fetched } = one;
    // When it is known from may hang on the version filed before it.
    if (fetched != null) await fileThem();
    group.push({ report: await laterThanLast(context, fileReport(report, context.now()), fetched), reading });
  }
  await fileThem();
  return filings;
}

/** All at once; where that fails, one after the other, so that one that cannot be filed keeps no other from it. */
async function fileOrEach(context: Context, by: Asker, group: readonly ReadReport[]): Promise<Filing[]> {
  try {
    return await fileGroup(context, by, group);
  } catch (error) {
    if (group.length === 1) throw error;
    const filings: Filing[] = [];
    for (const one of group) filings.push(...(await fileGroup(context, by, [one])));
    return filings;
  }
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
