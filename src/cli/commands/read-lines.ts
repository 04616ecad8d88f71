import { createReadStream } from 'node:fs';
import { CliError, EXIT } from '../errors.ts';
import type { Io } from '../io.ts';
import { showProgress } from '../progress.ts';
import { jsonOf } from './read.ts';

interface FilterOptions {
  readonly published?: string;
  readonly outlet?: string;
  readonly title?: string;
  readonly mentions?: boolean;
  readonly explain?: boolean;
}

/**
 * JSON lines in, JSON lines out, one report at a time: memory is bounded by the longest line, and the reader of the output sets the
 * pace. A bad line is told by its number and passed over.
 */
export async function filterLines(source: string, given: FilterOptions, io: Io): Promise<void> {
  if (given.explain) throw new CliError('--explain goes with one report, not with --jsonl', EXIT.usage);
  const [{ takeInLines }, { read }] = await Promise.all([
    import('../../dateline/intake/index.ts'),
    import('../../dateline.ts'),
  ]);
  const stream = source === '-' ? io.stdin : createReadStream(source);
  const progress = showProgress(io, 'read');
  let refused = 0;
  for await (const taken of takeInLines(
    stream as AsyncIterable<Uint8Array>,
    source === '-' ? 'standard input' : source,
  )) {
    if (taken.kind === 'refused') {
      refused++;
      progress.say(`dateline: ${taken.from}: ${taken.why}`);
      continue;
    }
    const input = {
      ...taken.input,
      published: taken.input.published ?? given.published,
      outlet: taken.input.outlet ?? given.outlet,
      title: taken.input.title ?? given.title,
    };
    const reading = await read(input);
    if (reading.unread) progress.say(`dateline: ${taken.from}: not read: ${reading.unread}`);
    await io.out(`${JSON.stringify(jsonOf(input, reading, given.mentions === true))}\n`);
    progress.step();
  }
  progress.end();
  if (refused > 0) io.exitCode = EXIT.failed;
}
