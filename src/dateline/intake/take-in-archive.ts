import {
  archivedPages,
  checkText,
  IntakeError,
  type Line,
  linesOf,
  readBytes,
  readJsonLine,
  readRow,
  streamCsv,
} from '../../intake/index.ts';
import type { ReportInput } from '../../model/index.ts';
import type { TakeInOptions } from './options.ts';
import { type Mark, refusal, type Taken } from './taken.ts';

type Stream = AsyncIterable<Uint8Array | string>;

/** What an archive is called, and what marks it where it is a file that can be gone on with. */
export interface Archive {
  readonly from: string;
  readonly source: string | null;
  /** Records, lines or rows that were taken in before. */
  readonly done: number;
}

/**
 * The reports of a stream of JSON lines, in memory bounded by the longest line. A line that is no report is refused by its number,
 * and the others go on.
 */
export async function* takeInLines(
  stream: Stream,
  archive: Archive | string,
  { map }: TakeInOptions = {},
): AsyncGenerator<Taken> {
  const { from, ...rest } = typeof archive === 'string' ? whole(archive) : archive;
  for await (const line of linesOf(stream)) {
    if (line.number <= rest.done) continue;
    yield await takeOne(`${from}, line ${line.number}`, markOf(archive, line.number), () =>
      recordOf(line, map),
    );
  }
}

async function recordOf(line: Line, map: TakeInOptions['map']): Promise<ReportInput> {
  if (line.tooLong) throw new IntakeError('the line is too long for one report');
  return await readJsonLine(line.text, map);
}

/** The reports of a stream of CSV, one a row; a row that is no report is refused by its line. */
export async function* takeInRows(
  stream: Stream,
  archive: Archive,
  { map = {} }: TakeInOptions,
): AsyncGenerator<Taken> {
  let n = 0;
  for await (const { line, cells } of streamCsv(stream)) {
    n++;
    if (n > archive.done)
      yield await takeOne(`${archive.from}, line ${line}`, markOf(archive, n), async () =>
        readRow(cells, map),
      );
  }
}

/** The articles of the pages that a WARC stream holds, in constant memory. */
export async function* takeInPages(
  stream: AsyncIterable<Uint8Array>,
  archive: Archive,
): AsyncGenerator<Taken> {
  for await (const page of archivedPages(stream, archive.done)) {
    const from = `${archive.from}, record ${page.number} (${page.address})`;
    yield await takeOne(from, markOf(archive, page.number), async () => {
      if ('why' in page) throw new IntakeError(page.why);
      const [input] = await readBytes(page.bytes, { address: page.address, charset: page.charset });
      return input!;
    });
  }
}

async function takeOne(
  from: string,
  mark: Mark | undefined,
  make: () => Promise<ReportInput>,
): Promise<Taken> {
  try {
    const input = await make();
    checkText(input.text);
    return { kind: 'report', from, input, mark };
  } catch (error) {
    return refusal(from, error, mark);
  }
}

export const whole = (from: string): Archive => ({ from, source: null, done: 0 });

const markOf = (archive: Archive | string, done: number): Mark | undefined =>
  typeof archive === 'string' || archive.source == null
    ? undefined
    : { source: archive.source, name: archive.from, done };
