import { createReadStream } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { FetchError } from '../../fetching/fetch-error.ts';
import {
  BYTE_LIMIT,
  checkText,
  IntakeError,
  type Line,
  linesOf,
  readBytes,
  readRecordLine,
  sniffFormat,
} from '../../intake/index.ts';
import type { ReportInput } from '../../model/index.ts';

/** What came of one source: a report, or why there is none. `from` names it for people: a path, an address, "line 7". */
export type Taken =
  | { readonly kind: 'report'; readonly from: string; readonly input: ReportInput }
  | { readonly kind: 'refused'; readonly from: string; readonly why: string };

/** What the person says about reports that do not say it themselves. */
export interface Defaults {
  readonly published?: string | undefined;
  readonly outlet?: string | undefined;
  readonly title?: string | undefined;
}

export const isAddress = (source: string): boolean => /^https?:\/\//i.test(source);

/**
 * The reports of one source, one at a time: a file (text, page, JSON, JSON lines), a folder of them, or a web address.
 * What cannot be taken is refused with its reason and the others go on; nothing throws but a bug.
 * @example for await (const taken of takeIn('reports/')) …
 */
export async function* takeIn(source: string, defaults: Defaults = {}): AsyncGenerator<Taken> {
  try {
    for await (const taken of isAddress(source) ? takeInAddress(source) : takeInPath(source))
      yield taken.kind === 'report' ? { ...taken, input: withDefaults(taken.input, defaults) } : taken;
  } catch (error) {
    yield refusal(source, error);
  }
}

const withDefaults = (input: ReportInput, { published, outlet, title }: Defaults): ReportInput => ({
  ...input,
  published: input.published ?? published,
  outlet: input.outlet ?? outlet,
  title: input.title ?? title,
});

async function* takeInPath(path: string): AsyncGenerator<Taken> {
  const facts = await stat(path);
  if (facts.isDirectory()) {
    const names = (await readdir(path)).filter(name => !name.startsWith('.')).sort();
    if (names.length === 0) throw new IntakeError('the folder is empty');
    for (const name of names) yield* takeIn(join(path, name));
  } else if (/\.(jsonl|ndjson)$/i.test(path)) yield* takeInLines(createReadStream(path), path);
  else {
    if (facts.size > BYTE_LIMIT && !(await isLines(path))) await readBytes(new Uint8Array(BYTE_LIMIT + 1));
    if (facts.size > BYTE_LIMIT) yield* takeInLines(createReadStream(path), path);
    else yield* takeInBytes(await readFile(path), path);
  }
}

/** Whether a file too large to be one report holds many, one a line. */
async function isLines(path: string): Promise<boolean> {
  for await (const chunk of createReadStream(path, { end: 1_000_000 }))
    return sniffFormat(chunk) === 'json-lines';
  return false;
}

async function* takeInAddress(address: string): AsyncGenerator<Taken> {
  const { fetchGuarded } = await import('../../fetching/fetch-guarded.ts');
  const page = await fetchGuarded(address);
  yield* takeInBytes(page.bytes, page.address, page.charset);
}

async function* takeInBytes(bytes: Uint8Array, from: string, charset?: string | null): AsyncGenerator<Taken> {
  if (sniffFormat(bytes) === 'json-lines') {
    async function* whole() {
      yield bytes;
    }
    return yield* takeInLines(whole(), from);
  }
  const address = isAddress(from) ? from : null;
  for (const input of await readBytes(bytes, { address, charset })) yield { kind: 'report', from, input };
}

/**
 * The reports of a stream of JSON lines, in memory bounded by the longest line. A line that is no report is refused by its number,
 * and the others go on.
 */
export async function* takeInLines(
  stream: AsyncIterable<Uint8Array | string>,
  from: string,
): AsyncGenerator<Taken> {
  for await (const line of linesOf(stream)) {
    const where = `${from}, line ${line.number}`;
    try {
      const input = recordOf(line);
      yield { kind: 'report', from: where, input };
    } catch (error) {
      yield refusal(where, error);
    }
  }
}

function recordOf(line: Line): ReportInput {
  if (line.tooLong) throw new IntakeError('the line is too long for one report');
  const input = readRecordLine(line.text);
  checkText(input.text);
  return input;
}

const SYSTEM: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EACCES: 'it may not be read by you',
  ENOTDIR: 'there is no such file',
  ELOOP: 'its links lead in a circle',
};

/** Why a source was refused; what is no fault of the input is a bug and goes on up. */
function refusal(from: string, error: unknown): Taken {
  const code = (error as NodeJS.ErrnoException | null)?.code;
  if (error instanceof IntakeError || error instanceof FetchError)
    return { kind: 'refused', from, why: error.message };
  if (code != null && code in SYSTEM) return { kind: 'refused', from, why: SYSTEM[code]! };
  throw error;
}
