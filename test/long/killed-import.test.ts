import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { numbersFrom } from '../support/fuzz.ts';
import { importUnderBlows, wholeRecord } from '../support/killed-import.ts';
import { makeDispatches } from '../support/make-dispatches.ts';
import { makeTemporary, removeDirectories } from '../support/pglite.ts';

afterAll(removeDirectories);
const COUNT = Number(process.env.REPORTS ?? 10_000);
const SEED = Number(process.env.SEED ?? 11);

/** A kill after 40 to 200 reports with claims: every two to ten seconds on a quiet machine, and the same for the same seed. */
test('10,000 reports filed with a kill −9 every few seconds: exactly the ledger of an undisturbed run', async () => {
  const folder = makeTemporary();
  const file = join(folder, 'wire.jsonl');
  writeFileSync(
    file,
    makeDispatches(COUNT, SEED)
      .map(d => `${JSON.stringify(d)}\n`)
      .join(''),
  );
  const random = numbersFrom(SEED);
  const [struck, calm] = [join(folder, 'struck'), join(folder, 'calm')];
  const [under, undisturbed] = await Promise.all([
    importUnderBlows({
      database: struck,
      file,
      blow: () => ({ lines: 40 + Math.floor(random() * 160) }),
    }),
    importUnderBlows({ database: calm, file, blow: () => null }),
  ]);
  console.log(
    `${COUNT} reports: ${under.seconds.toFixed(0)} s with ${under.kills} kills, ${undisturbed.seconds.toFixed(0)} s undisturbed`,
  );
  expect(under.kills).toBeGreaterThan(COUNT / 500);
  expect([...under.filed].filter(([, times]) => times > 1)).toEqual([]);
  const record = await wholeRecord(struck);
  expect(record).toBe(await wholeRecord(calm));
  const { reports, claims } = JSON.parse(record) as { reports: unknown[]; claims: unknown[] };
  console.log(
    `${reports.length} reports, ${claims.length} claims, a record of ${(record.length / 1e6).toFixed(1)} MB`,
  );
  expect(reports).toHaveLength(COUNT);
}, 7_200_000);
