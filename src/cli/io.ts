import { makeStyle, type Style, wantsColours } from './style.ts';

/** What a command reads from and prints to: the process's streams, or a test's. */
export interface Io {
  readonly stdin: NodeJS.ReadableStream & { isTTY?: boolean };
  readonly env: NodeJS.ProcessEnv;
  /** Columns of the terminal; 100 where the output goes elsewhere. */
  readonly width: number;
  readonly style: Style;
  /** Whether messages go to a terminal, so that progress may redraw its line. */
  readonly live: boolean;
  /** Result, to standard output; resolves when the reader has taken it. */
  out(text: string | Uint8Array): Promise<void>;
  /** Whether the result goes to a terminal, where bytes make no sense. */
  readonly isTerminal?: boolean;
  /** Message or progress, to standard error. */
  err(text: string): void;
  /** What the command ends with, where nothing was thrown. */
  exitCode: number;
}

/** The process's own streams. A reader that goes away (`| head`) ends the program quietly. */
export function processIo(): Io {
  const { stdout, stderr, stdin, env } = process;
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
  const columns = Number(env.COLUMNS) || stdout.columns || 100;
  return {
    stdin,
    env,
    width: Math.max(40, Math.min(columns, 120)),
    style: makeStyle(wantsColours(stdout.isTTY === true, env)),
    live: stderr.isTTY === true && env.CI == null,
    out: text =>
      new Promise(done => {
        if (stdout.write(text)) done();
        else stdout.once('drain', done);
      }),
    err: text => {
      stderr.write(text);
    },
    isTerminal: stdout.isTTY === true,
    exitCode: 0,
  };
}
