import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { namingOf } from '../src/dateline/filing/naming.ts';
import { rebuildWhereOld } from '../src/dateline/filing/rebuild.ts';
import { weigh } from '../src/ledger/index.ts';
import { type Asker, type Decision, fileReport, makeReport } from '../src/model/index.ts';
import { loadPeriods, openStore, type Store } from '../src/store/index.ts';
import { MIGRATIONS } from '../src/store/migrations/index.ts';
import { migrate } from '../src/store/migrations/migrate.ts';
import { createGateway } from '../src/store/open-gateway.ts';
import { openPostgres } from '../src/store/open-postgres.ts';
import { openPglite } from '../src/store/pglite/open-pglite.ts';
import { contextOver, dumpRecord, overStore } from './support/ledgers.ts';
import { dumpKept, fillAsOf } from './support/old-records.ts';
import { makeTemporary } from './support/pglite.ts';
import { dispatch, plainReader } from './support/plain-reader.ts';
import { describeStores } from './support/stores.ts';

// Records of every earlier version, with data as that version had it, opened by this Dateline: on both kinds of store, the
// embedded one in a directory of its own, as on a user's disk.

const desk: Asker = { id: 'desk', name: 'The desk', role: 'analyst', withhold: false };
const reports = [
  dispatch('2021-08-09', 'Example Wire', 'Red forces captured Arvo on 2021-08-09.'),
  dispatch('2021-08-10', 'Ridge Post', 'Red forces did not capture Arvo on 2021-08-09, said Blue.'),
  dispatch('2021-08-10', 'Example Wire', 'Green forces held Farah, said Gul Karimi, a resident.'),
].map(input => fileReport(makeReport(input), '2021-08-11T00:00:00.000Z'));
const decide = (id: string, at: string, ruling: Decision['ruling']): Decision => ({
  ...{ id, by: 'desk', why: 'a start', at: `${at}T00:00:00.000Z`, ruling },
});
const decisions = [
  decide('d1', '2021-08-01', {
    ...{ kind: 'rule', place: 'x:zz/-/belm', side: 'blue', from: '2021-08-01', to: null },
    status: 'held',
  }),
  decide('d2', '2021-08-02', {
    ...{ kind: 'rule', place: 'x:zz/-/corda', side: 'red', from: '2021-08-01', to: null },
    status: 'held',
  }),
  decide('d3', '2021-08-03', { kind: 'undo', decision: 'd2' }),
];

describeStores('records of an earlier version', ({ make, kind }) => {
  let open: Store | null = null;
  let blank = '';
  beforeAll(async () => {
    if (kind === 'postgres') return;
    blank = join(makeTemporary(), 'data');
    await (await openPglite(blank)).close();
  });
  afterEach(async () => {
    await open?.close();
    open = null;
  });

  /** An empty database, without any records: what the first version began with. */
  async function makeBlank() {
    if (kind === 'postgres') {
      const database = await make();
      return { database, raw: () => openPostgres(database) };
    }
    const database = join(makeTemporary(), 'ledger');
    mkdirSync(database);
    writeFileSync(join(database, 'ledger.json'), '{"dateline":1}\n');
    cpSync(blank, join(database, 'data'), { recursive: true });
    return { database, raw: () => openPglite(join(database, 'data')) };
  }

  const versions = MIGRATIONS.slice(0, -1).map(m => m.version);
  test.each(versions)('those of version %i, with data, come forward whole', async version => {
    const { database, raw } = await makeBlank();
    const old = createGateway(await raw());
    await migrate(old, 'the old ledger', MIGRATIONS.slice(0, version));
    await fillAsOf(version, old, { reports, decisions });
    const kept = await dumpKept(old, version);
    await old.close();

    open = (await openStore({ database })) as Store;
    const context = contextOver(open);
    await rebuildWhereOld(context);
    expect(await dumpKept(open, version)).toEqual(kept);

    // The record is what this Dateline makes of the same reports and decisions, and nothing of the old one is left.
    const record = weigh({ reports, readings: reports.map(plainReader.read), decisions }, namingOf(context));
    expect(await open.read(tx => loadPeriods(tx))).toEqual(record.periods);
    const ledger = overStore(open);
    expect((await ledger.discrepancies(desk)).map(d => d.note)).toEqual(
      record.discrepancies.map(d => d.note),
    );
    expect((await ledger.discrepancies(desk)).map(d => d.kind)).toEqual(['denial']);
    expect((await ledger.decisions(desk)).map(d => d.id).sort()).toEqual(['d1', 'd2', 'd3']);
    const rows = await ledger.status(desk, { at: '2021-08-12' });
    expect(rows.map(r => `${r.holder?.side} ${r.basis}`).sort()).toEqual([
      'blue decided',
      'green reported',
      'red disputed',
    ]);
    // Places that were named once stay known.
    const made = await dumpRecord(open);
    expect(JSON.stringify({ ...made, places: [] })).not.toContain('stale');

    // Weighing once more changes nothing, and the ledger goes on from there.
    await rebuildWhereOld(context);
    expect(await dumpRecord(open)).toEqual(made);
    await ledger.add(desk, [dispatch('2021-08-12', 'Third Sheet', 'Red forces held Arvo.')]);
    expect(await ledger.reports(desk)).toHaveLength(reports.length + 1);
  });
});
