import { Readable } from 'node:stream';
import type { Io } from '../../src/cli/io.ts';
import { run } from '../../src/cli/run.ts';
import { makeStyle } from '../../src/cli/style.ts';

/**
 * One command line in this process: what it printed where, and its exit code.
 * @example await dateline(['status', '--json'], '', { DATELINE_DATABASE: directory })
 */
export async function dateline(
  args: readonly string[],
  stdin = '',
  env: NodeJS.ProcessEnv = {},
): Promise<{ readonly code: number; readonly out: string; readonly err: string }> {
  let out = '',
    err = '';
  const io: Io = {
    stdin: Readable.from([Buffer.from(stdin)]) as Io['stdin'],
    env: { USER: 'tester', ...env },
    width: 100,
    style: makeStyle(false),
    live: false,
    out: async text => {
      out += text;
    },
    err: text => {
      err += text;
    },
    exitCode: 0,
  };
  const code = await run(args, io);
  return { code, out, err };
}
