import { afterAll, expect, test } from 'vitest';
import { makeReport } from '../../model/index.ts';
import { readReport } from '../filing/read-report.ts';
import { loadReader } from '../reader.ts';
import { createReadingPool } from './pool.ts';

const pool = createReadingPool(1);
afterAll(() => pool.close());

const report = (
  n: number,
  text = `Rebels captured the town of Sarmada on Saturday, shopkeeper number ${n} said.`,
) => makeReport({ text, published: '2024-03-02', outlet: 'Ridge Post' });

test('threads read as this one does, in order, and this one can do other things meanwhile', async () => {
  const reports = Array.from({ length: 6 }, (_, i) => report(i));
  let ticks = 0;
  const ticking = setInterval(() => ticks++, 5);
  const readings = await Promise.all(reports.map(each => pool.read(each)));
  clearInterval(ticking);
  expect(ticks).toBeGreaterThan(5);
  for (const [i, reading] of readings.entries())
    expect(reading).toEqual(await readReport({ reader: loadReader }, reports[i]!));
  expect(readings[0]!.claims.length).toBeGreaterThan(0);
}, 120_000);

test('what cannot be read says why', async () => {
  const reading = await pool.read(
    report(0, 'Les rebelles ont pris la ville mardi, selon un habitant joint par téléphone.'),
  );
  expect(reading).toMatchObject({ unread: 'written in French', claims: [] });
});

test('what is asked of a pool that is closed is rejected', async () => {
  const other = createReadingPool(1);
  const asked = Promise.allSettled([other.read(report(1)), other.read(report(2))]);
  await other.close();
  expect((await asked).map(each => each.status)).toEqual(['rejected', 'rejected']);
  await expect(other.read(report(3))).rejects.toThrow('closed');
});
