import { beforeEach, describe, expect, test } from 'vitest';
import { read } from '../src/dateline.ts';
import { createApp, LOCAL_GUEST } from '../src/http/index.ts';
import type { Asker, Deferral, Ledger, SavedSearch } from '../src/model/index.ts';
import type { Store } from '../src/store/index.ts';
import { overStore } from './support/ledgers.ts';
import { dispatch } from './support/plain-reader.ts';
import { describeStores } from './support/stores.ts';

const ana: Asker = { id: 'a1', name: 'Ana', role: 'viewer', withhold: false };
const ben: Asker = { id: 'b1', name: 'Ben', role: 'analyst', withhold: false };
const VIEW = { address: '/?view=search&q=farah', words: 'farah' };

describeStores('what people keep for themselves', ({ empty }) => {
  let store: Store;
  /** The ledger at an hour of one day: reports are filed, and searches looked at, when its clock says. */
  const at = (hour: number): Ledger =>
    overStore(store, { now: `2021-08-20T${String(hour).padStart(2, '0')}:00:00.000Z` });
  const file = (hour: number, side: string, place = 'Farah') =>
    at(hour).add(ben, [
      dispatch('2021-08-09', `${side} Wire`, `${side} forces captured ${place} on 2021-08-09.`),
    ]);
  beforeEach(async () => {
    store = await empty();
    await file(1, 'Red');
  });

  describe('a saved search', () => {
    test('tells of what is filed after it, until it is looked at', async () => {
      const kept = await at(2).notebook.saveSearch(ana, VIEW);
      expect(kept).toMatchObject({ ...VIEW, fresh: [] });
      const [filed] = await file(3, 'Blue');
      await file(4, 'Green', 'Herat');
      const [told] = await at(5).notebook.searches(ana);
      expect(told!.fresh).toEqual([(filed as { report: string }).report]);
      expect(await at(6).notebook.seeSearch(ana, kept.id, told!.asked)).toMatchObject({ fresh: [] });
      expect((await at(7).notebook.searches(ana))[0]).toMatchObject({ fresh: [], seen: told!.asked });
    });

    test('misses nothing that is filed between asking and looking, and never goes back', async () => {
      const { id } = await at(2).notebook.saveSearch(ana, VIEW);
      const [before] = await at(3).notebook.searches(ana);
      await file(4, 'Blue');
      expect((await at(5).notebook.seeSearch(ana, id, before!.asked)).fresh).toHaveLength(1);
      expect((await at(6).notebook.seeSearch(ana, id)).fresh).toEqual([]);
      expect((await at(7).notebook.seeSearch(ana, id, before!.asked)).fresh).toEqual([]);
    });

    test('is kept once, is its keeper’s alone, and can be forgotten', async () => {
      const { id } = await at(2).notebook.saveSearch(ana, VIEW);
      await file(3, 'Blue');
      await at(4).notebook.saveSearch(ana, VIEW);
      expect(await at(5).notebook.searches(ana)).toMatchObject([{ id, seen: '2021-08-20T02:00:00.000Z' }]);
      expect(await at(5).notebook.searches(ben)).toEqual([]);
      await expect(at(5).notebook.forgetSearch(ben, id)).rejects.toThrow('Ben keeps no search');
      await at(5).notebook.forgetSearch(ana, id);
      expect(await at(5).notebook.searches(ana)).toEqual([]);
    });

    test('does not tell by its number that a withheld name stands in a report', async () => {
      const search = { address: '/?view=search&q=karimi', words: 'karimi' };
      await at(2).notebook.saveSearch(ana, search);
      await at(2).notebook.saveSearch({ ...ben, withhold: true }, search);
      const text = 'Blue forces left Farah on 2021-08-10, said Gul Karimi, a resident.';
      await at(3).add(ben, [dispatch('2021-08-10', 'Blue Wire', text)]);
      expect((await at(4).notebook.searches(ana))[0]!.fresh).toHaveLength(1);
      expect((await at(4).notebook.searches({ ...ben, withhold: true }))[0]!.fresh).toEqual([]);
    });

    test.each([
      [
        { address: 'https://elsewhere.example/', words: 'farah' },
        '"https://elsewhere.example/" is no address',
      ],
      [{ address: '//elsewhere.example/?q=x', words: 'farah' }, 'is no address of a view'],
      [{ address: VIEW.address, words: '  ' }, 'one to 500 characters'],
    ])('%j is refused', async (search, why) => {
      await expect(at(2).notebook.saveSearch(ana, search)).rejects.toThrow(why);
    });
  });

  describe('over HTTP', () => {
    const appOf = (guest: Partial<Asker>) =>
      createApp(overStore(store, { now: '2021-08-20T09:00:00.000Z' }), {
        hosts: null,
        token: () => null,
        guest: { ...LOCAL_GUEST, ...guest },
        stopping: new AbortController().signal,
        version: '0.0.0',
        read: async input => ({ reading: await read(input) }),
      });
    const ask = async <T>(path: string, method = 'GET', body?: unknown, guest: Partial<Asker> = {}) => {
      const response = await appOf(guest).request(path, {
        method,
        ...(body === undefined
          ? {}
          : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
      });
      return { status: response.status, body: (await response.json()) as T };
    };

    test('a viewer keeps a search and forgets it', async () => {
      const viewer = { role: 'viewer' as const };
      const { body: kept } = await ask<SavedSearch>('/api/saved-searches', 'POST', VIEW, viewer);
      expect(kept.fresh).toEqual([]);
      const seen = await ask(`/api/saved-searches/${kept.id}/seen`, 'POST', { until: kept.asked }, viewer);
      expect(seen.status).toBe(200);
      expect((await ask<SavedSearch[]>('/api/saved-searches')).body).toHaveLength(1);
      expect((await ask(`/api/saved-searches/${kept.id}`, 'DELETE')).status).toBe(200);
      expect((await ask(`/api/saved-searches/${kept.id}`, 'DELETE')).status).toBe(404);
    });

    test('a discrepancy is put off, put off longer, and taken up', async () => {
      await file(2, 'Blue');
      const { body: found } = await ask<{ id: string }[]>('/api/discrepancies');
      expect(found.length).toBeGreaterThan(0);
      const discrepancy = found[0]!.id;
      await ask('/api/deferrals', 'POST', { discrepancy, until: '2021-08-23' });
      await ask('/api/deferrals', 'POST', { discrepancy, until: '2021-08-27' });
      expect((await ask<Deferral[]>('/api/deferrals')).body).toEqual([{ discrepancy, until: '2021-08-27' }]);
      expect((await ask<Deferral[]>('/api/deferrals', 'GET', undefined, { id: 'other' })).body).toEqual([]);
      expect((await ask(`/api/deferrals/${discrepancy}`, 'DELETE')).status).toBe(200);
      expect((await ask<Deferral[]>('/api/deferrals')).body).toEqual([]);
      expect((await ask('/api/deferrals', 'POST', { discrepancy: 'd0', until: '2021-08-27' })).status).toBe(
        404,
      );
      expect((await ask('/api/deferrals', 'POST', { discrepancy, until: '2021-02-30' })).status).toBe(400);
    });
  });
});
