import { afterEach, expect, test } from 'vitest';
import { rebuildWhereOld } from '../src/dateline/filing/rebuild.ts';
import { privateWords } from '../src/dateline/withholding/private-words.ts';
import { relationKeys } from '../src/ledger/index.ts';
import { type Asker, fileReport, makeReport } from '../src/model/index.ts';
import { openStore, type Store } from '../src/store/index.ts';
import { MIGRATIONS } from '../src/store/migrations/index.ts';
import { migrate } from '../src/store/migrations/migrate.ts';
import { createGateway } from '../src/store/open-gateway.ts';
import { openPostgres } from '../src/store/open-postgres.ts';
import { hashesOf } from '../src/store/records/reports.ts';
import { contextOver, overStore } from './support/ledgers.ts';
import { dispatch, plainReader } from './support/plain-reader.ts';
import { describeStores } from './support/stores.ts';

const desk: Asker = { id: 'desk', name: 'The desk', role: 'analyst', withhold: false };
const reports = [
  dispatch('2021-08-09', 'Example Wire', 'Red forces captured Arvo on 2021-08-09.'),
  dispatch('2021-08-10', 'Ridge Post', 'Red forces did not capture Arvo on 2021-08-09, said Blue.'),
].map(input => fileReport(makeReport(input), '2021-08-11T00:00:00.000Z'));

/** Puts in what the first form of the records could hold: every later one has these columns too. */
async function fillAsOfOld(store: Pick<Store, 'query'>): Promise<void> {
  for (const report of reports) {
    const reading = plainReader.read(report);
    await store.query(
      `insert into reports (id, outlet, published, text, filed, known, relations)
       values ($1, $2, $3, $4, $5, $6, $7::bigint[])`,
      [
        ...[report.id, report.outlet, report.published, report.text, report.filed, report.known],
        hashesOf(relationKeys(report, reading)),
      ],
    );
    await store.query(
      `insert into relation_keys (key, report) select unnest(relations), id from reports where id = $1`,
      [report.id],
    );
    await store.query(
      `insert into readings (report, n, reader, main, discrepancies, mentions, speech, private, made, is_current)
       values ($1, 1, 'old', null, $2, '[]', '[]', $3, $4, true)`,
      [report.id, JSON.stringify(reading.discrepancies), JSON.stringify(privateWords(reading)), report.filed],
    );
    for (const [ord, claim] of reading.claims.entries())
      await store.query(
        `insert into claims (id, report, reading, ord, kind, event, polarity, modality, body)
         values ($1, $2, 1, $3, $4, $5, $6, $7, $8)`,
        [
          ...[claim.id, report.id, ord, claim.kind, claim.event ?? null, claim.polarity, claim.modality],
          JSON.stringify(claim),
        ],
      );
  }
  await store.query(
    `insert into decisions (id, by_id, why, at, taken, kind, ruling)
     values ('d1', 'desk', 'a start', '2021-08-01', '2021-08-01', 'rule', $1)`,
    [
      JSON.stringify({
        ...{ kind: 'rule', place: 'x:zz/-/belm', side: 'blue', from: '2021-08-01', to: null },
        status: 'held',
      }),
    ],
  );
}

describeStores('records of an earlier version', ({ make, kind }) => {
  let open: Store | null = null;
  afterEach(async () => {
    await open?.close();
    open = null;
  });
  const versions = MIGRATIONS.slice(0, -1).map(m => m.version);
  // Embedded databases differ in nothing here but the time that they take to open.
  const tried = kind === 'postgres' ? versions : versions.slice(0, 1);

  test.each(tried)('those of version %i, with data, come forward whole', async version => {
    const database = await make();
    if (kind === 'postgres') {
      const old = createGateway(await openPostgres(database));
      await migrate(old, 'the old ledger', MIGRATIONS.slice(0, version));
      await fillAsOfOld(old);
      await old.close();
      open = (await openStore({ database })) as Store;
    } else {
      const { openPglite } = await import('../src/store/pglite/open-pglite.ts');
      const old = createGateway(await openPglite(null));
      await migrate(old, 'the old ledger', MIGRATIONS.slice(0, version));
      await fillAsOfOld(old);
      await migrate(old, 'the old ledger');
      open = { ...old, where: 'memory', lock: null };
    }
    await rebuildWhereOld(contextOver(open));
    const ledger = overStore(open);
    expect((await ledger.reports(desk)).map(r => [r.outlet, r.claims])).toEqual([
      ['Example Wire', 1],
      ['Ridge Post', 1],
    ]);
    const rows = await ledger.status(desk, { at: '2021-08-12' });
    expect(rows.map(r => `${r.place.name} ${r.holder?.side} ${r.basis}`).sort()).toEqual([
      'Arvo red disputed',
      expect.stringMatching(/blue decided$/),
    ]);
    expect((await ledger.discrepancies(desk)).map(d => d.kind)).toEqual(['denial']);
    await ledger.add(desk, [dispatch('2021-08-12', 'Third Sheet', 'Red forces held Arvo.')]);
    expect(await ledger.reports(desk)).toHaveLength(3);
  });
});
