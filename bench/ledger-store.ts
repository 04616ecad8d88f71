import { loadavg } from 'node:os';
import { performance } from 'node:perf_hooks';
import { loadActors } from '../src/actors/index.ts';
import { type Context, emptyCache, lazily } from '../src/dateline/context.ts';
import { createLocalLedger } from '../src/dateline/local-ledger.ts';
import { loadShapes } from '../src/dateline/shapes/topology.ts';
import { loadGazetteer } from '../src/gazetteer/index.ts';
import type { Asker } from '../src/model/index.ts';
import type { Reader } from '../src/reading/read.ts';
import { openStore, type Store } from '../src/store/index.ts';
import { fill } from './ledger-fill.ts';
import { type Arrival, ledgerStream } from './ledger-stream.ts';
import { ownTime, serverTime } from './processor-time.ts';
import { seededRandom } from './seeded-random.ts';

/** What was measured of a store with so many claims in it, in milliseconds. */
export interface StoreFigures {
  readonly store: Store['kind'];
  readonly claims: number;
  readonly filledIn: number;
  readonly filings: number;
  readonly fileMedian: number;
  readonly fileP95: number;
  /** On average, of this process and the database's together. */
  readonly fileProcessor: number;
  readonly queries: number;
  readonly statusRows: number;
  readonly statusMedian: number;
  readonly statusP95: number;
  readonly statusProcessor: number;
  /** The machine's load, on average over the measuring. */
  readonly load: number;
}

/** A store to be filled with so many claims and measured. */
export interface StoreSize {
  readonly database: string;
  readonly claims: number;
}

const desk: Asker = { id: 'bench', name: 'The bench', role: 'analyst', withhold: false };
const START = Date.parse('2015-01-01T00:00:00Z');
const DAY = 86_400_000;
const DAYS = 3652;
/** Claims in the stream beyond those a store is filled with: they are filed one report at a time. */
const SPARE = 8000;

/**
 * Fills stores of several sizes with a seeded stream, then files on and asks for the world's status at random moments: in
 * all of them in turn, so that whatever else the machine does falls upon every size alike.
 * @example await measureStores([{ database: 'postgres://…', claims: 100_000 }], { filings: 500, queries: 200 })
 */
export async function measureStores(
  sizes: readonly StoreSize[],
  {
    filings = 500,
    queries = 200,
    seed = 7,
  }: { readonly filings?: number; readonly queries?: number; readonly seed?: number },
): Promise<StoreFigures[]> {
  const filled: Filled[] = [];
  for (const size of sizes) filled.push(await fillStore(size, seed));
  const loads = [loadavg()[0]!];
  for (const one of filled) await one.begin('file');
  for (let i = 0; i < filings; i++) {
    for (const one of filled) await one.file();
    if (i % 50 === 0) loads.push(loadavg()[0]!);
  }
  for (const one of filled) await one.begin('status');
  const random = seededRandom(seed);
  for (let i = 0; i < queries; i++) {
    const known = START + DAYS * DAY * (0.3 + 0.7 * random());
    const at = known - (random() < 0.5 ? 0 : random() * 0.3 * DAYS * DAY);
    for (const one of filled) await one.ask(at, known);
    if (i % 50 === 0) loads.push(loadavg()[0]!);
  }
  const load = Math.round((loads.reduce((sum, l) => sum + l, 0) / loads.length) * 10) / 10;
  const figures: StoreFigures[] = [];
  for (const one of filled) figures.push({ ...(await one.end()), load });
  return figures;
}

/** A store with claims in it. */
interface Filled {
  /** What comes now: processor time counts for it. */
  begin(what: 'file' | 'status'): Promise<void>;
  /** Files the next report of the stream. */
  file(): Promise<void>;
  /** Asks for the world's status. */
  ask(at: number, knownAt: number): Promise<void>;
  end(): Promise<Omit<StoreFigures, 'load'>>;
}

async function fillStore({ database, claims }: StoreSize, seed: number): Promise<Filled> {
  const store = (await openStore({ database })) as Store;
  const readings = new Map<string, Arrival>();
  const context = contextOver(store, readings);
  const stream = ledgerStream({ seed, claims: claims + SPARE });
  const start = performance.now();
  await fill(context, stream, claims);
  const filledIn = Math.round((performance.now() - start) / 1000);
  console.log(`${store.kind}, ${claims.toLocaleString('en-GB')} claims: filled in ${filledIn} s`);
  const ledger = createLocalLedger(context);
  const fileMs: number[] = [],
    statusMs: number[] = [];
  let statusRows = 0,
    own = 0,
    server = 0;
  const processor = { file: 0, status: 0 };
  let now: keyof typeof processor | null = null;
  /** A piece of work by the clock; other stores have their turns between. */
  async function timed(work: () => Promise<unknown>): Promise<number> {
    const start = performance.now(),
      ownBefore = ownTime();
    await work();
    own += ownTime() - ownBefore;
    return performance.now() - start;
  }
  async function end(): Promise<void> {
    if (now != null) processor[now] = own + (await serverTime(store)) - server;
    now = null;
  }
  return {
    async begin(what) {
      await end();
      now = what;
      own = 0;
      server = await serverTime(store);
    },
    async file() {
      const { value: arrival, done } = stream.next();
      if (done) throw new Error('the stream is too short');
      readings.set(arrival.report.id, arrival);
      const { text, outlet, published } = arrival.report;
      fileMs.push(await timed(() => ledger.add(desk, [{ text, outlet, published }])));
      readings.clear();
    },
    async ask(at, known) {
      const moment = {
        at: new Date(at).toISOString().slice(0, 10),
        knownAt: new Date(known).toISOString(),
      };
      let rows = 0;
      statusMs.push(
        await timed(async () => {
          rows = (await ledger.status(desk, moment)).length;
        }),
      );
      statusRows = Math.max(statusRows, rows);
    },
    async end() {
      await end();
      await store.close();
      return {
        ...{ store: store.kind, claims, filledIn, filings: fileMs.length },
        ...{ fileMedian: quantile(fileMs, 0.5), fileP95: quantile(fileMs, 0.95) },
        fileProcessor: tenths(processor.file / Math.max(1, fileMs.length)),
        ...{ queries: statusMs.length, statusRows },
        ...{ statusMedian: quantile(statusMs, 0.5), statusP95: quantile(statusMs, 0.95) },
        statusProcessor: tenths(processor.status / Math.max(1, statusMs.length)),
      };
    },
  };
}

const quantile = (values: readonly number[], share: number): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return tenths(sorted[Math.floor(sorted.length * share)] ?? 0);
};

const tenths = (n: number): number => Math.round(n * 10) / 10;

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
    cache: emptyCache(),
  };
};
