import { afterAll, beforeAll, describe, vi } from 'vitest';
import { openStore, type Store } from '../../src/store/index.ts';
import { makeLedgerDirectory, removeDirectories } from './pglite.ts';
import { startPostgres, type TestPostgres } from './postgres.ts';

export interface Stores {
  readonly kind: 'pglite' | 'postgres';
  /** Makes an empty database; gives what `DATELINE_DATABASE` would say. */
  make(): Promise<string>;
  /** The suite's own store, emptied: opening one for each test would take most of the time. */
  empty(): Promise<Store>;
}

/** Runs a suite on PGlite and on a real Postgres server. */
export function describeStores(name: string, suite: (stores: Stores) => void): void {
  // An embedded database takes a second to open, and many times that on a busy machine.
  vi.setConfig({ testTimeout: 120_000 });
  describe(`${name} on PGlite`, () => {
    suite({ kind: 'pglite', make: makeLedgerDirectory, empty: shared(makeLedgerDirectory) });
    afterAll(removeDirectories);
  });
  describe(`${name} on Postgres`, () => {
    let server: TestPostgres;
    beforeAll(async () => {
      server = await startPostgres();
    });
    afterAll(() => server.stop());
    const make = () => server.createDatabase();
    suite({ kind: 'postgres', make, empty: shared(make) });
  });
}

function shared(make: () => Promise<string>): () => Promise<Store> {
  let store: Store | null = null;
  afterAll(() => store?.close());
  return async () => {
    store ??= (await openStore({ database: await make() })) as Store;
    await emptyStore(store);
    return store;
  };
}

/** Removes all rows of ours, and tables that a test made. */
export async function emptyStore(store: Store): Promise<void> {
  const { rows } = await store.query(`select tablename as name from pg_tables where schemaname = 'public'`);
  const ours = rows.map(r => String(r.name)).filter(table => table !== 'migrations' && table !== 'notes');
  await store.query(`
    drop table if exists notes;
    truncate ${ours.map(t => `"${t}"`).join(', ')} restart identity;
    insert into revision values (0, '');`);
}
