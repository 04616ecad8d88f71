import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Command, InvalidArgumentError, Option } from 'commander';
import type { LocalLedger, OpenLedger } from '../../dateline.ts';
import type { Serving } from '../../http/index.ts';
import { CliError, EXIT } from '../errors.ts';
import type { Io } from '../io.ts';
import type { LedgerChoice } from '../ledger.ts';
import * as options from '../options.ts';
import { version } from '../version.ts';

export interface ServeOptions extends LedgerChoice {
  readonly port: number;
  readonly host: string;
  readonly publicAddress?: string | undefined;
  readonly behindProxy?: boolean | undefined;
  /** The demo: whoever sits at this machine may do everything that an analyst may, and nobody signs in. */
  readonly open?: boolean | undefined;
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
      'Serves the web application and the HTTP API over the ledger. The first start makes an administrator and prints a link that lets ' +
        'them in once. Until somebody has used it, a server on loopback is open to whoever sits at this machine; from then on, and always ' +
        'beyond loopback (--host), everybody signs in. While it runs, the other commands work through it.',
    )
    .addOption(port())
    .addOption(new Option('--host <h>', 'address to listen on').default('127.0.0.1'))
    .addOption(
      new Option(
        '--public-address <url>',
        'how people reach it, where a proxy with TLS stands before it: https://desk.example.org',
      )
        .env('DATELINE_ADDRESS')
        .argParser(parseAddress),
    )
    .addOption(new Option('--behind-proxy', 'believe the proxy’s X-Forwarded-For').env('DATELINE_PROXY'))
    .addOption(options.database())
    .action(async (given: ServeOptions) => {
      const { openLedger } = await import('../../dateline.ts');
      const ledger = await openLedger({
        ...(given.database ? { database: given.database } : {}),
        create: true,
        command: 'dateline serve',
        threads: 'always',
        onWait: (message: string) => io.err(`dateline: ${message}\n`),
      });
      await serveUntilStopped(io, localOrThrow(ledger), given, []);
    });

function parseAddress(value: string): string {
  if (URL.canParse(value) && /^https?:$/.test(new URL(value).protocol)) return new URL(value).origin;
  throw new InvalidArgumentError('Write an address such as https://desk.example.org.');
}

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
  given: Pick<ServeOptions, 'port' | 'host' | 'publicAddress' | 'behindProxy' | 'open'>,
  told: readonly string[],
): Promise<void> {
  // From the start: who is told to stop while starting still closes the ledger.
  const stopped = untilStopped();
  try {
    const { serving, stop } = await start(io, ledger, given);
    await io.out(`${[...told, ...(await welcome(serving, ledger, given, io))].join('\n')}\n`);
    // What is queued is done meanwhile: feeds polled, articles fetched and filed.
    const work = ledger.startWork({
      onError: error => io.err(`dateline: ${(error as Error).message}\n`),
    });
    await stopped;
    io.err('dateline: stopping; what is in hand is finished first (Ctrl-C again stops at once)\n');
    await Promise.race([Promise.all([stop(), work.stop()]), untilStopped()]);
  } finally {
    await ledger.close();
  }
}

async function start(
  io: Io,
  ledger: LocalLedger,
  { port, host, publicAddress, behindProxy, open }: Omit<ServeOptions, 'database'>,
): Promise<{ readonly serving: Serving; readonly stop: () => Promise<void> }> {
  const [{ createLog, serve, startTraces }, { explain }, { destination }] = await Promise.all([
    import('../../http/index.ts'),
    import('../../dateline.ts'),
    import('pino'),
  ]);
  const web = fileURLToPath(new URL('../../web/', import.meta.url));
  const log = createLog(logLevel(io), destination({ fd: 2, sync: true }));
  const traces = (await startTraces(io.env, version)) ?? undefined;
  const serving = await serve(ledger, {
    port,
    host,
    version,
    publicAddress,
    behindProxy,
    basemap: io.env.DATELINE_BASEMAP,
    webRoot: existsSync(`${web}/index.html`) ? web : undefined,
    ...(open ? {} : { sessions: ledger.sessions }),
    read: async (input, isExplained) =>
      isExplained ? explain(input) : { reading: await ledger.read(input) },
    ping: () => ledger.ping(),
    announce: address => ledger.announce({ address }),
    log,
    traces,
  });
  const deliveries = ledger.startDeliveries({
    onFailure: (webhook, why, isLast) => log.note('warn', { webhook, why, isLast }, 'a delivery failed'),
  });
  return {
    serving,
    stop: async () => {
      await Promise.all([serving.stop(), deliveries.stop()]);
      await traces?.stop().catch(() => {});
    },
  };
}

const LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const;

/** A terminal shows what goes wrong, a log file every request; `DATELINE_LOG` says otherwise. */
function logLevel({ env, live }: Io): (typeof LEVELS)[number] {
  const told = env.DATELINE_LOG;
  if (!told) return live ? 'error' : 'info';
  const level = LEVELS.find(each => each === told);
  if (level == null)
    throw new CliError(`DATELINE_LOG=${told} is no level: write one of ${LEVELS.join(', ')}`, EXIT.usage);
  return level;
}

async function welcome(
  { address, isOpen }: Serving,
  ledger: LocalLedger,
  { open, publicAddress }: Pick<ServeOptions, 'open' | 'publicAddress'>,
  { style }: Io,
): Promise<string[]> {
  const reached = publicAddress ?? address.replace(/\/\/(?:0\.0\.0\.0|\[::\])/, '//localhost');
  const lines = [`Open ${style.bold(reached)}   ${style.dim(`(API: ${reached}/reference)`)}`];
  if (open) lines.push('Open to whoever sits at this machine, without signing in, and to nobody else.');
  else {
    const link = await ledger.sessions.first();
    if (link != null) {
      const { expires, token } = link;
      lines.push(
        isOpen || publicAddress
          ? 'Nobody has signed in yet. This link lets the administrator in, once:'
          : 'On this machine only, and open to whoever sits at it. To have people sign in, open this link, once:',
        `  ${style.bold(`${reached}/welcome?token=${token}`)}`,
        style.dim(
          `  It ends on ${expires.slice(0, 16).replace('T', ' ')} UTC; the next start prints another.`,
        ),
      );
    } else lines.push(`${isOpen ? '' : 'On this machine only. '}Everybody signs in: ${reached}/sign-in`);
  }
  return [...lines, 'Ctrl-C stops it.'];
}

/** Resolves at the first signal to stop. */
const untilStopped = (): Promise<void> =>
  new Promise(done => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => done());
  });
