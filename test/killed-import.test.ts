import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openLedger } from '../src/dateline.ts';
import type { ReportInput } from '../src/model/index.ts';
import { numbersFrom } from './support/fuzz.ts';
import { importUnderBlows, wholeRecord } from './support/killed-import.ts';
import { makeDispatches } from './support/make-dispatches.ts';
import { makeLedgerDirectory, makeTemporary, removeDirectories } from './support/pglite.ts';

afterAll(removeDirectories);
const SEED = Number(process.env.SEED ?? 11);

async function fileCalmly(database: string, reports: readonly ReportInput[]): Promise<void> {
  const ledger = await openLedger({ database });
  const by = { id: 'desk', name: 'The desk', role: 'administrator', withhold: false } as const;
  await ledger.add(by, reports);
  await ledger.close();
}

/** The 10,000 reports of test/long/killed-import.test.ts in small. */
test('an import whose process is killed (−9) twice ends with the ledger of an undisturbed one', async () => {
  const [struck, calm] = [await makeLedgerDirectory(), await makeLedgerDirectory()];
  const file = join(makeTemporary(), 'wire.jsonl');
  const dispatches = makeDispatches(40, SEED);
  writeFileSync(file, dispatches.map(d => `${JSON.stringify(d)}\n`).join(''));
  const random = numbersFrom(SEED);
  const [under] = await Promise.all([
    importUnderBlows({
      database: struck,
      file,
      blow: n => (n < 2 ? { lines: 2 + Math.floor(random() * 8) } : null),
    }),
    fileCalmly(calm, dispatches),
  ]);
  expect(under.kills).toBe(2);
  // What was said to be filed was: no later process files it again.
  expect([...under.filed].filter(([, times]) => times > 1)).toEqual([]);
  const record = await wholeRecord(struck);
  expect(record).toBe(await wholeRecord(calm));
  expect((JSON.parse(record) as { reports: unknown[] }).reports).toHaveLength(40);
}, 600_000);
