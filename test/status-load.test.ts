import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStore, type Store } from '../src/store/index.ts';
import { fillRecord } from './support/fill-ledger.ts';
import { startPostgres, type TestPostgres } from './support/postgres.ts';
import { COUNTRIES, keepFiling, measureLoad, startServer, statusPaths } from './support/status-load.ts';

let postgres: TestPostgres;
beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(() => postgres.stop());

/** The minute of test/long/status-load.test.ts in small; how fast it must be is left to that one, which has the machine to itself. */
test('status is answered without an error while reports are being filed', async () => {
  const database = await postgres.createDatabase();
  const store = (await openStore({ database })) as Store;
  const countries = COUNTRIES.slice(0, 10);
  await fillRecord(store, { countries, places: 20, periods: 20 });
  await store.close();
  const server = await startServer(database);
  const filing = keepFiling(server.address);
  const paths = statusPaths(countries, 10);
  const measured = await measureLoad({ address: server.address, paths, perSecond: 20, seconds: 5 });
  const filed = await filing.stop();
  const response = await fetch(server.address + paths[0]);
  expect((await response.json()) as unknown[]).toHaveLength(20);
  expect(await server.stop()).toBe(0);
  expect(measured).toMatchObject({ requests: 100, errors: 0 });
  expect(filed).toBeGreaterThan(0);
}, 300_000);
