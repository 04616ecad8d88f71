import { BYTE_LIMIT, IntakeError, readBytes } from '../../intake/index.ts';
import type { Taken } from './take-in.ts';

/** The one report (or JSON array of them) that comes in on a stream, whole. Refused where it is none. */
export async function takeInStdin(stream: AsyncIterable<Uint8Array | string>): Promise<Taken[]> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    size += bytes.length;
    if (size > BYTE_LIMIT) break;
    chunks.push(bytes);
  }
  const from = 'standard input';
  try {
    const whole = size > BYTE_LIMIT ? new Uint8Array(BYTE_LIMIT + 1) : Buffer.concat(chunks);
    return (await readBytes(whole)).map(input => ({ kind: 'report', from, input }));
  } catch (error) {
    if (!(error instanceof IntakeError)) throw error;
    return [{ kind: 'refused', from, why: error.message }];
  }
}
