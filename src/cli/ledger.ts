import { userInfo } from 'node:os';
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
