/** Reads a stream of bytes in pieces of asked sizes; holds no more than one chunk beyond them. */
export interface ByteReader {
  /** The next line without its end, latin1; null at the end. A line longer than the limit is given in pieces. */
  line(limit: number): Promise<string | null>;
  /** The next `size` bytes, fewer where the stream ends before. */
  take(size: number): Promise<Uint8Array>;
  /** Passes over `size` bytes; tells how many there were. */
  skip(size: number): Promise<number>;
}

export function createByteReader(stream: AsyncIterable<Uint8Array>): ByteReader {
  const source = stream[Symbol.asyncIterator]();
  let chunk: Buffer = Buffer.alloc(0);
  let at = 0;
  /** Whether there is a byte to read. */
  const fill = async (): Promise<boolean> => {
    while (at >= chunk.length) {
      const next = await source.next();
      if (next.done) return false;
      chunk = Buffer.from(next.value.buffer, next.value.byteOffset, next.value.byteLength);
      at = 0;
    }
    return true;
  };
  const each = async (size: number, use: (piece: Buffer) => void): Promise<number> => {
    let left = size;
    while (left > 0 && (await fill())) {
      const piece = chunk.subarray(at, at + left);
      at += piece.length;
      left -= piece.length;
      use(piece);
    }
    return size - left;
  };
  return {
    async line(limit) {
      const pieces: Buffer[] = [];
      let size = 0;
      while (size < limit && (await fill())) {
        const end = chunk.indexOf(10, at);
        const piece = chunk.subarray(at, Math.min(end < 0 ? chunk.length : end, at + limit - size));
        at += piece.length;
        pieces.push(piece);
        size += piece.length;
        if (at === end) {
          at++;
          return Buffer.concat(pieces).toString('latin1').replace(/\r$/, '');
        }
      }
      return size === 0 ? null : Buffer.concat(pieces).toString('latin1');
    },
    async take(size) {
      const pieces: Buffer[] = [];
      // Copies: a chunk of the stream may be used again for the next one.
      await each(size, piece => pieces.push(Buffer.from(piece)));
      return Buffer.concat(pieces);
    },
    skip: size => each(size, () => {}),
  };
}
