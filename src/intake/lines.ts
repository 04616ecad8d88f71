import { StringDecoder } from 'node:string_decoder';

export interface Line {
  /** Counted from 1, empty lines too. */
  readonly number: number;
  readonly text: string;
  /** Set where the line was longer than the limit: its text was let go. */
  readonly tooLong?: true;
}

/** Longest line that is kept, in characters: a report of the largest size with all its escapes. */
export const LINE_LIMIT = 16_000_000;

/**
 * The lines of a stream of bytes, one at a time, in memory bounded by the longest line. Empty lines are left out (but counted);
 * CR LF and a byte order mark at the start are taken off.
 */
export async function* linesOf(
  stream: AsyncIterable<Uint8Array | string>,
  limit: number = LINE_LIMIT,
): AsyncGenerator<Line> {
  const decoder = new StringDecoder('utf8');
  let pending: string[] = [],
    length = 0,
    number = 0,
    tooLong = false;
  const take = (text: string): void => {
    length += text.length;
    tooLong ||= length > limit;
    if (tooLong) pending = [];
    else pending.push(text);
  };
  const finish = (): Line => {
    const text = pending.join('').replace(/\r$/, '');
    const line: Line = {
      number: ++number,
      text: number === 1 ? text.replace(/^\ufeff/, '') : text,
      ...(tooLong ? { tooLong } : {}),
    };
    pending = [];
    length = 0;
    tooLong = false;
    return line;
  };
  for await (const chunk of stream) {
    const parts = (typeof chunk === 'string' ? chunk : decoder.write(chunk as Buffer)).split('\n');
    for (const [i, part] of parts.entries()) {
      take(part);
      if (i === parts.length - 1) break;
      const line = finish();
      if (line.tooLong || line.text.trim() !== '') yield line;
    }
  }
  take(decoder.end());
  if (length > 0) {
    const line = finish();
    if (line.tooLong || line.text.trim() !== '') yield line;
  }
}
