import type { Kysely } from 'kysely';
import type { Asker, Instant } from '../../model/index.ts';
import type { Schema } from '../schema.ts';

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
