import { readFileSync } from 'node:fs';
import type { Store } from '../src/store/index.ts';

/** The processor time of this process so far, in milliseconds: with an embedded database, the database's thread too. */
export function ownTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** The processor time so far of the Postgres processes that serve a store, in milliseconds; 0 where there are none. */
export async function serverTime(store: Store): Promise<number> {
  if (store.kind !== 'postgres') return 0;
  const { rows } = await store.query(
    `select pid from pg_stat_activity where datname = current_database() and application_name = 'dateline'`,
  );
  return rows.reduce(
    (sum, { pid }) => sum + Number(readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ')[0]) / 1e6,
    0,
  );
}
