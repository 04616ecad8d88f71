import { LedgerError } from '../../model/index.ts';
import type { Gateway } from '../gateway.ts';
import { MIGRATIONS, type Migration } from './index.ts';

const LIST = `create table if not exists migrations (
  version integer primary key, name text not null, done timestamptz not null default now())`;

/** The version that a database's records have; 0 where it holds none. */
export async function versionOf(gateway: Gateway): Promise<number> {
  const { rows } = await gateway.query(`select to_regclass('migrations') is not null as yes`);
  if (rows[0]?.yes !== true) return 0;
  const found = await gateway.query('select coalesce(max(version), 0) as version from migrations');
  return Number(found.rows[0]!.version);
}

/**
 * Brings the records forward to the newest version, each step whole or not at all, one process at a time. Rejects with a
 * `LedgerError` where they are of a newer version than this Dateline knows. `where` names the ledger for people.
 */
export async function migrate(
  gateway: Gateway,
  where: string,
  steps: readonly Migration[] = MIGRATIONS,
): Promise<void> {
  const newest = steps.at(-1)?.version ?? 0;
  const now = await versionOf(gateway);
  checkNotNewer(now, newest, where);
  if (now === newest) return;
  const connection = await gateway.acquire();
  try {
    await connection.query('begin');
    if (gateway.kind === 'postgres')
      await connection.query('select pg_advisory_xact_lock(7233191237862812262)');
    await connection.query(LIST);
    const { rows } = await connection.query('select version from migrations');
    const done = new Set(rows.map(r => Number(r.version)));
    checkNotNewer(Math.max(0, ...done), newest, where);
    for (const step of steps) {
      if (done.has(step.version)) continue;
      await connection.query(step.sql);
      await connection.query('insert into migrations (version, name) values ($1, $2)', [
        step.version,
        step.name,
      ]);
    }
    await connection.query('commit');
  } catch (error) {
    await connection.query('rollback').catch(() => {});
    throw error;
  } finally {
    connection.release();
  }
}

function checkNotNewer(version: number, newest: number, where: string): void {
  if (version > newest)
    throw new LedgerError(
      'newer',
      `the ledger at ${where} is of a newer version (${version}) than this Dateline knows (${newest}): update Dateline`,
    );
}
