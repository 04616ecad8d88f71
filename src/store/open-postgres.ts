import pg from 'pg';
import { LedgerError } from '../model/index.ts';
import type { Database } from './gateway.ts';

/** Connections at once; filings take turns anyway. */
const MOST = 8;

const AS_WRITTEN = (value: string): string => value;
const PARSERS: Readonly<Record<number, (value: string) => unknown>> = {
  [pg.types.builtins.DATE]: AS_WRITTEN,
  [pg.types.builtins.INT8]: Number,
};

/** A Postgres server. Rejects with a `LedgerError` naming the host where it cannot be reached. */
export async function openPostgres(address: string): Promise<Database> {
  const pool = new pg.Pool({
    connectionString: address,
    max: MOST,
    application_name: 'dateline',
    types: {
      getTypeParser: ((oid: number, format?: 'text') =>
        PARSERS[oid] ?? pg.types.getTypeParser(oid, format ?? 'text')) as typeof pg.types.getTypeParser,
    },
  });
  // An idle connection that the server closes is replaced at the next use.
  pool.on('error', () => {});
  const connect = (): Promise<pg.PoolClient> =>
    pool.connect().catch(error => {
      throw new LedgerError('unavailable', `cannot reach the database at ${hide(address)}: ${sayWhy(error)}`);
    });
  (await connect()).release();
  return {
    kind: 'postgres',
    async acquire() {
      const client = await connect();
      return {
        async query(text, values) {
          const result = await client.query(text, values as unknown[] | undefined);
          const one = Array.isArray(result) ? result.at(-1) : result;
          return { rows: one?.rows ?? [], affected: one?.rowCount ?? 0 };
        },
        release: () => client.release(),
      };
    },
    close: () => pool.end(),
  };
}

/** The address without its password. */
export function hide(address: string): string {
  try {
    const url = new URL(address);
    if (url.password !== '') url.password = '***';
    return url.href;
  } catch {
    return address;
  }
}

const sayWhy = (error: Error & { code?: string; errors?: Error[] }): string =>
  error.message || error.errors?.[0]?.message || error.code || 'no answer';
