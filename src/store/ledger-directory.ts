import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { LedgerError } from '../model/index.ts';

/** A ledger's directory: this mark, the lock, and the database in `data`. */
const MARK = 'ledger.json';
/** Form of the directory itself; the records inside have versions of their own. */
const FORMAT = 1;

export interface LedgerDirectory {
  readonly path: string;
  readonly data: string;
  readonly lock: string;
}

const quote = (path: string): string => JSON.stringify(path);

/**
 * Finds a ledger's directory, or makes it where `mayCreate`. Throws a `LedgerError` where there is none, where something
 * else lies there, or where a newer Dateline made it.
 */
export function findLedgerDirectory(path: string, mayCreate: boolean): LedgerDirectory {
  const full = resolve(path);
  const stat = statSync(full, { throwIfNoEntry: false });
  if (stat == null) {
    if (!mayCreate)
      throw new LedgerError(
        'missing',
        `there is no ledger at ${quote(path)}: file a report first, with dateline add`,
      );
    if (statSync(dirname(full), { throwIfNoEntry: false }) == null)
      throw new LedgerError(
        'missing',
        `cannot make a ledger at ${quote(path)}: its parent directory does not exist`,
      );
  } else if (!stat.isDirectory())
    throw new LedgerError('invalid', `${quote(path)} is a file, not the directory of a ledger`);
  else checkMark(full, path, mayCreate);
  if (mayCreate && !statSync(join(full, MARK), { throwIfNoEntry: false })) makeMark(full, path);
  return { path: full, data: join(full, 'data'), lock: join(full, 'lock') };
}

function checkMark(full: string, path: string, mayCreate: boolean): void {
  let text: string;
  try {
    text = readFileSync(join(full, MARK), 'utf8');
  } catch {
    const isEmpty = readdirSync(full).length === 0;
    if (isEmpty && mayCreate) return;
    if (isEmpty)
      throw new LedgerError('missing', `there is no ledger at ${quote(path)}: the directory is empty`);
    throw new LedgerError('invalid', `${quote(path)} is not a ledger: it holds other files and no ${MARK}`);
  }
  const format = formatOf(text);
  if (format == null)
    throw new LedgerError('invalid', `${quote(path)} is not a ledger: its ${MARK} is not ours`);
  if (format > FORMAT)
    throw new LedgerError(
      'newer',
      `the ledger at ${quote(path)} is of a newer version (${format}) than this Dateline knows (${FORMAT}): update Dateline`,
    );
}

function formatOf(text: string): number | null {
  try {
    const { dateline } = JSON.parse(text) as { dateline?: unknown };
    return typeof dateline === 'number' ? dateline : null;
  } catch {
    return null;
  }
}

function makeMark(full: string, path: string): void {
  try {
    mkdirSync(full, { recursive: true });
    writeFileSync(join(full, MARK), `${JSON.stringify({ dateline: FORMAT })}\n`);
  } catch (error) {
    throw new LedgerError(
      'unavailable',
      `cannot make a ledger at ${quote(path)}: ${(error as Error).message}`,
    );
  }
}
