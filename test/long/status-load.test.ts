import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStore, type Store } from '../../src/store/index.ts';
import { fillRecord } from '../support/fill-ledger.ts';
import { startPostgres, type TestPostgres } from '../support/postgres.ts';
import { COUNTRIES, keepFiling, measureLoad, startServer, statusPaths } from '../support/status-load.ts';

let postgres: TestPostgres;
beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(() => postgres.stop());

test('200 status requests a second for a minute, while reports are being filed', async () => {
  const database = await postgres.createDatabase();
  const store = (await openStore({ database })) as Store;
  await fillRecord(store, { countries: COUNTRIES, places: 40, periods: 50 });
  const { rows } = await store.query('select count(*) as n from weighed_claims');
  expect(Number(rows[0]!.n)).toBe(100_000);
  await store.close();
  const server = await startServer(database);
  const paths = statusPaths(COUNTRIES, 50);
  await measureLoad({ address: server.address, paths, perSecond: 50, seconds: 4 });
  const filing = keepFiling(server.address);
  const measured = await measureLoad({ address: server.address, paths, perSecond: 200, seconds: 60 });
  const filed = await filing.stop();
  expect(await server.stop()).toBe(0);
  const { requests, errors, refused, p50, p95, worst } = measured;
  console.log(
    `status: ${requests} requests in a minute, ${errors} errors ${JSON.stringify(refused)}; 50th percentile ${p50.toFixed(1)} ms, 95th ${p95.toFixed(1)} ms, worst ${worst.toFixed(0)} ms; ${filed} reports filed meanwhile`,
  );
  expect(errors).toBe(0);
  expect(filed).toBeGreaterThan(10);
  expect(p95).toBeLessThan(100);
});
