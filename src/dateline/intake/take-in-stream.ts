import {
  atLeast,
  BYTE_LIMIT,
  IntakeError,
  readBytes,
  sniffFormat,
  unpackStream,
} from '../../intake/index.ts';
import type { TakeInOptions } from './options.ts';
import { type Archive, takeInLines, takeInPages, takeInRows } from './take-in-archive.ts';
import { takeInFeed, takeInOpml } from './take-in-feed.ts';
import type { Taken } from './taken.ts';

/** What is told of some bytes from outside. */
export interface StreamOrigin extends Archive {
  /** Where a page came from. */
  readonly address?: string | undefined;
  readonly charset?: string | null | undefined;
  readonly fetched?: string | undefined;
}

/**
 * The reports of a stream of bytes, packed with gzip or not: a WARC archive, JSON lines, a table, a feed, a list of feeds, or one
 * document of any format. Archives are streamed; a document may have `BYTE_LIMIT` bytes. Throws an IntakeError where it is none.
 */
export async function* takeInStream(
  stream: AsyncIterable<Uint8Array>,
  origin: StreamOrigin,
  options: TakeInOptions,
): AsyncGenerator<Taken> {
  const source = unpackStream(stream)[Symbol.asyncIterator]();
  const held: Uint8Array[] = [];
  /** What was held back, and the rest. */
  async function* all(): AsyncGenerator<Uint8Array> {
    for (let chunk = held.shift(); chunk != null; chunk = held.shift()) yield chunk;
    for (let next = await source.next(); !next.done; next = await source.next()) yield next.value;
  }
  try {
    const head = await atLeast(4096, source);
    if (head.length > 0) held.push(head);
    if (options.single) return yield* takeInSingle(source, held, origin);
    if (sniffFormat(head) === 'warc') return yield* takeInPages(all(), origin);
    if (options.jsonl || isLines(origin.from)) return yield* takeInLines(all(), origin, options);
    if (isTable(origin.from) || (options.map != null && sniffFormat(head) === 'text'))
      return yield* takeInRows(all(), origin, options);
    if (await holdsAll(source, held)) return yield* takeInBytes(Buffer.concat(held), origin, options);
    if (sniffFormat(Buffer.concat(held).subarray(0, 1_000_000)) !== 'json-lines')
      await readBytes(new Uint8Array(BYTE_LIMIT + 1));
    yield* takeInLines(all(), origin, options);
  } finally {
    await source.return?.(undefined);
  }
}

/** One document; `readBytes` says what else it is. */
async function* takeInSingle(
  source: AsyncIterator<Uint8Array>,
  held: Uint8Array[],
  origin: StreamOrigin,
): AsyncGenerator<Taken> {
  const isWarc = held[0] != null && sniffFormat(held[0]) === 'warc';
  if (isTable(origin.from))
    throw new IntakeError('it is a table, not one report: "dateline add" takes tables');
  const bytes =
    isWarc || (await holdsAll(source, held)) ? Buffer.concat(held) : new Uint8Array(BYTE_LIMIT + 1);
  for (const input of await readBytes(bytes, origin)) yield { kind: 'report', from: origin.from, input };
}

/** Reads on into `held` while it stays within the limit of one document; whether that was all. */
async function holdsAll(source: AsyncIterator<Uint8Array>, held: Uint8Array[]): Promise<boolean> {
  let size = held[0]?.length ?? 0;
  while (size <= BYTE_LIMIT) {
    const next = await source.next();
    if (next.done) return true;
    held.push(Buffer.from(next.value));
    size += next.value.length;
  }
  return false;
}

async function* takeInBytes(
  bytes: Uint8Array,
  origin: StreamOrigin,
  options: TakeInOptions,
): AsyncGenerator<Taken> {
  const { from, address, charset, fetched } = origin;
  switch (sniffFormat(bytes)) {
    case 'json-lines':
      return yield* takeInLines(once(bytes), origin, options);
    case 'feed':
      return yield* takeInFeed(bytes, address ?? from, options);
    case 'opml':
      return yield* takeInOpml(bytes, options);
    case 'gzip':
      throw new IntakeError('it is packed more than once');
    default:
      for (const input of await readBytes(bytes, { address, charset }))
        yield { kind: 'report', from, input: fetched == null ? input : { ...input, fetched } };
  }
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

const isLines = (name: string): boolean => /\.(jsonl|ndjson)(\.gz)?$/i.test(name);
const isTable = (name: string): boolean => /\.(csv|tsv)(\.gz)?$/i.test(name);
