import { appendFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from '../test/support/postgres.ts';
import { run as measurePure } from './ledger-fold.ts';
import { measureStores, type StoreFigures, type StoreSize } from './ledger-store.ts';

const HELP = `npm run bench -- ledger [--claims N] [--postgres SIZES] [--pglite SIZES] [--filings N] [--queries N]
                          [--keep DIR] [--rows FILE]
  --claims 100000            claims that the pure fold is measured on (0: not)
  --postgres 10000,100000    sizes of a Postgres store, in claims ("": not)
  --pglite 1000,10000        sizes of an embedded store
  --filings 500              reports filed at each size
  --queries 200              questions for the world's status at each size
  --keep DIR                 where the data stays, to be measured again without filling
  --rows FILE                what was measured is appended to, one JSON object a line`;

/** As a server is set up that holds so much: a quarter of a small machine's memory, checkpoints far apart. */
const SETTINGS = [
  'shared_buffers=2GB',
  'max_wal_size=8GB',
  'checkpoint_timeout=1h',
  'maintenance_work_mem=512MB',
];

/** Measures the pure ledger, then stores of growing size, on a seeded stream. @example run(['--postgres', '10000']) */
export async function run(options: readonly string[]): Promise<void> {
  const of = (name: string, unless: string): string => {
    const at = options.indexOf(`--${name}`);
    return at < 0 ? unless : (options[at + 1] ?? '');
  };
  if (options.includes('--help')) return console.log(HELP);
  const claims = sizeOf(of('claims', '50000'));
  if (claims > 0) measureFold(claims);
  const filings = sizeOf(of('filings', '500')),
    queries = sizeOf(of('queries', '200'));
  const sizes = (name: string): number[] => of(name, '').split(',').filter(Boolean).map(sizeOf);
  const figures: StoreFigures[] = [];
  const postgres = sizes('postgres');
  if (postgres.length > 0) {
    const keep = of('keep', '');
    const server = await startPostgres({ settings: SETTINGS, ...(keep === '' ? {} : { keep }) });
    const stores: StoreSize[] = [];
    for (const claims of postgres)
      stores.push({ claims, database: await server.database(`claims_${claims}`) });
    figures.push(...(await measureStores(stores, { filings, queries })));
    await server.stop();
  }
  const embedded = sizes('pglite');
  if (embedded.length > 0) {
    const keep = of('keep', '');
    const parent = keep === '' ? mkdtempSync(join(tmpdir(), 'dateline-bench-')) : join(keep, 'pglite');
    mkdirSync(parent, { recursive: true });
    const stores = embedded.map(claims => ({ claims, database: join(parent, `claims-${claims}`) }));
    figures.push(...(await measureStores(stores, { filings, queries })));
    if (keep === '') rmSync(parent, { recursive: true, force: true });
  }
  for (const one of figures) say(one);
  const rows = of('rows', '');
  if (rows !== '') for (const one of figures) appendFileSync(rows, `${JSON.stringify(one)}\n`);
}

function sizeOf(value: string): number {
  const size = Number(value);
  if (!Number.isInteger(size) || size < 0) throw new TypeError(`"${value}": write a number, such as 50000`);
  return size;
}

const number = (n: number): string => n.toLocaleString('en-GB').padStart(9);

function measureFold(claims: number): void {
  const { facts, fold, weigh, busiest, ...size } = measurePure({ claims });
  console.log(
    `${size.claims.toLocaleString('en-GB')} claims about ${size.places.toLocaleString('en-GB')} places`,
  );
  console.log(`${number(facts)} claims a second   origins and facts, from the texts on`);
  console.log(`${number(fold)} claims a second   the fold: control periods of all places`);
  console.log(`${number(weigh)} claims a second   periods, events, figures and discrepancies`);
  console.log(
    `${number(busiest.ms)} ms                all of the busiest place, with ${busiest.statements.toLocaleString('en-GB')} facts`,
  );
}

function say(f: StoreFigures): void {
  console.log(
    `${f.store}, ${f.claims.toLocaleString('en-GB')} claims (filled in ${f.filledIn} s, load ${f.load}): ` +
      `filing ${f.fileMedian} ms median, ${f.fileP95} ms p95, ${f.fileProcessor} ms of processor time (${f.filings}); ` +
      `status of ${f.statusRows} places ${f.statusMedian} ms median, ${f.statusP95} ms p95, ${f.statusProcessor} ms of processor time (${f.queries})`,
  );
}
