import { type TakeInOptions, withDefaults } from './options.ts';
import { whole } from './take-in-archive.ts';
import { takeInStream } from './take-in-stream.ts';
import { refusal, type Taken } from './taken.ts';

/** The reports that come in on standard input: one document, or a stream of many. Refused where it is none. */
export async function* takeInStdin(
  stream: AsyncIterable<Uint8Array | string>,
  options: TakeInOptions = {},
): AsyncGenerator<Taken> {
  async function* bytes(): AsyncGenerator<Uint8Array> {
    for await (const chunk of stream) yield typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
  }
  const origin = whole('standard input');
  try {
    for await (const taken of takeInStream(bytes(), origin, options))
      yield taken.kind === 'report' ? { ...taken, input: withDefaults(taken.input, options) } : taken;
  } catch (error) {
    yield refusal(origin.from, error);
  }
}
