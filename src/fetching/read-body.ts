import type { IncomingMessage } from 'node:http';
import { pipeline, type Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from 'node:zlib';
import { FetchError } from './fetch-error.ts';

/** Encodings laid over one another by an honest server: one. More is a bomb. */
const MOST_ENCODINGS = 2;

/**
 * A response's body, decompressed. Rejects with a FetchError where it grows past the limit (a small body can unpack to a huge one),
 * or is packed in a way that is not known.
 */
export async function readBody(response: IncomingMessage, limit: number): Promise<Uint8Array> {
  const encodings = (response.headers['content-encoding'] ?? '')
    .toLowerCase()
    .split(',')
    .map(name => name.trim())
    .filter(name => name !== '' && name !== 'identity');
  if (encodings.length > MOST_ENCODINGS) throw refused(response, 'the answer is packed over and over');
  let stream: AsyncIterable<Uint8Array> = response;
  for (const encoding of encodings.reverse()) stream = unpack(stream, encoding, response);
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.length;
    if (size > limit) throw refused(response, `the answer is larger than ${Math.round(limit / 1e6)} MB`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function refused(response: IncomingMessage, why: string): FetchError {
  response.destroy();
  return new FetchError(why);
}

async function* unpack(
  stream: AsyncIterable<Uint8Array>,
  encoding: string,
  response: IncomingMessage,
): AsyncGenerator<Uint8Array> {
  const source = stream[Symbol.asyncIterator]();
  const first = await source.next();
  // An empty body may still bear the header, as in an answer of 304.
  if (first.done) return;
  const decoder = decoderFor(encoding, first.value);
  if (decoder == null) throw refused(response, `the answer is packed as "${encoding}", which is not known`);
  async function* whole(): AsyncGenerator<Uint8Array> {
    for (let next = first as IteratorResult<Uint8Array>; !next.done; next = await source.next())
      yield next.value;
  }
  try {
    yield* pipeline(whole, decoder, () => {}) as AsyncIterable<Uint8Array>;
  } finally {
    decoder.destroy();
  }
}

function decoderFor(encoding: string, first: Uint8Array): Transform | null {
  switch (encoding) {
    case 'gzip':
    case 'x-gzip':
      return createGunzip();
    case 'br':
      return createBrotliDecompress();
    case 'deflate':
      // Some servers send it without the zlib frame that the standard wants.
      return (first[0]! & 0x0f) === 8 ? createInflate() : createInflateRaw();
    default:
      return null;
  }
}
