import { sql } from 'kysely';
import { afterEach, expect, test } from 'vitest';
import type { ControlPeriod } from '../src/model/index.ts';
import {
  type KeptPlaces,
  loadPeriods,
  loadPeriodsAt,
  loadPlaces,
  loadWorldAt,
  openStore,
  type Store,
  type StoredPlace,
  savePeriods,
  savePlaces,
  takeWritten,
} from '../src/store/index.ts';
import { MIGRATIONS } from '../src/store/migrations/index.ts';
import { readColumns } from '../src/store/records/columns.ts';
import { describeStores } from './support/stores.ts';

const place = (id: string, country: string): StoredPlace => ({
  view: {
    id,
    name: id,
    kind: 'city',
    country,
    admin1: null,
    admin1Name: null,
    parent: null,
    lat: null,
    lon: null,
    seatOf: null,
    precision: 'exact',
  },
  population: 0,
  told: null,
});

const period = (over: Partial<ControlPeriod>): ControlPeriod => ({
  place: 'a',
  holder: { side: 'red', name: 'Red' },
  status: 'held',
  basis: 'reported',
  validFrom: '2021-08-06',
  validTo: null,
  sinceEarliest: null,
  knownFrom: '2021-08-06T23:59:59.999Z',
  knownTo: null,
  believedFrom: '2021-08-06T23:59:59.999Z',
  origins: 1,
  claims: ['c1'],
  against: [],
  parts: [],
  pressure: [],
  lastWord: '2021-08-06',
  ...over,
});

function signal(): { readonly sent: Promise<void>; send(): void } {
  let send!: () => void;
  const sent = new Promise<void>(resolve => {
    send = resolve;
  });
  return { sent, send };
}

describeStores('the store', ({ make, empty }) => {
  const open: Store[] = [];
  afterEach(async () => {
    for (const store of open.splice(0)) await store.close();
  });
  const openOne = async (database: string): Promise<Store> => {
    const store = (await openStore({ database })) as Store;
    open.push(store);
    return store;
  };

  test('a query of one component does not land in another’s transaction, and outlives its rollback', async () => {
    const store = await empty();
    await store.query('create table notes (word text)');
    const started = signal(),
      goOn = signal();
    const failing = store.write(async tx => {
      await sql`insert into notes values ('inside')`.execute(tx);
      started.send();
      await goOn.sent;
      throw new Error('rolled back');
    });
    await started.sent;
    const outside = store.query(`insert into notes values ('outside')`);
    await new Promise(done => setTimeout(done, 50));
    goOn.send();
    await expect(failing).rejects.toThrow('rolled back');
    await outside;
    expect((await store.query('select word from notes')).rows).toEqual([{ word: 'outside' }]);
  });

  test('a failed batch leaves no transaction behind, and a failed statement no writer waiting', async () => {
    const store = await empty();
    await store.query('create table notes (word text)');
    await expect(store.query(`begin; insert into notes values ('half'); select nonsense`)).rejects.toThrow();
    await expect(store.query('select nonsense')).rejects.toThrow(/nonsense/);
    await store.query(`insert into notes values ('whole')`);
    expect((await store.query('select word from notes')).rows).toEqual([{ word: 'whole' }]);
  });

  test('a statement that would wait for its own transaction is refused', async () => {
    const store = await empty();
    await expect(store.write(() => store.query('select 1'))).rejects.toThrow(/use the transaction/);
    expect((await store.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
  });

  test('a reading transaction sees one state of the record, whatever is written meanwhile', async () => {
    const store = await empty();
    await store.query('create table notes (word text)');
    const begun = signal();
    const reading = store.read(async tx => {
      const before = await sql`select * from notes`.execute(tx);
      begun.send();
      await new Promise(done => setTimeout(done, 100));
      const after = await sql`select * from notes`.execute(tx);
      return [before.rows.length, after.rows.length];
    });
    await begun.sent;
    const late = store.query(`insert into notes values ('late')`);
    expect(await reading).toEqual([0, 0]);
    await late;
    expect((await store.query('select * from notes')).rows.length).toBe(1);
  });

  test('values come the same from both kinds of store', async () => {
    const store = await empty();
    const { rows } = await store.query(
      `select date '2021-08-10' as day, timestamptz '2021-08-10T23:59:59.999Z' as instant, 5000000000::bigint as big,
        '{"a":[1]}'::jsonb as data, $1::text[] as list, null as nothing`,
      [['x', 'y "z"']],
    );
    expect(rows).toEqual([
      {
        day: '2021-08-10',
        instant: new Date('2021-08-10T23:59:59.999Z'),
        big: 5_000_000_000,
        data: { a: [1] },
        list: ['x', 'y "z"'],
        nothing: null,
      },
    ]);
  });

  test('many rows come as columns, each with its values in the order of the others', async () => {
    const store = await empty();
    const read = (where: string) =>
      store.read(tx =>
        readColumns(
          tx,
          { word: sql`t.word`, day: sql`t.day`, data: sql`t.data`, share: sql`t.share` },
          sql`from (values ('x', date '2021-08-10', '{"a":["y", 1]}'::jsonb, null),
            (null, null, null, 0.5::float8)) as t(word, day, data, share) where ${sql.raw(where)}`,
          { all: sql`(select json_agg(n) from generate_series(1, 2) n)` },
        ),
      );
    expect(await read('true')).toEqual({
      length: 2,
      of: {
        word: ['x', null],
        day: ['2021-08-10', null],
        data: [{ a: ['y', 1] }, null],
        share: [null, 0.5],
      },
      beside: { all: [1, 2] },
    });
    expect(await read('false')).toEqual({
      length: 0,
      of: { word: [], day: [], data: [], share: [] },
      beside: { all: [1, 2] },
    });
  });

  test('periods are kept by both times, and those that stay are not touched', async () => {
    const store = await empty();
    const early = period({ knownTo: '2021-08-09T23:59:59.999Z' });
    const cut = period({
      validTo: '2021-08-08',
      knownFrom: '2021-08-09T23:59:59.999Z',
    });
    const blue = period({
      holder: { side: 'blue', name: 'Blue' },
      validFrom: '2021-08-08',
      knownFrom: '2021-08-09T23:59:59.999Z',
      detail: undefined,
    } as Partial<ControlPeriod>);
    await store.write(async tx => {
      await savePlaces(tx, [place('a', 'ZZ'), place('b', 'YY')]);
      await savePeriods(tx, null, [early, cut, blue, period({ place: 'b' })]);
    });
    const at = (day: string, known: string | null, country?: string) =>
      store.read(async tx =>
        (await loadPeriodsAt(tx, day, known, { country }))
          .map(p => `${p.place.id} ${p.period.holder?.side}`)
          .sort(),
      );
    expect(await at('2021-08-10', '2021-08-08T23:59:59.999Z')).toEqual(['a red', 'b red']);
    expect(await at('2021-08-10', '2021-08-09T23:59:59.999Z')).toEqual(['a blue', 'b red']);
    expect(await at('2021-08-07', null)).toEqual(['a red', 'b red']);
    expect(await at('2021-08-10', null, 'ZZ')).toEqual(['a blue']);
    expect(await at('2021-08-05', null)).toEqual([]);
    expect(await at('2021-08-10', '2021-08-06T00:00:00.000Z')).toEqual([]);

    const [seen] = await store.read(tx => loadPeriodsAt(tx, '2021-08-07', null, { country: 'ZZ' }));
    const { knownFrom: _, knownTo: __, ...rest } = cut;
    expect(seen).toEqual({ period: rest, place: place('a', 'ZZ').view });

    const ids = async () =>
      (await store.query(`select id from control_periods order by id`)).rows.map(r => r.id);
    const before = await ids();
    await store.write(tx => savePeriods(tx, ['a'], [early, cut, blue]));
    expect(await ids()).toEqual(before);
    await store.write(tx => savePeriods(tx, ['a'], [period({})]));
    expect(await store.read(tx => loadPeriods(tx, { country: 'ZZ' }))).toEqual([period({})]);
    expect((await ids()).length).toBe(2);
  });

  test('the world with places kept in memory is what is read afresh, whoever writes meanwhile', async () => {
    const store = await empty();
    const kept: KeptPlaces = { last: 0, of: new Map() };
    const both = async (known: string | null = null) => {
      const world = await loadWorldAt(store.db, '2021-08-10', known, kept);
      expect(world).toHaveLength(kept.of.size);
      const byId = (rows: typeof world) => [...rows].sort((a, b) => (a.place.id < b.place.id ? -1 : 1));
      expect(byId(world)).toEqual(byId(await loadPeriodsAt(store.db, '2021-08-10', known)));
      return byId(world).map(row => `${row.place.id} ${row.place.name} ${row.period.holder?.side}`);
    };
    expect(await both()).toEqual([]);
    const a = place('a', 'ZZ'),
      b = place('b', 'YY');
    await store.write(async tx => {
      await savePlaces(tx, [a, b]);
      await savePeriods(tx, null, [period({}), period({ place: 'b' })]);
    });
    expect(await both()).toEqual(['a a red', 'b b red']);
    await store.write(tx => savePlaces(tx, [{ ...a, view: { ...a.view, name: 'Arvo' } }]));
    expect(await both()).toEqual(['a Arvo red', 'b b red']);
    // An answer that was under way meanwhile, with a place as it was before, does not put it back.
    const before = { last: 0, of: new Map(kept.of) };
    await store.write(tx => savePlaces(tx, [{ ...b, view: { ...b.view, name: 'Brell' } }]));
    const under = loadWorldAt(store.db, '2021-08-10', null, before);
    await store.write(tx => savePlaces(tx, [{ ...b, view: { ...b.view, name: 'Corda' } }]));
    await loadWorldAt(store.db, '2021-08-10', null, before);
    await under;
    expect(before.of.get('b')!.view.name).toBe('Corda');
    expect(await both()).toEqual(['a Arvo red', 'b Corda red']);
  });

  test('of what was written, only rows that differ are to be told, and once', async () => {
    const store = await empty();
    const lines = [
      period({ validTo: '2021-08-08' }),
      period({ validFrom: '2021-08-08', validTo: '2021-08-09', holder: { side: 'blue', name: 'Blue' } }),
      period({ validFrom: '2021-08-09' }),
    ];
    const take = () => store.write(takeWritten);
    const firstDays = (lists: readonly (readonly { readonly from: string }[])[]) =>
      lists.map(list => list.map(line => line.from));
    await store.write(async tx => {
      await savePlaces(tx, [place('a', 'ZZ')]);
      await savePeriods(tx, null, lines);
    });
    const [first] = (await take()).places;
    expect(first!.id).toBe('a');
    expect(firstDays([first!.before, first!.after])).toEqual([
      [],
      ['2021-08-06', '2021-08-08', '2021-08-09'],
    ]);
    expect(first!.after[1]).toMatchObject({ to: '2021-08-09', side: 'blue', name: 'Blue', status: 'held' });

    // The last line ends and another begins; one that came and went between is not told.
    const ended = { ...lines[2]!, validTo: '2021-08-12' };
    await store.write(tx =>
      savePeriods(tx, ['a'], [lines[0]!, lines[1]!, ended, period({ validFrom: '2021-08-20' })]),
    );
    await store.write(tx =>
      savePeriods(tx, ['a'], [lines[0]!, lines[1]!, ended, period({ validFrom: '2021-08-12' })]),
    );
    const [second] = (await take()).places;
    expect(firstDays([second!.before, second!.after])).toEqual([
      ['2021-08-09'],
      ['2021-08-09', '2021-08-12'],
    ]);

    // What is no longer believed has gone; what is written so that it never was believed by now is none.
    const known = '2021-08-15T00:00:00.000Z';
    await store.query(
      `update control_periods set known = tstzrange(lower(known), '${known}') where lower(valid) = '2021-08-12'`,
    );
    await store.query(`update control_periods set origins = 2 where lower(valid) = '2021-08-12'`);
    const [third] = (await take()).places;
    expect(firstDays([third!.before, third!.after])).toEqual([['2021-08-12'], []]);
    expect(await take()).toEqual({ places: [], discrepancies: [] });
  });

  test('a discrepancy that several buckets hold is settled where all of them have settled it', async () => {
    const store = await empty();
    const put = (bucket: string, settled: boolean) =>
      store.query(`insert into discrepancies (bucket, id, kind, places, known_since, settled_known, body)
        values ('${bucket}', 'd', 'denial', '{a}', '2021-08-07', ${settled ? `'2021-08-09'` : 'null'}, '{}')
        on conflict (bucket, id) do update set settled_known = excluded.settled_known`);
    const told = (settled: boolean) => ({ kind: 'denial', places: ['a'], settled });
    const taken = async () => (await store.write(takeWritten)).discrepancies;
    await put('a', false);
    await put('b', false);
    expect(await taken()).toEqual([{ id: 'd', before: null, after: told(false) }]);
    await put('a', true);
    expect(await taken()).toEqual([{ id: 'd', before: told(false), after: told(false) }]);
    await put('b', true);
    expect(await taken()).toEqual([{ id: 'd', before: told(false), after: told(true) }]);
    await store.query('delete from discrepancies');
    expect(await taken()).toEqual([{ id: 'd', before: told(true), after: null }]);
  });

  test('periods that overlap in both times, or are empty in one, are refused by the database', async () => {
    const store = await empty();
    await store.write(tx => savePlaces(tx, [place('a', 'ZZ')]));
    const save = (...periods: ControlPeriod[]) => store.write(tx => savePeriods(tx, null, periods));
    await expect(save(period({}), period({ validFrom: '2021-08-08' }))).rejects.toThrow(
      /exclu|overlap|conflict/i,
    );
    await expect(save(period({ validTo: '2021-08-06' }))).rejects.toThrow(/check/i);
    await expect(save(period({ knownTo: '2021-08-06T23:59:59.999Z' }))).rejects.toThrow(/check/i);
    expect(await store.read(tx => loadPeriods(tx))).toEqual([]);
  });

  test('records of a newer version are refused, in one sentence', async () => {
    const database = await make();
    const store = await openOne(database);
    await store.query(`insert into migrations (version, name) values (99, 'from the future')`);
    await store.close();
    open.pop();
    await expect(openStore({ database })).rejects.toMatchObject({
      name: 'LedgerError',
      code: 'newer',
      message: expect.stringMatching(/newer version \(99\).*update Dateline/),
    });
  });

  test('what is there is opened again, and its migrations are not run twice', async () => {
    const database = await make();
    const store = await openOne(database);
    await store.write(tx => savePlaces(tx, [place('a', 'ZZ')]));
    await store.close();
    open.pop();
    const again = await openOne(database);
    expect([...(await again.read(tx => loadPlaces(tx))).keys()]).toEqual(['a']);
    const { rows } = await again.query('select version from migrations order by version');
    expect(rows.map(r => r.version)).toEqual(MIGRATIONS.map(m => m.version));
  });
});
