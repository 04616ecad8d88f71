import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { IntakeError } from './intake-error.ts';

/** A stream of bytes, unpacked where it is gzip (of any number of members, as in WARC files). Throws an IntakeError where it is broken. */
export async function* unpackStream(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const source = stream[Symbol.asyncIterator]();
  try {
    const first = await atLeast(2, source);
    if (first.length > 0) yield* unpack(first, source);
  } finally {
    await source.return?.();
  }
}

/** The first bytes of a source, at least so many where it has them. */
export async function atLeast(size: number, source: AsyncIterator<Uint8Array>): Promise<Uint8Array> {
  let held: Uint8Array = new Uint8Array();
  while (held.length < size) {
    const next = await source.next();
    if (next.done) break;
    held = held.length === 0 ? next.value : Buffer.concat([held, next.value]);
  }
  return held;
}

async function* unpack(first: Uint8Array, source: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  async function* whole(): AsyncGenerator<Uint8Array> {
    yield first;
    for (let next = await source.next(); !next.done; next = await source.next()) yield next.value;
  }
  if (first[0] !== 0x1f || first[1] !== 0x8b) {
    yield* whole();
    return;
  }
  const unzip = createGunzip({ chunkSize: 65_536 });
  pipeline(Readable.from(whole(), { objectMode: false }), unzip, () => {});
  try {
    yield* unzip as AsyncIterable<Uint8Array>;
  } catch (error) {
    const { code, message } = error as { code?: string; message: string };
    if (!code?.startsWith('Z_')) throw error;
    throw new IntakeError(`its gzip is broken: ${message}`);
  } finally {
    unzip.destroy();
  }
}
