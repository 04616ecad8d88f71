import { cpSync, existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hashId } from '../../src/model/index.ts';
import { openStore, type Store } from '../../src/store/index.ts';
import { MIGRATIONS } from '../../src/store/migrations/index.ts';

/** An empty ledger of the present version, made once for all tests of this machine: making one takes seconds. */
const TEMPLATE = join(
  tmpdir(),
  `dateline-template-${hashId(
    't',
    MIGRATIONS.map(m => m.sql),
  )}`,
);

/** A directory with an empty ledger in it, in a temporary directory that `removeDirectories` removes. */
export async function makeLedgerDirectory(): Promise<string> {
  if (!existsSync(TEMPLATE)) {
    const fresh = mkdtempSync(`${TEMPLATE}-`);
    const store = (await openStore({ database: join(fresh, 'ledger') })) as Store;
    await store.close();
    try {
      renameSync(join(fresh, 'ledger'), TEMPLATE);
    } catch {
      // Another test file was faster.
    }
    rmSync(fresh, { recursive: true, force: true });
  }
  const directory = join(makeTemporary(), 'ledger');
  cpSync(TEMPLATE, directory, { recursive: true });
  return directory;
}

const made: string[] = [];

/** A temporary directory of the test's own. */
export function makeTemporary(): string {
  const parent = mkdtempSync(join(tmpdir(), 'dateline-test-'));
  made.push(parent);
  return parent;
}

/** Call after all tests of a file. */
export function removeDirectories(): void {
  for (const parent of made.splice(0)) rmSync(parent, { recursive: true, force: true });
}
