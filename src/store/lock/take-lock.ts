import { hostname } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { LedgerError } from '../../model/index.ts';
import {
  forgetWish,
  isStale,
  type Lock,
  type LockHolder,
  ownHolder,
  readHolder,
  removeStale,
  tryLock,
  wantLock,
} from './lock-file.ts';

export interface LockOptions {
  /** What this process does, for people: "dateline add". */
  readonly command: string;
  /** How long to wait for another process, in milliseconds. */
  readonly waitMs: number;
  /** Told once, in one sentence, whom it waits for. */
  readonly onWait?: ((sentence: string) => void) | undefined;
}

const POLL_MS = 100;

/**
 * The lock of a ledger, or the server that holds it. A lock left by a dead process is taken over; another command is
 * waited for. Rejects with a `LedgerError` ('held') naming who has it where the wait was in vain.
 */
export async function takeLock(
  file: string,
  where: string,
  options: LockOptions,
): Promise<{ readonly lock: Lock } | { readonly server: LockHolder & { readonly address: string } }> {
  const mine = ownHolder(options.command);
  const deadline = performance.now() + options.waitMs;
  let isTold = false;
  for (;;) {
    const lock = tryLock(file, mine);
    if (lock != null) {
      if (isTold) forgetWish(file);
      return { lock };
    }
    const holder = readHolder(file);
    if (holder == null) continue;
    if (isStale(holder)) {
      removeStale(file, mine);
      await sleep(5);
      continue;
    }
    if (holder === 'unreadable') continue;
    if (holder.address != null) return { server: { ...holder, address: holder.address } };
    if (performance.now() >= deadline) throw held(file, where, holder, options.waitMs);
    if (!isTold) options.onWait?.(`waiting for ${sayHolder(holder)}, which has the ledger at ${where} open`);
    isTold = true;
    wantLock(file);
    await sleep(POLL_MS);
  }
}

function held(file: string, where: string, holder: LockHolder, waited: number): LedgerError {
  const elsewhere =
    holder.host === hostname() ? '' : `; if it no longer runs there, remove ${JSON.stringify(file)}`;
  return new LedgerError(
    'held',
    `the ledger at ${where} is held by ${sayHolder(holder)}: waited ${Math.round(waited / 1000)} s in vain${elsewhere}`,
  );
}

/** @example sayHolder(holder) // '"dateline add" (process 4711)' */
const sayHolder = (holder: LockHolder): string =>
  `"${holder.command}" (process ${holder.pid}${holder.host === hostname() ? '' : ` on ${holder.host}`})`;
