import { type Kysely, sql } from 'kysely';
import type { Asker, AuditEntry, AuditQuery, Instant } from '../../model/index.ts';
import type { Schema } from '../schema.ts';
import { instantOf } from './instants.ts';

/** Notes who did what. Never edited. */
export async function insertAudit(
  tx: Kysely<Schema>,
  by: Asker,
  at: Instant,
  action: string,
  detail: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  await tx
    .insertInto('audit')
    .values({ at, by_id: by.id, by_name: by.name, action, detail: JSON.stringify(detail) })
    .execute();
}

/** Who did what, newest first. */
export async function loadAudit(tx: Kysely<Schema>, query: AuditQuery): Promise<AuditEntry[]> {
  let select = tx.selectFrom('audit').selectAll();
  if (query.by != null) select = select.where(sql<boolean>`(by_id = ${query.by} or by_name = ${query.by})`);
  if (query.action != null) select = select.where('action', '=', query.action);
  if (query.since != null) select = select.where('at', '>=', new Date(query.since));
  if (query.until != null) select = select.where('at', '<=', new Date(query.until));
  if (query.before != null) select = select.where('seq', '<', query.before);
  const rows = await select
    .orderBy('seq', 'desc')
    .limit(query.limit ?? 100)
    .execute();
  return rows.map(row => ({
    seq: Number(row.seq),
    at: instantOf(row.at),
    by: row.by_id,
    byName: row.by_name,
    action: row.action,
    detail: row.detail as AuditEntry['detail'],
  }));
}
