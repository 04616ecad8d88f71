import { performance } from 'node:perf_hooks';
import { loadActors } from '../src/actors/index.ts';
import { type Context, lazily } from '../src/dateline/context.ts';
import { rebuildWhereOld } from '../src/dateline/filing/rebuild.ts';
import { createLocalLedger } from '../src/dateline/local-ledger.ts';
import { loadShapes } from '../src/dateline/shapes/topology.ts';
import { privateWords } from '../src/dateline/withholding/private-words.ts';
import { loadGazetteer } from '../src/gazetteer/index.ts';
import { relationKeys } from '../src/ledger/index.ts';
import type { Asker } from '../src/model/index.ts';
import type { Reader } from '../src/reading/read.ts';
import { insertReading, insertReport, openStore, type Store } from '../src/store/index.ts';
import { type Arrival, ledgerStream } from './ledger-stream.ts';

/** What was measured of a store with so many claims in it, in milliseconds. */
export interface StoreFigures {
  readonly store: Store['kind'];
  readonly claims: number;
  readonly filings: number;
  readonly fileMedian: number;
  readonly fileP95: number;
  readonly statusRows: number;
  readonly statusMedian: number;
  readonly statusP95: number;
}

const desk: Asker = { id: 'bench', name: 'The bench', role: 'analyst', withhold: false };
const BATCH = 500;

/**
 * Fills an empty store with a seeded stream, then files on and asks for the world's status at random moments.
 * @example await run({ database: 'postgres://…', claims: 100_000, filings: 500, queries: 200 })
 */
export async function run({
  database,
  claims,
  filings = 500,
  queries = 200,
  seed = 7,
}: {
  readonly database: string;
  readonly claims: number;
  readonly filings?: number;
  readonly queries?: number;
  readonly seed?: number;
}): Promise<StoreFigures> {
  const store = (await openStore({ database })) as Store;
  const readings = new Map<string, Arrival>();
  const context = contextOver(store, readings);
  const stream = ledgerStream({ seed, claims: claims + filings * 8 });
  await fill(context, stream, claims);
  const ledger = createLocalLedger(context);
  const fileMs: number[] = [];
  for (const arrival of stream) {
    if (fileMs.length >= filings) break;
    readings.set(arrival.report.id, arrival);
    const { text, outlet, published } = arrival.report;
    const start = performance.now();
    await ledger.add(desk, [{ text, outlet, published }]);
    fileMs.push(performance.now() - start);
    readings.clear();
  }
  const statusMs: number[] = [];
  let statusRows = 0;
  for (let i = 0; i < queries; i++) {
    const year = 2016 + (i % 9),
      month = String(1 + (i % 12)).padStart(2, '0');
    const start = performance.now();
    const rows = await ledger.status(desk, {
      at: `${year}-${month}-15`,
      knownAt: `${Math.min(2024, year + (i % 3))}-12-28`,
    });
    statusMs.push(performance.now() - start);
    statusRows = Math.max(statusRows, rows.length);
  }
  await store.close();
  const at = (values: number[], share: number): number =>
    Math.round(values.sort((a, b) => a - b)[Math.floor(values.length * share)]! * 10) / 10;
  return {
    store: store.kind,
    claims,
    filings: fileMs.length,
    fileMedian: at(fileMs, 0.5),
    fileP95: at(fileMs, 0.95),
    statusRows,
    statusMedian: at(statusMs, 0.5),
    statusP95: at(statusMs, 0.95),
  };
}

/** Puts reports and readings in, and weighs them all at once at the end. */
async function fill(context: Context, stream: Iterator<Arrival>, claims: number): Promise<void> {
  let filled = 0;
  while (filled < claims)
    await context.store.write(async tx => {
      for (let i = 0; i < BATCH && filled < claims; i++) {
        const { value, done } = stream.next();
        if (done) throw new Error('the stream is too short');
        await insertReport(tx, value.report, relationKeys(value.report, value.reading));
        await insertReading(tx, value.reading, privateWords(value.reading), value.report.filed);
        filled += value.reading.claims.length;
      }
    });
  await rebuildWhereOld(context);
  await context.store.query('analyze').catch(() => {});
}

const contextOver = (store: Store, readings: ReadonlyMap<string, Arrival>): Context => {
  const read: Reader['read'] = report => readings.get(report.id)!.reading;
  const reader: Reader = {
    version: 'bench',
    read,
    explain: report => ({ reading: read(report), explanation: { claims: [], rejected: [] } }),
  };
  return {
    store,
    now: () => '2025-06-01T00:00:00.000Z',
    demo: false,
    reader: () => Promise.resolve(reader),
    gazetteer: lazily(loadGazetteer),
    actors: lazily(loadActors),
    shapes: lazily(loadShapes),
    cache: { decisions: null },
  };
};
