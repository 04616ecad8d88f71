import type { IncomingMessage } from 'node:http';
import { pipeline } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { FetchError } from './fetch-error.ts';

const DECODERS = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
} as const;

/** A response's body, decompressed, cut off with a FetchError where it grows past the limit: a small body can unpack to a huge one. */
export async function readBody(response: IncomingMessage, limit: number): Promise<Uint8Array> {
  const encoding = response.headers['content-encoding']?.toLowerCase().trim() as
    | keyof typeof DECODERS
    | undefined;
  const decoder = encoding == null ? undefined : DECODERS[encoding]?.();
  const stream = decoder ? pipeline(response, decoder, () => {}) : response;
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size > limit) {
      response.destroy();
      throw new FetchError(`the answer is larger than ${Math.round(limit / 1e6)} MB`);
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
