import { userInfo } from 'node:os';
import type { OpenLedger } from '../dateline.ts';
import type { Asker, Ledger } from '../model/index.ts';
import type { Io } from './io.ts';

/** Who asks at the command line: the person logged in, who holds the ledger's files and so may do everything. */
export function askerOf(env: NodeJS.ProcessEnv): Asker {
  let name = env.USER ?? env.USERNAME ?? '';
  try {
    name ||= userInfo().username;
  } catch {
    // A user id without a name, as in containers.
  }
  return { id: `cli:${name || 'unknown'}`, name: name || 'unknown', role: 'administrator', withhold: false };
}

export interface LedgerChoice {
  readonly database?: string | undefined;
  /** Whether many reports may be read in threads. */
  readonly threads?: 'many' | undefined;
}

/**
 * Opens the ledger, hands it to a use, and closes it whatever happens. Where a server holds it, the work goes through that server;
 * where another command does, it is said whom we wait for. `create`: whether a new ledger may be made.
 */
export async function withLedger<Result>(
  io: Io,
  { database, threads }: LedgerChoice,
  create: boolean,
  use: (ledger: Ledger, by: Asker) => Promise<Result>,
): Promise<Result> {
  const { openLedger } = await import('../dateline.ts');
  const ledger = await openLedger({
    ...(database ? { database } : {}),
    create,
    threads,
    onWait: (message: string) => io.err(`dateline: ${message}\n`),
  });
  try {
    return await use(ledger, askerOf(io.env));
  } finally {
    await ledger.close();
  }
}

/** A ledger that is open for long, and given up for a moment where another command waits for it. */
export interface LentLedger {
  /** Changes with `giveWay`: not to be kept. */
  readonly ledger: Ledger;
  /** Lets a command that waits have the ledger, and waits for it in turn; does nothing where none waits. */
  giveWay(): Promise<void>;
}

/** How long a ledger is kept before it is given up again, in milliseconds: opening it takes its time too. */
const KEPT_MS = 3000;
/** Long enough for who waits to find the ledger free. */
const FREE_MS = 400;
/** How long the others may take, in milliseconds. */
const PATIENCE_MS = 3_600_000;

/** As `withLedger`, for what takes long: the other commands get their turns in between. */
export async function withLentLedger<Result>(
  io: Io,
  { database, threads }: LedgerChoice,
  use: (lent: LentLedger, by: Asker) => Promise<Result>,
): Promise<Result> {
  const { openLedger } = await import('../dateline.ts');
  const open = (again: boolean): Promise<OpenLedger> =>
    openLedger({
      ...(database ? { database } : {}),
      create: !again,
      threads,
      ...(again
        ? { waitMs: PATIENCE_MS }
        : { onWait: (message: string) => io.err(`dateline: ${message}\n`) }),
    });
  let ledger = await open(false),
    opened = performance.now();
  const giveWay = async (): Promise<void> => {
    if (ledger.kind !== 'local' || !ledger.isWanted() || performance.now() - opened < KEPT_MS) return;
    await ledger.close();
    await new Promise(done => setTimeout(done, FREE_MS));
    ledger = await open(true);
    opened = performance.now();
  };
  try {
    return await use(
      {
        get ledger() {
          return ledger;
        },
        giveWay,
      },
      askerOf(io.env),
    );
  } finally {
    await ledger.close();
  }
}
