import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openLedger } from '../src/dateline.ts';
import {
  type Asker,
  addDays,
  type BaselineRow,
  type DiscrepancyRow,
  type Ledger,
  type ReportInput,
  type ReportRow,
  type StatusRow,
} from '../src/model/index.ts';
import { makeLedgerDirectory, removeDirectories } from './support/pglite.ts';

// The sample collection, filed as `dateline demo` files it, against what its own expected.json says must come out.

const FOLDER = resolve(import.meta.dirname, '../collections/afghanistan-2021');
const json = <T>(file: string): T => JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as T;

interface Expected {
  readonly holderBefore: string;
  readonly holderAfter: string;
  readonly capitals: readonly {
    readonly name: string;
    readonly place: string;
    readonly taken: readonly string[];
    readonly firstDispatch: string;
  }[];
  readonly never: readonly { readonly name: string; readonly place: string }[];
  readonly copies: Readonly<Record<string, string>>;
  readonly discrepancies: readonly {
    readonly kind: string;
    readonly about: string;
    readonly reports: readonly string[];
    readonly settledBy?: readonly string[];
  }[];
}

const expected = json<Expected>('expected.json');
const dispatches = readdirSync(join(FOLDER, 'dispatches'))
  .sort()
  .map(name => json<ReportInput>(`dispatches/${name}`));
const publishedOf = new Map(dispatches.map(d => [d.id!, d.published!]));
const DAYS = Array.from({ length: 13 }, (_, i) => addDays('2021-08-05', i));
const by: Asker = { id: 'test', name: 'Test', role: 'administrator', withhold: false };

let ledger: Ledger;
let reports: ReportRow[];
const refOf = (id: string): string => reports.find(r => r.id === id)?.ref ?? id;

beforeAll(async () => {
  ledger = await openLedger({ database: await makeLedgerDirectory(), demo: true });
  const rows = readFileSync(join(FOLDER, 'baseline.csv'), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line): BaselineRow => {
      const [place, placeName, side, from] = line.split(',') as [string, string, string, string];
      return { place, placeName, side, sideName: 'Afghan government', from };
    });
  await ledger.decide(by, { kind: 'baseline', name: 'test', rows }, 'test', '2021-05-01T00:00:00.000Z');
  await ledger.add(by, dispatches);
  reports = await ledger.reports(by);
});
afterAll(async () => {
  await ledger?.close();
  removeDirectories();
});

const rowsAt = async (at: string, knownAt?: string): Promise<Map<string, StatusRow>> =>
  new Map((await ledger.status(by, { at, knownAt, country: 'AF' })).map(row => [row.place.id, row]));

describe('the sample collection', () => {
  test('every dispatch is filed and read', () => {
    expect(reports.map(r => r.ref).sort()).toEqual(dispatches.map(d => d.id).sort());
    expect(reports.filter(r => r.unread != null)).toEqual([]);
  });

  test('each fallen capital is the Taliban’s from its day on, and never before', async () => {
    const wrong: string[] = [];
    for (const day of DAYS) {
      const rows = await rowsAt(day);
      for (const { name, place, taken } of expected.capitals) {
        const row = rows.get(place);
        const said = `${name} on ${day}: ${row?.holder?.side ?? 'nobody'}, ${row?.status ?? 'no row'}`;
        const [first, last] = [[...taken].sort()[0]!, [...taken].sort().at(-1)!];
        if (day >= last && !(row?.holder?.side === expected.holderAfter && row.status === 'held'))
          wrong.push(said);
        if (day < first && row?.holder?.side !== expected.holderBefore) wrong.push(said);
      }
    }
    expect(wrong).toEqual([]);
  });

  test('a place that did not fall stays with its holder', async () => {
    const rows = await rowsAt('2021-08-16');
    for (const { place } of expected.never) expect(rows.get(place)?.holder?.side).toBe(expected.holderBefore);
  });

  test('as known at each day, no capital is taken before its first dispatch', async () => {
    const wrong: string[] = [];
    for (const { name, place, firstDispatch } of expected.capitals) {
      const known = publishedOf.get(firstDispatch)!;
      const before = new Date(Date.parse(known) - 1000).toISOString();
      const [then, now] = [
        (await rowsAt('2021-08-16', before)).get(place),
        (await rowsAt('2021-08-16', known)).get(place),
      ];
      if (then?.holder?.side !== expected.holderBefore) wrong.push(`${name}: taken before ${known}`);
      if (now?.holder?.side !== expected.holderAfter)
        wrong.push(`${name}: not taken as known at ${known}, the time of ${firstDispatch}`);
    }
    expect(wrong).toEqual([]);
  });

  test('copies are found, and nothing else is called a copy', () => {
    const copies = reports.filter(r => r.copyOf != null).map(r => [r.ref!, refOf(r.copyOf!)]);
    expect(Object.fromEntries(copies)).toEqual(expected.copies);
  });

  test('discrepancies are exactly those listed', async () => {
    const say = (kind: string, refs: readonly string[]): string => `${kind}: ${[...refs].sort().join(', ')}`;
    const found = (await ledger.discrepancies(by)).map(
      (d: DiscrepancyRow) => `${say(d.kind, d.reports.map(refOf))}${d.settledBy ? ' (settled)' : ''}`,
    );
    const listed = expected.discrepancies.map(
      d => `${say(d.kind, d.reports)}${d.settledBy ? ' (settled)' : ''}`,
    );
    expect(found.sort()).toEqual(listed.sort());
  });
});
