import { randomBytes } from 'node:crypto';
import { linkSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { isAlive, startOf } from './process-identity.ts';

/** Who has a ledger open. Written with mode 0600: the token lets its reader work through the holder's server. */
export interface LockHolder {
  readonly pid: number;
  /** When the process started, to tell it from a later one with the same id; null where the system does not say. */
  readonly started: string | null;
  readonly host: string;
  /** What it does, for people: "dateline serve". */
  readonly command: string;
  /** Where its server listens, once it does. */
  readonly address: string | null;
  readonly token: string;
}

/** A lock that this process holds. */
export interface Lock {
  readonly holder: LockHolder;
  /** Says where this process serves the ledger; gives the token that opens it. */
  announce(address: string): string;
  /** Whether another process waits for it just now: who holds it for long may give way. */
  isWanted(): boolean;
  release(): void;
}

/** This process as a holder. */
export const ownHolder = (command: string): LockHolder => ({
  pid: process.pid,
  started: startOf(process.pid),
  host: hostname(),
  command,
  address: null,
  token: randomBytes(24).toString('base64url'),
});

/** The holder that a lock file names; null where there is none. One that cannot be understood is of nobody alive. */
export function readHolder(file: string): LockHolder | 'unreadable' | null {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
  try {
    const holder = JSON.parse(text) as LockHolder;
    return typeof holder.pid === 'number' && typeof holder.token === 'string' ? holder : 'unreadable';
  } catch {
    return 'unreadable';
  }
}

/** Whether the holder's process is gone: on another machine nobody can tell, so it counts as alive. */
export function isStale(holder: LockHolder | 'unreadable'): boolean {
  if (holder === 'unreadable') return true;
  if (holder.host !== hostname()) return false;
  if (!isAlive(holder.pid)) return true;
  const started = startOf(holder.pid);
  return started != null && holder.started != null && started !== holder.started;
}

/** How long a wish holds, in milliseconds: who waits renews it ten times a second, on a busy machine more rarely. */
const WISH_MS = 3000;
const wishOf = (file: string): string => `${file}.wanted`;

/** Lets whoever holds the lock know that this process waits for it. */
export function wantLock(file: string): void {
  try {
    writeFileSync(wishOf(file), String(process.pid));
  } catch {
    // A wish that cannot be written down is no reason to stop waiting.
  }
}

export const forgetWish = (file: string): void => rmSync(wishOf(file), { force: true });

const isWanted = (file: string): boolean =>
  Date.now() - (statSync(wishOf(file), { throwIfNoEntry: false })?.mtimeMs ?? 0) < WISH_MS;

/** Takes the lock where nobody has it: the file comes into being whole, or not at all. Null where another has it. */
export function tryLock(file: string, holder: LockHolder): Lock | null {
  if (!place(file, holder)) return null;
  let mine = holder;
  const release = (): void => {
    process.off('exit', release);
    const now = readHolder(file);
    if (now != null && now !== 'unreadable' && now.token === mine.token) rmSync(file, { force: true });
  };
  process.on('exit', release);
  return {
    isWanted: () => isWanted(file),
    get holder() {
      return mine;
    },
    announce(address) {
      mine = { ...mine, address };
      const aside = writeAside(file, mine);
      renameSync(aside, file);
      return mine.token;
    },
    release,
  };
}

function place(file: string, holder: LockHolder): boolean {
  const aside = writeAside(file, holder);
  try {
    linkSync(aside, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(aside, { force: true });
  }
}

function writeAside(file: string, holder: LockHolder): string {
  const aside = `${file}.${holder.pid}.${randomBytes(4).toString('hex')}`;
  writeFileSync(aside, `${JSON.stringify(holder, null, 1)}\n`, { mode: 0o600 });
  return aside;
}

/** A guard older than this was left by a process that died while it removed a stale lock. */
const GUARD_MS = 5000;

/** Removes a lock whose process is gone, one process at a time: two that do it at once could remove each other's new one. */
export function removeStale(file: string, holder: LockHolder): void {
  const guard = `${file}.guard`;
  if (!place(guard, holder)) {
    const age = Date.now() - (statSync(guard, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
    if (age > GUARD_MS) rmSync(guard, { force: true });
    return;
  }
  try {
    const now = readHolder(file);
    if (now != null && isStale(now)) rmSync(file, { force: true });
  } finally {
    rmSync(guard, { force: true });
  }
}
