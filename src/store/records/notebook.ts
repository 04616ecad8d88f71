import { type Kysely, sql } from 'kysely';
import type { CalendarDate, Deferral, Instant, SavedSearch } from '../../model/index.ts';
import type { Schema } from '../schema.ts';
import { instantOf } from './instants.ts';

type Tx = Kysely<Schema>;
export type StoredSearch = Omit<SavedSearch, 'asked' | 'fresh'>;

/** Keeps a search; one of the same address that is there stays as it is. */
export async function insertSearch(tx: Tx, by: string, search: StoredSearch): Promise<void> {
  await tx
    .insertInto('saved_searches')
    .values({ ...search, by_id: by })
    .onConflict(c => c.columns(['by_id', 'address']).doNothing())
    .execute();
}

/** Somebody's searches, oldest first. */
export async function loadSearches(tx: Tx, by: string): Promise<StoredSearch[]> {
  const rows = await tx
    .selectFrom('saved_searches')
    .select(['id', 'address', 'words', 'saved', 'seen'])
    .where('by_id', '=', by)
    .orderBy('saved')
    .orderBy('id')
    .execute();
  return rows.map(row => ({ ...row, saved: instantOf(row.saved), seen: instantOf(row.seen) }));
}

/** Moves on when a search was last looked at; it never goes back. */
export async function seeSearch(tx: Tx, id: string, until: Instant): Promise<void> {
  await sql`update saved_searches set seen = greatest(seen, ${until}::timestamptz) where id = ${id}`.execute(
    tx,
  );
}

export const deleteSearch = async (tx: Tx, id: string): Promise<void> =>
  void (await tx.deleteFrom('saved_searches').where('id', '=', id).execute());

/** What somebody put off, by the day on which it comes back. */
export async function loadDeferrals(tx: Tx, by: string): Promise<Deferral[]> {
  const { rows } = await sql<{ discrepancy: string; until: CalendarDate }>`
    select discrepancy, to_char(until, 'YYYY-MM-DD') as until from deferrals
    where by_id = ${by} order by deferrals.until, discrepancy`.execute(tx);
  return rows.map(({ discrepancy, until }) => ({ discrepancy, until }));
}

export async function putDeferral(tx: Tx, by: string, { discrepancy, until }: Deferral): Promise<void> {
  await sql`
    insert into deferrals (by_id, discrepancy, until) values (${by}, ${discrepancy}, ${until}::date)
    on conflict (by_id, discrepancy) do update set until = excluded.until`.execute(tx);
}

export const deleteDeferral = async (tx: Tx, by: string, discrepancy: string): Promise<void> =>
  void (await tx
    .deleteFrom('deferrals')
    .where('by_id', '=', by)
    .where('discrepancy', '=', discrepancy)
    .execute());

/** Whether a discrepancy of this id was ever found. */
export const hasDiscrepancy = async (tx: Tx, id: string): Promise<boolean> =>
  (await tx.selectFrom('discrepancies').select('id').where('id', '=', id).limit(1).executeTakeFirst()) !=
  null;
