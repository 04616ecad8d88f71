import { expect, test } from 'vitest';
import type { LocalLedger } from '../src/dateline.ts';
import type { Asker, Decision, ReportInput, Ruling } from '../src/model/index.ts';
import { dumpRecord, overStore } from './support/ledgers.ts';
import { dispatch } from './support/plain-reader.ts';
import { describeStores, emptyStore } from './support/stores.ts';

const desk: Asker = { id: 'desk', name: 'The desk', role: 'analyst', withhold: false };
const guest: Asker = { id: 'guest', name: 'A guest', role: 'viewer', withhold: true };

const TAKEN = dispatch('2021-08-06', 'Example Wire', 'Red forces captured Arvo on 2021-08-06, said Blue.');
const AGAIN = dispatch(
  '2021-08-07',
  'Ridge Post',
  'Red forces captured Arvo on 2021-08-06. Red forces entered Farah.',
);
const BACK = dispatch('2021-08-09', 'Example Wire', 'Blue forces captured Arvo on 2021-08-08.');
const DENIED = dispatch('2021-08-10', 'Ridge Post', 'Blue forces did not capture Arvo, said Red.');
const HELD = dispatch('2021-08-05', 'Ridge Post', 'Blue forces held Farah. Blue forces held Arvo.');
const ALL: readonly ReportInput[] = [TAKEN, AGAIN, BACK, DENIED, HELD];

describeStores('the ledger', ({ empty }) => {
  /** A ledger over the suite's store, emptied. */
  const openOne = async (options: { now?: string } = {}): Promise<LocalLedger> =>
    overStore(await empty(), options);
  const lines = async (
    ledger: LocalLedger,
    query: Parameters<LocalLedger['status']>[1] = {},
  ): Promise<string[]> =>
    (await ledger.status(desk, query)).map(
      r => `${r.place.name} ${r.holder?.side ?? '-'} ${r.status} ${r.basis} ${r.since}`,
    );
  test('reports are filed, and the record says who holds what, since when, and on whose word', async () => {
    const ledger = await openOne();
    const told: string[] = [];
    const filings = await ledger.add(desk, ALL, (filing, i) => told.push(`${i} ${filing.outcome}`));
    expect(told).toEqual(['0 filed', '1 filed', '2 filed', '3 filed', '4 filed']);
    expect(filings[1]).toMatchObject({ outcome: 'filed', claims: 2, copyOf: null });
    expect(await lines(ledger)).toEqual([
      'Arvo blue held disputed 2021-08-08',
      'Farah blue contested reported 2021-08-07',
    ]);
    expect(await lines(ledger, { at: '2021-08-07' })).toEqual([
      'Arvo red held confirmed 2021-08-06',
      'Farah blue contested reported 2021-08-07',
    ]);
    expect(await lines(ledger, { country: 'AF' })).toEqual(['Farah blue contested reported 2021-08-07']);
    expect(await lines(ledger, { country: 'Afghanistan', place: 'farah' })).toHaveLength(1);
    const history = await ledger.history(desk, 'Arvo');
    expect(history.place).toMatchObject({
      id: 'x:zz/-/arvo',
      name: 'Arvo',
      precision: 'unresolved',
      country: null,
    });
    expect(history.periods.map(p => `${p.holder?.side} ${p.since}–${p.until ?? ''}`)).toEqual([
      'blue 2021-08-05–2021-08-06',
      'red 2021-08-06–2021-08-08',
      'blue 2021-08-08–',
    ]);
    expect(history.steps.length).toBeGreaterThanOrEqual(3);
    expect(history.claims.map(c => c.quote.text)).toContain(
      'Red forces captured Arvo on 2021-08-06, said Blue.',
    );
    const [first] = await ledger.reports(desk);
    const report = await ledger.report(desk, first!.id);
    for (const claim of report.claimViews)
      expect(report.text.slice(claim.quote.start, claim.quote.end)).toBe(claim.quote.text);
    expect(await ledger.extent(desk)).toMatchObject({
      reports: 5,
      claims: 7,
      places: 2,
      firstDay: '2021-08-05',
      firstKnown: '2021-08-05T23:59:59.999Z',
      defaultAt: '2021-08-20',
      countries: [{ code: 'AF', name: 'Afghanistan', places: 1 }],
    });
    expect(new Set((await ledger.sides(desk)).map(s => s.side))).toEqual(new Set(['red', 'blue']));
    const table = await ledger.periods(desk, { country: 'AF' });
    expect(table.places.map(p => p.name)).toEqual(['Farah']);
    expect(table.periods.every(p => p.place === 'gn:1142264')).toBe(true);
    const changes = await ledger.changes(desk, { from: '2021-08-06', to: '2021-08-08' });
    expect(changes.rows.map(r => `${r.on} ${r.place.name} ${r.after.holder?.side}`)).toEqual([
      '2021-08-06 Arvo red',
      '2021-08-07 Farah blue',
      '2021-08-08 Arvo blue',
    ]);
  });

  test('what was known on a day about another is a query', async () => {
    const ledger = await openOne();
    await ledger.add(desk, ALL);
    expect(await lines(ledger, { place: 'Arvo', at: '2021-08-08', knownAt: '2021-08-08' })).toEqual([
      'Arvo red held confirmed 2021-08-06',
    ]);
    expect(await lines(ledger, { place: 'Arvo', at: '2021-08-08', knownAt: '2021-08-09' })).toEqual([
      'Arvo blue held reported 2021-08-08',
    ]);
    expect(await lines(ledger, { knownAt: '2021-08-04' })).toEqual([]);
    expect((await ledger.reports(desk, { knownAt: '2021-08-06' })).map(r => r.outlet)).toEqual([
      'Ridge Post',
      'Example Wire',
    ]);
    const before = await ledger.history(desk, 'Arvo', { knownAt: '2021-08-07' });
    expect(before.periods.at(-1)).toMatchObject({ holder: { side: 'red' }, until: null });
    expect(before.claims.every(c => c.known <= '2021-08-07T23:59:59.999Z')).toBe(true);
    expect(before.steps.every(s => s.known <= '2021-08-07T23:59:59.999Z')).toBe(true);
    expect((await ledger.claims(desk, { place: 'Arvo', knownAt: '2021-08-06' })).length).toBe(2);
  });

  test('the order of arrival does not matter, and filing twice changes nothing', async () => {
    const store = await empty();
    const ledger = overStore(store);
    await ledger.add(desk, ALL);
    const first = await dumpRecord(store);
    expect(
      (await overStore(store, { now: '2022-01-01T00:00:00.000Z' }).add(desk, ALL)).map(f => f.outcome),
    ).toEqual(Array(5).fill('known'));
    expect(await dumpRecord(store)).toEqual(first);
    for (const order of [
      [DENIED, HELD, BACK, AGAIN, TAKEN],
      [BACK, TAKEN, DENIED, AGAIN, HELD],
    ]) {
      await emptyStore(store);
      await overStore(store).add(desk, order);
      expect(await dumpRecord(store)).toEqual(first);
    }
  });

  test('what cannot be read is kept and says why; what cannot be filed is refused and quoted', async () => {
    const ledger = await openOne();
    const filings = await ledger.add(desk, [
      {
        text: 'Les combattants ont pris la ville de Farah mardi, ont déclaré des habitants à notre correspondant sur place.',
      },
      { text: ' \n ', title: 'Nothing' },
      { text: 'Red forces captured Arvo.', published: '31 August' },
      { text: 'a\0b', id: 'wire-7' },
      TAKEN,
    ]);
    expect(filings.map(f => f.outcome)).toEqual(['unread', 'unread', 'refused', 'refused', 'filed']);
    expect(filings[0]).toMatchObject({ why: expect.stringMatching(/French/) });
    expect(filings[2]).toMatchObject({ why: expect.stringMatching(/"31 August"/) });
    expect(filings[3]).toMatchObject({ input: 'wire-7', why: expect.stringMatching(/NUL/) });
    const reports = await ledger.reports(desk);
    expect(reports.length).toBe(3);
    expect(reports.filter(r => r.unread != null).map(r => r.known)).toEqual(
      Array(2).fill('2021-08-20T12:00:00.000Z'),
    );
    await expect(ledger.add(guest, [AGAIN])).rejects.toMatchObject({ code: 'forbidden' });
    await expect(ledger.status(desk, { at: '2021-02-31' })).rejects.toThrow('invalid date "2021-02-31"');
    await expect(ledger.status(desk, { country: 'Atlantis' })).rejects.toThrow('unknown country "Atlantis"');
    await expect(ledger.history(desk, 'Qwxyzzy')).rejects.toMatchObject({ code: 'not-found' });
    await expect(ledger.report(desk, 'r0')).rejects.toThrow('there is no report with the id "r0"');
  });

  test('private persons who spoke are masked by blocks of equal length, everywhere and for whoever may not see them', async () => {
    const ledger = await openOne();
    const text =
      'Red forces captured Arvo on 2021-08-06, said Gul Karimi, a resident. Red forces entered Farah, said Blue. Karimi had fled.';
    await ledger.add(desk, [
      { text, title: 'Karimi tells of Arvo', outlet: 'Example Wire', published: '2021-08-06' },
    ]);
    const [row] = await ledger.reports(guest);
    const [whole, masked] = [await ledger.report(desk, row!.id), await ledger.report(guest, row!.id)];
    expect(whole.text).toBe(text);
    expect(masked.text).toBe(text.replace('Gul Karimi', '██████████').replace('Karimi', '██████'));
    expect(masked.title).toBe('██████ tells of Arvo');
    expect(masked.claimViews[0]!.attribution[0]!.name).toBe('██████████');
    expect(masked.claimViews[1]!.attribution[0]!.name).toBe('Blue');
    const all = JSON.stringify([
      masked,
      row,
      await ledger.history(guest, 'Arvo'),
      await ledger.claims(guest),
      await ledger.changes(guest, {}),
      await ledger.discrepancies(guest),
      await ledger.status(guest, {}),
      await ledger.events(guest),
    ]);
    expect(all).not.toMatch(/Karimi|Gul/i);
    expect(JSON.stringify(await ledger.claims(desk))).toContain('Gul Karimi');
  });

  test('decisions are appended, known from when they were taken, and undone by another', async () => {
    const ledger = await openOne();
    await ledger.add(desk, [TAKEN, AGAIN, BACK]);
    const decide = (ruling: Ruling, why = 'checked by phone', at?: string): Promise<Decision> =>
      ledger.decide(desk, ruling, why, at);
    const [back] = (await ledger.claims(desk, { place: 'Arvo' })).filter(c => c.actor?.side === 'blue');
    const reference = {
      claim: back!.id,
      report: back!.report,
      in: back!.in,
      span: { start: back!.quote.start, end: back!.quote.end },
      kind: back!.kind,
      place: back!.places[0]!.id,
    };
    const rejected = await decide(
      { kind: 'reject', claim: reference },
      'the town was never retaken',
      '2021-08-11',
    );
    expect(await lines(ledger, { place: 'Arvo' })).toEqual(['Arvo red held confirmed 2021-08-06']);
    expect(await lines(ledger, { place: 'Arvo', knownAt: '2021-08-10' })).toEqual([
      'Arvo blue held reported 2021-08-08',
    ]);
    expect((await ledger.claims(desk, { ids: [back!.id] }))[0]!.verdict).toBe('rejected');
    await decide({ kind: 'undo', decision: rejected.id }, 'it was, after all', '2021-08-12');
    expect(await lines(ledger, { place: 'Arvo' })).toEqual(['Arvo blue held reported 2021-08-08']);

    await decide({
      kind: 'correct',
      claim: reference,
      place: { id: 'gn:1140026', name: 'Herat', kind: 'city' },
    });
    expect(await lines(ledger, { place: 'Herat' })).toEqual(['Herat blue held reported 2021-08-08']);
    const rows = [
      { place: 'iso:AF-FRA', placeName: 'Farah', side: 'blue', sideName: 'Blue', from: '2021-05-01' },
    ];
    const baseline = await decide({ kind: 'baseline', name: 'start', rows }, 'as the year began');
    expect(baseline.at).toBe('2021-05-01T23:59:59.999Z');
    expect(await lines(ledger, { place: 'iso:AF-FRA', knownAt: '2021-06-01' })).toEqual([
      'Farah blue held assumed 2021-05-01',
    ]);
    await decide({ kind: 'merge-places', from: 'x:zz/-/arvo', into: 'gn:1142264' });
    expect(await lines(ledger, { place: 'gn:1142264', at: '2021-08-06' })).toEqual([
      'Farah red held confirmed 2021-08-06',
    ]);
    await decide({
      kind: 'rule',
      place: 'gn:1142264',
      side: 'green',
      from: '2021-08-15',
      to: null,
      status: 'held',
    });
    expect(await lines(ledger, { place: 'gn:1142264' })).toEqual(['Farah green held decided 2021-08-15']);
    expect((await ledger.decisions(desk)).map(d => d.ruling.kind)).toEqual([
      'reject',
      'undo',
      'correct',
      'baseline',
      'merge-places',
      'rule',
    ]);
    await expect(decide({ kind: 'undo', decision: 'd0' })).rejects.toThrow('no decision with the id "d0"');
    await expect(decide({ kind: 'reject', claim: { ...reference, claim: 'c0' } })).rejects.toThrow('"c0"');
    await expect(decide({ kind: 'undo', decision: rejected.id }, ' ')).rejects.toThrow(/say why/);
    await expect(ledger.decide(guest, { kind: 'undo', decision: rejected.id }, 'so')).rejects.toMatchObject({
      code: 'forbidden',
    });
  });

  test('a later version of an address withdraws what it no longer says, whichever came first', async () => {
    const url = 'https://wire.example/arvo';
    const early = dispatch(
      '2021-08-06T08:00:00Z',
      'Example Wire',
      'Red forces captured Arvo on 2021-08-06.',
      { url },
    );
    const late = dispatch('2021-08-06T18:00:00Z', 'Example Wire', 'Red forces entered Arvo on 2021-08-06.', {
      url,
    });
    const store = await empty();
    const ledger = overStore(store);
    await ledger.add(desk, [early, late]);
    expect(await lines(ledger, { knownAt: '2021-08-06T12:00:00Z' })).toEqual([
      'Arvo red held reported 2021-08-06',
    ]);
    expect(await lines(ledger)).toEqual(['Arvo - contested reported 2021-08-06']);
    const first = await dumpRecord(store);
    await emptyStore(store);
    await overStore(store).add(desk, [late, early]);
    expect(await dumpRecord(store)).toEqual(first);
  });

  test('the demo shows the last known date, a living ledger today', async () => {
    const store = await empty();
    await overStore(store).add(desk, [TAKEN]);
    expect((await overStore(store, { demo: true }).extent(desk)).defaultAt).toBe('2021-08-06');
    expect((await overStore(store).extent(desk)).defaultAt).toBe('2021-08-20');
  });

  test('divisions are drawn by their shapes, and a name finds its places', async () => {
    const ledger = await openOne();
    const { features } = await ledger.shapes(desk, 'AF');
    expect(features.length).toBe(34);
    const farah = features.find(f => f.id === 'iso:AF-FRA')!;
    expect(farah.properties).toEqual({
      id: 'iso:AF-FRA',
      name: 'Farah',
      seat: 'gn:1142264',
      shape: 'polygon',
    });
    const ring = (
      farah.geometry.type === 'Polygon' ? farah.geometry.coordinates : farah.geometry.coordinates[0]
    ) as number[][][];
    expect(ring[0]![0]).toEqual(ring[0]!.at(-1));
    const found = await ledger.findPlaces(desk, 'Farah', 'AF');
    expect(found.map(m => m.place.id)).toContain('gn:1142264');
  });
});
