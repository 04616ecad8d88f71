import { loadActors } from '../../src/actors/index.ts';
import { type Context, emptyCache, lazily } from '../../src/dateline/context.ts';
import { createLocalLedger, type LocalLedger } from '../../src/dateline/local-ledger.ts';
import { loadShapes } from '../../src/dateline/shapes/topology.ts';
import { loadGazetteer } from '../../src/gazetteer/index.ts';
import type { Reader } from '../../src/reading/read.ts';
import type { Store } from '../../src/store/index.ts';
import { plainReader } from './plain-reader.ts';

const gazetteer = lazily(loadGazetteer),
  actors = lazily(loadActors),
  shapes = lazily(loadShapes);

interface Setting {
  readonly now?: string;
  readonly demo?: boolean;
  readonly reader?: Reader;
  readonly webhooksInside?: boolean;
}

/** A ledger over a store that is open already, with the reader of plain sentences and a clock that stands. */
export const overStore = (store: Store, setting: Setting = {}): LocalLedger =>
  createLocalLedger(contextOver(store, setting));

export const contextOver = (
  store: Store,
  {
    now = '2021-08-20T12:00:00.000Z',
    demo = false,
    reader = plainReader,
    webhooksInside = false,
  }: Setting = {},
): Context => ({
  store,
  now: () => now,
  demo,
  reader: () => Promise.resolve(reader),
  webhooksInside,
  gazetteer,
  actors,
  shapes,
  cache: emptyCache(),
});

const TABLES: Readonly<Record<string, readonly [columns: string, order: string]>> = {
  control_periods: [
    `place, valid, known, holder_side, holder_name, status, basis, since_earliest, believed_from, origins, last_word, detail`,
    'place, valid, known',
  ],
  weighed_claims: ['*', 'id'],
  events: ['*', 'bucket, id'],
  figures: ['*', 'bucket, id'],
  discrepancies: ['*', 'bucket, id'],
  facts: ['*', 'report, ord'],
  origins: ['*', 'report'],
  places: [
    'id, name, kind, country, admin1, admin1_name, parent, lat, lon, seat_of, precision, population, told_known, told_by',
    'id',
  ],
  orphans: ['*', 'decision'],
};

/** All that the ledger made of its input, but for what only says where rows lie. */
export async function dumpRecord(store: Store): Promise<Record<string, unknown[]>> {
  const dump: Record<string, unknown[]> = {};
  for (const [table, [columns, order]] of Object.entries(TABLES))
    dump[table] = (await store.query(`select ${columns} from ${table} order by ${order}`)).rows;
  return dump;
}
