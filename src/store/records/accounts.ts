import { type Kysely, sql } from 'kysely';
import type { Account, ApiKey, Role } from '../../model/index.ts';
import type { Schema } from '../schema.ts';
import { instantOf } from './instants.ts';

type Tx = Kysely<Schema>;

/** Accounts, oldest first; `id` is an id or an e-mail address. */
export async function loadAccounts(tx: Tx, id?: string): Promise<Account[]> {
  const { rows } = await sql<Record<string, unknown>>`
    select a.id, a.name, a.email, a.role, a.withhold, a.disabled, a."createdAt" as made,
      exists (select from credentials c where c."userId" = a.id and c.password is not null) as claimed,
      greatest((select max(s."updatedAt") from sessions s where s."userId" = a.id),
        (select max(k."lastRequest") from keys k where k."referenceId" = a.id)) as seen
    from accounts a
    where ${id ?? null}::text is null or a.id = ${id ?? null}::text or a.email = lower(${id ?? null}::text)
    order by a."createdAt", a.id`.execute(tx);
  return rows.map(row => ({
    id: row.id as string,
    name: row.name as string,
    email: row.email as string,
    role: row.role as Role,
    withhold: row.withhold as boolean,
    disabled: row.disabled as boolean,
    claimed: row.claimed as boolean,
    made: instantOf(row.made),
    lastSeen: row.seen == null ? null : instantOf(row.seen),
  }));
}

export async function updateAccount(
  tx: Tx,
  id: string,
  change: Partial<Pick<Account, 'name' | 'email' | 'role' | 'withhold' | 'disabled'>>,
): Promise<void> {
  await tx
    .updateTable('accounts')
    .set({ ...change, updatedAt: new Date().toISOString() })
    .where('id', '=', id)
    .execute();
}

/** Whether somebody has chosen a password: from then on everybody signs in. */
export const isClaimed = async (tx: Tx): Promise<boolean> =>
  (await tx.selectFrom('credentials').select('id').where('password', 'is not', null).executeTakeFirst()) !=
  null;

export const endSessions = async (tx: Tx, account: string): Promise<void> =>
  void (await tx.deleteFrom('sessions').where('userId', '=', account).execute());

/** Keys, oldest first; of one account, or all. */
export async function loadKeys(
  tx: Tx,
  query: { readonly account?: string; readonly id?: string } = {},
): Promise<ApiKey[]> {
  let select = tx
    .selectFrom('keys as k')
    .innerJoin('accounts as a', 'a.id', 'k.referenceId')
    .select([
      'k.id',
      'k.name',
      'k.start',
      'k.referenceId',
      'k.lastRequest',
      'k.expiresAt',
      'k.createdAt',
      'k.metadata',
    ])
    .select('a.name as accountName');
  if (query.account != null) select = select.where('k.referenceId', '=', query.account);
  if (query.id != null) select = select.where('k.id', '=', query.id);
  const rows = await select.orderBy('k.createdAt').orderBy('k.id').execute();
  return rows.map(row => ({
    id: row.id,
    name: row.name ?? '',
    account: row.referenceId,
    accountName: row.accountName,
    role: roleIn(row.metadata),
    start: row.start ?? '',
    made: instantOf(row.createdAt),
    lastUsed: row.lastRequest == null ? null : instantOf(row.lastRequest),
    expires: row.expiresAt == null ? null : instantOf(row.expiresAt),
  }));
}

export const deleteKey = async (tx: Tx, id: string): Promise<void> =>
  void (await tx.deleteFrom('keys').where('id', '=', id).execute());

/** A key's role lies in its metadata, which the library writes as JSON, some versions of it twice over. */
function roleIn(metadata: string | null): Role {
  let value: unknown = metadata;
  for (let i = 0; i < 2 && typeof value === 'string'; i++) value = JSON.parse(value);
  return (value as { role?: Role } | null)?.role ?? 'viewer';
}

/** A setting as it is kept; the first value given stays. */
export async function keepSetting(tx: Tx, name: string, value: string): Promise<string> {
  const { rows } = await sql<{ value: string }>`
    insert into settings (name, value) values (${name}, ${value})
    on conflict (name) do update set value = settings.value returning value`.execute(tx);
  return rows[0]!.value;
}
