import { IntakeError } from '../intake-error.ts';
import { type ByteReader, createByteReader } from './byte-reader.ts';

export interface WarcRecord {
  /** Counted from 1, records of every type. */
  readonly number: number;
  /** By name in small letters. */
  readonly headers: ReadonlyMap<string, string>;
  /** The block, or why it was let go: larger than the limit, or cut off. */
  readonly block: Uint8Array | { readonly why: string };
}

const LINE = 16_384;
const HEADER_LINES = 200;

/**
 * The records of a WARC file (ISO 28500; 0.17 to 1.1) for which `wants` is true, one at a time, in memory bounded by the largest
 * block that is kept. Where the archive is damaged, what lies between is passed over and the next record found again.
 * Throws an IntakeError where no record is found at all.
 */
export async function* warcRecords(
  stream: AsyncIterable<Uint8Array>,
  wants: (headers: ReadonlyMap<string, string>, number: number) => boolean,
  limit: number,
): AsyncGenerator<WarcRecord> {
  const reader = createByteReader(stream);
  let number = 0;
  for (;;) {
    const headers = await nextHeaders(reader);
    if (headers == null) break;
    number++;
    const length = Number(headers.get('content-length') ?? Number.NaN);
    if (!Number.isSafeInteger(length) || length < 0) {
      yield { number, headers, block: { why: 'the record does not say how long it is' } };
      continue;
    }
    if (!wants(headers, number)) await reader.skip(length);
    else if (length > limit) {
      await reader.skip(length);
      yield { number, headers, block: { why: `it has more than ${Math.round(limit / 1e6)} MB` } };
    } else {
      const block = await reader.take(length);
      yield {
        number,
        headers,
        block: block.length < length ? { why: 'the archive breaks off in it' } : block,
      };
    }
  }
  if (number === 0) throw new IntakeError('it has no WARC record');
}

/** The headers of the next record, found by its first line; null at the end. */
async function nextHeaders(reader: ByteReader): Promise<Map<string, string> | null> {
  for (;;) {
    const line = await reader.line(LINE);
    if (line == null) return null;
    if (/^WARC\/\d/.test(line)) break;
  }
  const headers = new Map<string, string>();
  let last = '';
  for (let n = 0; n < HEADER_LINES; n++) {
    const line = await reader.line(LINE);
    if (line == null || line === '') break;
    const [, name, value] = /^([^\s:]+):\s*(.*)$/.exec(line) ?? [];
    if (name != null) {
      last = name.toLowerCase();
      headers.set(last, value!.trim());
    } else if (/^\s/.test(line) && last) headers.set(last, `${headers.get(last)} ${line.trim()}`);
  }
  return headers;
}
