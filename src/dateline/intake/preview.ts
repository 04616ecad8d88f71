import type { ReportInput } from '../../model/index.ts';
import { isAddress, takeIn } from './take-in.ts';
import { takeInStream } from './take-in-stream.ts';
import { refusal, type Taken } from './taken.ts';

/** What a source holds, before anything is filed. */
export interface Preview {
  readonly reports: readonly ReportInput[];
  readonly refused: readonly { readonly from: string; readonly why: string }[];
  /** Whether it holds more than were taken. */
  readonly more: boolean;
}

const MOST = 25;

/**
 * The first reports of a web address or of a file's bytes, filed nowhere. A path is never read: what asks may sit elsewhere.
 * @example await preview({ name: 'story.html', bytes }) // { reports: [{ title: … }], refused: [], more: false }
 */
export async function preview(
  source: { readonly address: string } | { readonly name: string; readonly bytes: Uint8Array },
  most = MOST,
): Promise<Preview> {
  const reports: ReportInput[] = [],
    refused: { from: string; why: string }[] = [];
  for await (const taken of takenOf(source)) {
    if (reports.length + refused.length === most) return { reports, refused, more: true };
    if (taken.kind === 'report') reports.push(taken.input);
    else refused.push({ from: taken.from, why: taken.why });
  }
  return { reports, refused, more: false };
}

async function* takenOf(
  source: { readonly address: string } | { readonly name: string; readonly bytes: Uint8Array },
): AsyncGenerator<Taken> {
  if ('address' in source) {
    if (isAddress(source.address)) yield* takeIn(source.address);
    else
      yield {
        kind: 'refused',
        from: source.address,
        why: `"${source.address}" is no web address: write one that begins with https:// or http://`,
      };
    return;
  }
  const { name, bytes } = source;
  async function* stream(): AsyncGenerator<Uint8Array> {
    yield bytes;
  }
  try {
    yield* takeInStream(stream(), { from: name, source: null, done: 0 }, {});
  } catch (error) {
    yield refusal(name, error);
  }
}
