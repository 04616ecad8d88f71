import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeLedgerDirectory, removeDirectories } from '../../../test/support/pglite.ts';
import { bumpRevision, openStore, type Store, savePlaces } from '../../store/index.ts';
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
  const ask = (asked = 'AF') => remember(context, { words: asked }, async () => [++times]);
  expect(await Promise.all([ask(), ask(), ask()])).toEqual([[1], [1], [1]]);
  (await ask()).push(9);
  expect(await ask()).toEqual([1]);
  expect(await ask('SD')).toEqual([2]);
  await store.write(tx => bumpRevision(tx));
  expect(await ask()).toEqual([3]);
});

test('is read anew only where the record has changed: in one country, or in all', async () => {
  const context = { store, cache: emptyCache() };
  await store.write(tx =>
    savePlaces(
      tx,
      ['AF', 'SD'].map(country => ({
        view: {
          ...{
            id: `x:${country}/-/arvo`,
            name: 'Arvo',
            kind: 'town',
            country,
            admin1: null,
            admin1Name: null,
          },
          ...{ parent: null, lat: null, lon: null, seatOf: null, precision: 'unresolved' },
        },
        population: 0,
        told: null,
      })),
    ),
  );
  let times = 0;
  const ask = (country: string) => remember(context, { words: country, country }, async () => [++times]);
  expect([await ask('AF'), await ask('SD')]).toEqual([[1], [2]]);
  await store.write(tx => bumpRevision(tx, ['x:AF/-/arvo']));
  expect([await ask('SD'), await ask('AF'), await ask('AF')]).toEqual([[2], [3], [3]]);
  await store.write(tx => bumpRevision(tx));
  expect([await ask('SD'), await ask('AF')]).toEqual([[4], [5]]);
});

test('what fails is not kept, and the oldest goes where there is too much', async () => {
  const context = { store, cache: emptyCache() };
  await expect(remember(context, { words: 'AF' }, () => Promise.reject(new Error('away')))).rejects.toThrow(
    'away',
  );
  const world = counting(15_000);
  await remember(context, { words: 'AF' }, world.rows);
  await remember(context, { words: 'SD' }, world.rows);
  const before = world.times;
  await remember(context, { words: 'SD' }, world.rows);
  expect(world.times).toBe(before);
  await remember(context, { words: 'AF' }, world.rows);
  expect(world.times).toBe(before + 15_000);
});
