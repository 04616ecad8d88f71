import { expect, test } from 'vitest';
import { rebuildWhereOld } from '../src/dateline/filing/rebuild.ts';
import { type Asker, type Claim, type ClaimReference, makeClaims, type Reading } from '../src/model/index.ts';
import type { Reader } from '../src/reading/read.ts';
import { contextOver, dumpRecord, overStore } from './support/ledgers.ts';
import { dispatch, plainReader } from './support/plain-reader.ts';
import { describeStores } from './support/stores.ts';

const desk: Asker = { id: 'desk', name: 'The desk', role: 'analyst', withhold: false };
const guest: Asker = { id: 'guest', name: 'A guest', role: 'viewer', withhold: true };

const ARVO = dispatch('2021-08-06', 'Example Wire', 'Red forces captured Arvo, said Gul Karimi, a resident.');
const FARAH = dispatch('2021-08-07', 'Ridge Post', 'Blue forces held Farah. Red forces captured Belm.');

/** A later version of the reader, which changes each claim of the plain one. */
const laterReader = (change: (claim: Claim) => Claim | null): Reader => {
  const read: Reader['read'] = report => {
    const before = plainReader.read(report);
    const drafts = before.claims.flatMap(claim => {
      const changed = change(claim);
      if (changed == null) return [];
      const { id: _id, report: _report, ...draft } = changed;
      return draft;
    });
    return { ...before, reader: 'plain-2', claims: makeClaims(report.id, drafts) } satisfies Reading;
  };
  return {
    version: 'plain-2',
    read,
    explain: r => ({ reading: read(r), explanation: { claims: [], rejected: [] } }),
  };
};

const referenceTo = (claim: Claim): ClaimReference => ({
  claim: claim.id,
  report: claim.report,
  in: claim.in,
  span: { start: claim.quote.start, end: claim.quote.end },
  kind: claim.kind,
  place: claim.places[0]?.id ?? null,
});

describeStores('a ledger later on', ({ empty }) => {
  test('a search finds reports, claims and places by words, and not by a name that is withheld', async () => {
    const ledger = overStore(await empty());
    await ledger.add(desk, [ARVO, FARAH]);
    const found = await ledger.search(desk, 'capturing Arvo');
    expect(found.reports.map(r => [r.outlet, r.excerpt])).toEqual([
      ['Example Wire', expect.stringContaining('«captured» «Arvo»')],
    ]);
    expect(found.claims.map(c => c.places[0]!.name)).toEqual(['Arvo']);
    expect((await ledger.search(desk, 'farah')).places.map(p => p.id)).toEqual(['gn:1142264']);
    expect((await ledger.search(desk, 'Karimi')).reports.length).toBe(1);
    expect(await ledger.search(guest, 'Karimi')).toEqual({ reports: [], claims: [], places: [] });
    const masked = await ledger.search(guest, 'resident');
    expect(masked.reports[0]!.excerpt).toContain('██████████');
    expect(JSON.stringify(masked)).not.toContain('Karimi');
    expect((await ledger.search(desk, 'captured', { knownAt: '2021-08-06' })).reports.length).toBe(1);
    expect(await ledger.search(desk, `"' & | ! :* (`)).toEqual({ reports: [], claims: [], places: [] });
    await expect(ledger.search(desk, '  ')).rejects.toMatchObject({ code: 'invalid' });
  });

  test('a better reader’s readings are shown first, then accepted; decisions go over to the claim that says the same', async () => {
    const store = await empty();
    const ledger = overStore(store);
    await ledger.add(desk, [ARVO, FARAH]);
    const claims = await ledger.claims(desk);
    const [arvo, farah, belm] = ['Arvo', 'Farah', 'Belm'].map(
      name => claims.find(c => c.places[0]!.name === name)!,
    );
    const rejected = await ledger.decide(
      desk,
      { kind: 'reject', claim: referenceTo(belm!) },
      'seen otherwise',
    );
    const lost = await ledger.decide(desk, { kind: 'accept', claim: referenceTo(farah!) }, 'seen');
    const before = await dumpRecord(store);

    const reader = laterReader(claim =>
      claim.places[0]!.name === 'Farah'
        ? null
        : claim.places[0]!.name === 'Belm'
          ? {
              ...claim,
              quote: { ...claim.quote, end: claim.quote.end - 1, text: claim.quote.text.slice(0, -1) },
            }
          : { ...claim, actor: { id: 'green', name: 'Green forces', side: 'green' } },
    );
    const better = overStore(store, { reader });
    const shown = await better.reread(desk, { dryRun: true });
    expect(shown).toMatchObject({ reader: 'plain-2', read: 2, accepted: false, orphans: [lost.id] });
    expect(shown.changed.map(c => [c.gained.length, c.lost.length])).toEqual([
      [1, 1],
      [1, 2],
    ]);
    expect(shown.status.map(s => [s.before?.holder?.side, s.after?.holder?.side])).toEqual([
      ['red', 'green'],
      ['blue', undefined],
    ]);
    expect(await dumpRecord(store)).toEqual(before);

    const accepted = await better.reread(desk);
    expect(accepted).toEqual({ ...shown, accepted: true });
    expect((await better.status(desk, { place: 'Arvo' }))[0]!.holder?.side).toBe('green');
    const moved = (await better.claims(desk)).find(c => c.places[0]!.name === 'Belm')!;
    expect([moved.id === belm!.id, moved.verdict]).toEqual([false, 'rejected']);
    expect((await better.claims(desk, { ids: [arvo!.id] }))[0]!.actor?.side).toBe('green');
    expect((await better.decisions(desk)).map(d => d.id)).toEqual([rejected.id, lost.id]);
    expect((await better.reread(desk)).read).toBe(0);
    const { rows } = await store.query(`select reader, n, is_current from readings order by report, n`);
    expect(rows.map(r => `${r.reader} ${r.n} ${r.is_current}`)).toEqual(
      expect.arrayContaining(['plain-1 1 false', 'plain-2 2 true']),
    );
    await expect(better.reread(guest)).rejects.toMatchObject({ code: 'forbidden' });
  });

  test('readings that a later reader makes the same are counted as its own, and not read again', async () => {
    const store = await empty();
    await overStore(store).add(desk, [ARVO, FARAH]);
    const before = await dumpRecord(store);
    const later = overStore(store, { reader: { ...plainReader, version: 'plain-3' } });
    expect(await later.reread(desk, { dryRun: true })).toMatchObject({
      read: 2,
      changed: [],
      accepted: false,
    });
    expect((await later.reread(desk, { dryRun: true })).read).toBe(2);
    expect(await later.reread(desk)).toMatchObject({ read: 2, changed: [], accepted: true });
    expect((await later.reread(desk)).read).toBe(0);
    expect(await dumpRecord(store)).toEqual(before);
  });

  test('a record that another way of weighing made is made anew, and is the same', async () => {
    const store = await empty();
    const ledger = overStore(store);
    await ledger.add(desk, [ARVO, FARAH]);
    const rows = [
      { place: 'iso:AF-FRA', placeName: 'Farah', side: 'blue', sideName: 'Blue', from: '2021-05-01' },
    ];
    await ledger.decide(desk, { kind: 'baseline', name: 'start', rows }, 'as the year began');
    const before = await dumpRecord(store);
    await store.query(`
      delete from control_periods; delete from events; delete from discrepancies; delete from facts;
      delete from weighed_claims; update revision set weighing = 'older'`);
    const told: string[] = [];
    await rebuildWhereOld(contextOver(store), sentence => told.push(sentence));
    await rebuildWhereOld(contextOver(store), sentence => told.push(sentence));
    expect(told).toEqual([expect.stringMatching(/^weighing 2 reports again/)]);
    expect(await dumpRecord(store)).toEqual(before);
  });
});
