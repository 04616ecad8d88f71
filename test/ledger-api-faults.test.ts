import { afterEach, expect, test } from 'vitest';
import { namingOf } from '../src/dateline/filing/naming.ts';
import { weigh } from '../src/ledger/index.ts';
import { loadPeriods, loadReadings, loadReports, openStore, type Store } from '../src/store/index.ts';
import { type Child, runChild } from './support/child.ts';
import { contextOver } from './support/ledgers.ts';
import { describeStores } from './support/stores.ts';

describeStores('a ledger under blows', ({ make, kind }) => {
  const children: Child[] = [];
  afterEach(() => {
    for (const child of children.splice(0)) child.process.kill('SIGKILL');
  });
  const start = (...args: string[]): Child => {
    const child = runChild('file-reports.js', args);
    children.push(child);
    return child;
  };
  /** The numbers on file, after checking that the record is that of weighing what is there. */
  const check = async (database: string): Promise<Set<string>> => {
    const store = (await openStore({ database })) as Store;
    try {
      return await store.read(async tx => {
        const reports = await loadReports(tx);
        const readings = await loadReadings(tx);
        const record = weigh({ reports, readings, decisions: [] }, namingOf(contextOver(store)));
        expect(readings.length).toBe(reports.length);
        expect(record.periods.length).toBeGreaterThan(0);
        expect(await loadPeriods(tx)).toEqual(record.periods);
        return new Set(reports.map(r => `${r.outlet} ${/Number (\d+)\./.exec(r.text)![1]}`));
      });
    } finally {
      await store.close();
    }
  };

  test('kill −9 of a process that files loses nothing that it accepted', async () => {
    const database = await make();
    const accepted = new Set<string>();
    let next = 0;
    for (const filings of kind === 'postgres' ? [1, 4, 9] : [2, 7]) {
      const child = start(database, 'Wire', String(next));
      for (let i = 0; i < filings; i++) {
        const [n, outcome] = (await child.line()).split(' ');
        expect(outcome).toBe('filed');
        accepted.add(`Wire ${n}`);
        next = Number(n) + 1;
      }
      // While the next one is being filed: that one is there whole, or not at all.
      await new Promise(done => setTimeout(done, 5 * filings));
      child.process.kill('SIGKILL');
      await child.ended;
      const there = await check(database);
      for (const one of accepted) expect(there).toContain(one);
      expect(there.size - accepted.size).toBeLessThanOrEqual(filings);
      for (const one of there) accepted.add(one);
      next = accepted.size;
    }
  }, 300_000);

  test('two processes that file at once lose nothing', async () => {
    const database = await make();
    const both = [start(database, 'Wire', '0', '6'), start(database, 'Post', '0', '6')];
    const ends = await Promise.all(both.map(child => child.ended));
    expect(ends.map(e => [e.code, e.stderr])).toEqual([
      [0, ''],
      [0, ''],
    ]);
    expect((await check(database)).size).toBe(12);
  }, 300_000);
});
