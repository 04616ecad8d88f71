import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createLocalLedger, type LocalLedger } from '../src/dateline/local-ledger.ts';
import type { Asker, ReportInput } from '../src/model/index.ts';
import { openStore, type Store } from '../src/store/index.ts';
import { contextOver, dumpRecord, overStore } from './support/ledgers.ts';
import { makeLedgerDirectory, removeDirectories } from './support/pglite.ts';
import { dispatch, plainReader } from './support/plain-reader.ts';
import { emptyStore } from './support/stores.ts';

const desk: Asker = { id: 'desk', name: 'The desk', role: 'analyst', withhold: false };
let store: Store;
beforeAll(async () => {
  store = (await openStore({ database: await makeLedgerDirectory() })) as Store;
});
afterAll(async () => {
  await store.close();
  removeDirectories();
});

/** A ledger that has threads to read in, as it sees it: what is read at once is filed together. */
const pooled = (broken = ''): LocalLedger =>
  createLocalLedger({
    ...contextOver(store),
    isServing: true,
    pool: {
      size: 4,
      close: async () => {},
      read: async report => {
        const reading = plainReader.read(report);
        // A reading that no store can hold: its claim stands there twice.
        return broken !== '' && report.text.includes(broken)
          ? { ...reading, claims: [...reading.claims, ...reading.claims] }
          : reading;
      },
    },
  });

const day = (n: number): string => `2021-08-${String(n).padStart(2, '0')}`;
const REPORTS: readonly ReportInput[] = [
  dispatch(day(3), 'Example Wire', 'Red forces captured Arvo on 2021-08-02. Blue forces held Belm.'),
  dispatch(day(4), 'Ridge Post', 'Blue forces captured Arvo on 2021-08-04, said Gul Karimi, a resident.'),
  // The same report again, then another newsroom's copy, a denial, and two versions of one address.
  dispatch(day(3), 'Example Wire', 'Red forces captured Arvo on 2021-08-02. Blue forces held Belm.'),
  {
    ...dispatch(day(5), 'Harbour Wire', 'x'),
    text: dispatch(
      day(4),
      'Ridge Post',
      'Blue forces captured Arvo on 2021-08-04, said Gul Karimi, a resident.',
    ).text,
  },
  dispatch(day(6), 'Example Wire', 'Red forces did not capture Belm on 2021-08-05, said Blue.'),
  dispatch(day(6), 'Post', 'Red forces captured Farah on 2021-08-06.', { url: 'https://post.example/a' }),
  dispatch(day(7), 'Post', 'Red forces left Farah on 2021-08-06.', { url: 'https://post.example/a' }),
];

vi.setConfig({ testTimeout: 120_000 });

test('reports filed together give the record, and the answers, of each filed by itself', async () => {
  await emptyStore(store);
  const each = [];
  for (const report of REPORTS) each.push(...(await overStore(store).add(desk, [report])));
  const record = await dumpRecord(store);
  await emptyStore(store);
  const write = vi.spyOn(store, 'write');
  const together = await pooled().add(desk, REPORTS);
  expect(write.mock.calls.length).toBeLessThan(REPORTS.length);
  write.mockRestore();
  expect(await dumpRecord(store)).toEqual(record);
  expect(together.map(f => f.outcome)).toEqual([
    'filed',
    'filed',
    'known',
    'filed',
    'filed',
    'filed',
    'filed',
  ]);
  expect(together.map(f => ('copyOf' in f ? f.copyOf : null))).toEqual(
    each.map(f => ('copyOf' in f ? f.copyOf : null)),
  );
});

test('each report of a group has its own entry among the changes, with the places it tells of', async () => {
  await emptyStore(store);
  await pooled().add(desk, REPORTS.slice(0, 2));
  const log = await overStore(store).changeLog(desk, {});
  const reports = log.filter(entry => entry.body.kind === 'report');
  expect(reports).toHaveLength(2);
  const belm = await overStore(store).changeLog(desk, { places: ['x:zz/-/belm'] });
  expect(belm.filter(entry => entry.body.kind === 'report')).toHaveLength(1);
});

test('one that cannot be filed keeps no other of its group from it', async () => {
  await emptyStore(store);
  const ledger = pooled('2021-08-04');
  await expect(ledger.add(desk, REPORTS.slice(0, 2))).rejects.toThrow();
  expect(await ledger.reports(desk)).toHaveLength(1);
});

test('a reader that fails keeps none of the reports before it from being filed', async () => {
  await emptyStore(store);
  const ledger = createLocalLedger({
    ...contextOver(store),
    isServing: true,
    pool: {
      size: 4,
      close: async () => {},
      read: async report => {
        if (report.text.includes('Belm on')) throw new Error('the reader has died');
        return plainReader.read(report);
      },
    },
  });
  // The fifth fails, though all are read at once.
  await expect(ledger.add(desk, REPORTS)).rejects.toThrow('the reader has died');
  expect(await ledger.reports(desk)).toHaveLength(3);
});
