import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeLedgerDirectory, removeDirectories } from '../../../test/support/pglite.ts';
import { bumpRevision, openStore, type Store } from '../../store/index.ts';
import { emptyCache } from '../context.ts';
import { remember } from './remember.ts';

let store: Store;
beforeAll(async () => {
  store = (await openStore({ database: await makeLedgerDirectory() })) as Store;
});
afterAll(async () => {
  await store.close();
  removeDirectories();
});

const counting = (rows: number) => {
  const read = { times: 0, rows: async () => Array.from({ length: rows }, (_, i) => [++read.times, i]) };
  return read;
};

test('is read once for a revision, anew for the next, and by whoever asks at once', async () => {
  const context = { store, cache: emptyCache() };
  let times = 0;
  const ask = (asked = 'AF') => remember(context, asked, async () => [++times]);
  expect(await Promise.all([ask(), ask(), ask()])).toEqual([[1], [1], [1]]);
  (await ask()).push(9);
  expect(await ask()).toEqual([1]);
  expect(await ask('SD')).toEqual([2]);
  await store.write(bumpRevision);
  expect(await ask()).toEqual([3]);
});

test('what fails is not kept, and the oldest goes where there is too much', async () => {
  const context = { store, cache: emptyCache() };
  await expect(remember(context, 'AF', () => Promise.reject(new Error('away')))).rejects.toThrow('away');
  const world = counting(15_000);
  await remember(context, 'AF', world.rows);
  await remember(context, 'SD', world.rows);
  const before = world.times;
  await remember(context, 'SD', world.rows);
  expect(world.times).toBe(before);
  await remember(context, 'AF', world.rows);
  expect(world.times).toBe(before + 15_000);
});
