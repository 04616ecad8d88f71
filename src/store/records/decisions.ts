import type { Kysely } from 'kysely';
import type { Decision, Instant, Ruling } from '../../model/index.ts';
import type { Schema } from '../schema.ts';
import { instantOf } from './instants.ts';

/** Appends a decision; `taken` is the instant of the act, `decision.at` since when it is known. */
export async function insertDecision(tx: Kysely<Schema>, decision: Decision, taken: Instant): Promise<void> {
  await tx
    .insertInto('decisions')
    .values({
      id: decision.id,
      by_id: decision.by,
      why: decision.why,
      at: decision.at,
      taken,
      kind: decision.ruling.kind,
      ruling: JSON.stringify(decision.ruling),
    })
    .execute();
}

/** All decisions, in the order in which they were taken. */
export async function loadDecisions(tx: Kysely<Schema>): Promise<Decision[]> {
  const rows = await tx
    .selectFrom('decisions')
    .select(['id', 'by_id', 'why', 'at', 'ruling'])
    .orderBy('seq')
    .execute();
  return rows.map(row => ({
    id: row.id,
    by: row.by_id,
    why: row.why,
    at: instantOf(row.at),
    ruling: row.ruling as Ruling,
  }));
}

/** The number of the last decision; 0 where there is none. */
export async function lastDecision(tx: Kysely<Schema>): Promise<number> {
  const row = await tx
    .selectFrom('decisions')
    .select(eb => eb.fn.max('seq').as('last'))
    .executeTakeFirst();
  return Number(row?.last ?? 0);
}
