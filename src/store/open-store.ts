import { existsSync } from 'node:fs';
import { LedgerError } from '../model/index.ts';
import type { Gateway } from './gateway.ts';
import { findLedgerDirectory } from './ledger-directory.ts';
import type { Lock, LockHolder } from './lock/lock-file.ts';
import { takeLock } from './lock/take-lock.ts';
import { migrate, versionOf } from './migrations/migrate.ts';
import { createGateway } from './open-gateway.ts';
import { hide, openPostgres } from './open-postgres.ts';
import { openPglite } from './pglite/open-pglite.ts';

export interface StoreOptions {
  /** A directory (embedded), `memory://` (embedded, gone at the end), or a `postgres://` address. */
  readonly database: string;
  /** Whether to make a ledger where there is none; true unless told. */
  readonly create?: boolean | undefined;
  /** What this process does, for people who wait for it: "dateline add". */
  readonly command?: string | undefined;
  /** How long to wait for another process that has the directory open, in milliseconds; 10,000 unless told. */
  readonly waitMs?: number | undefined;
  readonly onWait?: ((sentence: string) => void) | undefined;
}

/** An open store. `lock` is there for a directory only. */
export interface Store extends Gateway {
  readonly where: string;
  readonly lock: Lock | null;
}

/** The process that serves the ledger which was to be opened. */
export interface ServedElsewhere {
  readonly server: LockHolder & { readonly address: string };
}

export const isPostgres = (database: string): boolean => /^postgres(ql)?:\/\//.test(database);

/**
 * Opens the records, brought forward to the newest version; or says which live server has them. Rejects with a
 * `LedgerError` where there are none, somebody holds them, or a newer Dateline made them.
 */
export async function openStore(options: StoreOptions): Promise<Store | ServedElsewhere> {
  const { database } = options;
  if (isPostgres(database)) {
    const gateway = createGateway(await openPostgres(database));
    return ready(gateway, hide(database), null, options);
  }
  if (database === 'memory://') return ready(createGateway(await openPglite(null)), database, null, options);
  if (/^[a-z]{2,}:\/\//.test(database))
    throw new LedgerError(
      'invalid',
      `unknown database "${database}": write a directory or a postgres:// address`,
    );
  const where = JSON.stringify(database);
  const directory = findLedgerDirectory(database, options.create !== false);
  const taken = await takeLock(directory.lock, where, {
    command: options.command ?? 'another command',
    waitMs: options.waitMs ?? 10_000,
    onWait: options.onWait,
  });
  if ('server' in taken) return taken;
  try {
    if (options.create === false && !existsSync(directory.data)) throw missing(where);
    return await ready(createGateway(await openPglite(directory.data)), where, taken.lock, options);
  } catch (error) {
    taken.lock.release();
    if (error instanceof LedgerError) throw error;
    throw new LedgerError(
      'unavailable',
      `the ledger at ${where} cannot be opened: ${(error as Error).message}`,
    );
  }
}

async function ready(
  gateway: Gateway,
  where: string,
  lock: Lock | null,
  options: StoreOptions,
): Promise<Store> {
  try {
    if (options.create === false && (await versionOf(gateway)) === 0) throw missing(where);
    await migrate(gateway, where);
  } catch (error) {
    await gateway.close();
    throw error;
  }
  const close = async (): Promise<void> => {
    await gateway.close();
    lock?.release();
  };
  return { ...gateway, where, lock, close };
}

const missing = (where: string): LedgerError =>
  new LedgerError('missing', `there is no ledger at ${where}: file a report first, with dateline add`);
