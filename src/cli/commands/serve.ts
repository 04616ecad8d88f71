import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Command, Option } from 'commander';
import type { LocalLedger, OpenLedger } from '../../dateline.ts';
import type { Serving } from '../../http/index.ts';
import { CliError } from '../errors.ts';
import type { Io } from '../io.ts';
import type { LedgerChoice } from '../ledger.ts';
import * as options from '../options.ts';
import { version } from '../version.ts';

export interface ServeOptions extends LedgerChoice {
  readonly port: number;
  readonly host: string;
}

export const DEFAULT_PORT = 4400;

export const port = (): Option =>
  new Option('--port <n>', 'port to listen on; 0 for any free one')
    .default(DEFAULT_PORT)
    .argParser(options.parsePort);

/** `dateline serve`: the web application and the HTTP API. */
export const addServe = (program: Command, io: Io): Command =>
  program
    .command('serve')
    .summary('serve the web application and the HTTP API')
    .description(
      'Serves the web application and the HTTP API over the ledger. Beyond loopback (--host) everybody is a viewer, and private persons ' +
        'who spoke are masked. While it runs, the other commands work through it.',
    )
    .addOption(port())
    .addOption(new Option('--host <h>', 'address to listen on').default('127.0.0.1'))
    .addOption(options.database())
    .action(async (given: ServeOptions) => {
      const { openLedger } = await import('../../dateline.ts');
      const ledger = await openLedger({
        ...(given.database ? { database: given.database } : {}),
        create: true,
        command: 'dateline serve',
        onWait: (message: string) => io.err(`dateline: ${message}\n`),
      });
      await serveUntilStopped(io, localOrThrow(ledger), given, []);
    });

/** A server needs the ledger itself: where another server has it, there is nothing to serve. */
export function localOrThrow(ledger: OpenLedger): LocalLedger {
  if (ledger.kind === 'local') return ledger;
  throw new CliError(
    `this ledger is served already${ledger.address ? `, at ${ledger.address}` : ''}: open it there, or stop that "dateline serve" or "dateline demo" first`,
  );
}

/** Serves an open ledger until it is told to stop, then finishes what is in hand and closes it. `told` is printed once it listens. */
export async function serveUntilStopped(
  io: Io,
  ledger: LocalLedger,
  { port, host }: Pick<ServeOptions, 'port' | 'host'>,
  told: readonly string[],
): Promise<void> {
  try {
    const serving = await start(io, ledger, port, host);
    await io.out(`${[...told, ...welcome(serving, io)].join('\n')}\n`);
    await untilStopped();
    io.err('dateline: stopping\n');
    await serving.stop();
  } finally {
    await ledger.close();
  }
}

async function start(io: Io, ledger: LocalLedger, port: number, host: string): Promise<Serving> {
  const [{ serve }, { read, explain }] = await Promise.all([
    import('../../http/index.ts'),
    import('../../dateline.ts'),
  ]);
  const web = fileURLToPath(new URL('../../web/', import.meta.url));
  return serve(ledger, {
    port,
    host,
    version,
    webRoot: existsSync(`${web}/index.html`) ? web : undefined,
    read: async (input, isExplained) => (isExplained ? explain(input) : { reading: await read(input) }),
    announce: address => ledger.announce({ address }),
    onError: (error, request) => {
      io.err(
        `dateline: ${request.method} ${new URL(request.url).pathname} failed: ${(error as Error).stack ?? error}\n`,
      );
    },
  });
}

function welcome({ address, isOpen }: Serving, { style }: Io): string[] {
  const who = isOpen
    ? 'Open to whoever reaches it: everybody is a viewer, and private persons who spoke are masked.'
    : 'On this machine only.';
  return [
    `Open ${style.bold(address)}   ${style.dim(`(API: ${address}/openapi.json)`)}`,
    `${who} Ctrl-C stops it.`,
  ];
}

/** Resolves at the first signal to stop. */
const untilStopped = (): Promise<void> =>
  new Promise(done => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => done());
  });
