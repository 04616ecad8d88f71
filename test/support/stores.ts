import { afterAll, beforeAll, describe } from 'vitest';
import { makeLedgerDirectory, removeDirectories } from './pglite.ts';
import { startPostgres, type TestPostgres } from './postgres.ts';

/** Makes an empty database of a kind; gives what `DATELINE_DATABASE` would say. */
export type MakeDatabase = () => Promise<string>;

/** Runs a suite on PGlite and on a real Postgres server. */
export function describeStores(
  name: string,
  suite: (make: MakeDatabase, kind: 'pglite' | 'postgres') => void,
): void {
  describe(`${name} on PGlite`, () => {
    afterAll(removeDirectories);
    suite(makeLedgerDirectory, 'pglite');
  });
  describe(`${name} on Postgres`, () => {
    let server: TestPostgres;
    beforeAll(async () => {
      server = await startPostgres();
    });
    afterAll(() => server.stop());
    suite(() => server.createDatabase(), 'postgres');
  });
}
