import { type Kysely, sql } from 'kysely';
import type { ChangeBody, ChangeKind, Instant, Webhook } from '../../model/index.ts';
import type { Schema } from '../schema.ts';
import { instantOf } from './instants.ts';

type Tx = Kysely<Schema>;

export async function insertWebhook(
  tx: Tx,
  hook: Omit<Webhook, 'waiting' | 'failed' | 'lastError'> & {
    readonly secret: string;
    readonly seen: number;
  },
): Promise<void> {
  const { by, kinds, places, sides, countries, ...rest } = hook;
  await tx
    .insertInto('webhooks')
    .values({
      ...rest,
      by_id: by,
      kinds: [...kinds],
      places: [...places],
      sides: [...sides],
      countries: [...countries],
    })
    .execute();
}

/** Webhooks, oldest first, with how their deliveries go; never their secrets. */
export async function loadWebhooks(tx: Tx, id?: string): Promise<Webhook[]> {
  const { rows } = await sql<Record<string, unknown>>`
    select w.id, w.url, w.kinds, w.places, w.sides, w.countries, w.made, w.by_id, w.enabled,
      (select count(*) from deliveries d where d.webhook = w.id and d.next is not null) as waiting,
      (select count(*) from deliveries d where d.webhook = w.id and d.next is null and d.done is null) as failed,
      (select d.error from deliveries d where d.webhook = w.id and d.error is not null order by d.id desc limit 1) as error
    from webhooks w where ${id ?? null}::text is null or w.id = ${id ?? null}::text
    order by w.made, w.id`.execute(tx);
  return rows.map(row => ({
    id: row.id as string,
    url: row.url as string,
    kinds: row.kinds as ChangeKind[],
    places: row.places as string[],
    sides: row.sides as string[],
    countries: row.countries as string[],
    made: instantOf(row.made),
    by: row.by_id as string,
    enabled: row.enabled as boolean,
    waiting: Number(row.waiting),
    failed: Number(row.failed),
    lastError: (row.error as string | null) ?? null,
  }));
}

export const deleteWebhook = async (tx: Tx, id: string): Promise<void> =>
  void (await tx.deleteFrom('webhooks').where('id', '=', id).execute());

export const hasWebhooks = async (tx: Tx): Promise<boolean> =>
  (await tx.selectFrom('webhooks').select('id').where('enabled', '=', true).limit(1).executeTakeFirst()) !=
  null;

/** Makes deliveries of the changes that webhooks have not seen and their filters let through. */
export async function queueDeliveries(tx: Tx, now: Instant): Promise<void> {
  const passes = (own: string, list: string) =>
    sql`(cardinality(${sql.ref(own)}) = 0 or ${sql.ref(list)} && ${sql.ref(own)})`;
  await sql`
    insert into deliveries (webhook, change, next)
    select w.id, c.seq, ${now}::timestamptz from webhooks w join record_changes c on c.seq > w.seen
    where w.enabled and (cardinality(w.kinds) = 0 or c.kind = any(w.kinds))
      and ${passes('w.places', 'c.places')} and ${passes('w.sides', 'c.sides')}
      and ${passes('w.countries', 'c.countries')}
    order by c.seq on conflict do nothing`.execute(tx);
  await sql`
    update webhooks set seen = m.seq from (select coalesce(max(seq), 0) as seq from record_changes) m
    where seen < m.seq`.execute(tx);
}

/** One delivery that is due, with all that it needs. */
export interface DueDelivery {
  readonly id: number;
  readonly webhook: string;
  readonly url: string;
  readonly secret: string;
  readonly tries: number;
  readonly change: { readonly seq: number; readonly at: Instant; readonly body: ChangeBody };
}

/** Takes deliveries that are due, oldest first, for `until`: another process leaves them alone as long. */
export async function takeDue(tx: Tx, now: Instant, until: Instant, most: number): Promise<DueDelivery[]> {
  const { rows } = await sql<Record<string, unknown>>`
    with due as (
      select d.id from deliveries d join webhooks w on w.id = d.webhook
      where d.next <= ${now}::timestamptz and w.enabled
      order by d.next, d.id limit ${most} for update of d skip locked)
    update deliveries d set next = ${until}::timestamptz
    from due, webhooks w, record_changes c
    where d.id = due.id and w.id = d.webhook and c.seq = d.change
    returning d.id, d.webhook, w.url, w.secret, d.tries, c.seq, c.at, c.body`.execute(tx);
  return rows
    .map(row => ({
      id: Number(row.id),
      webhook: row.webhook as string,
      url: row.url as string,
      secret: row.secret as string,
      tries: Number(row.tries),
      change: { seq: Number(row.seq), at: instantOf(row.at), body: row.body as ChangeBody },
    }))
    .sort((a, b) => a.id - b.id);
}

/** What became of a try: done, to be tried again at `next`, or given up. */
export async function noteDelivery(
  tx: Tx,
  id: number,
  outcome: { readonly done?: Instant; readonly next?: Instant; readonly error?: string },
): Promise<void> {
  await tx
    .updateTable('deliveries')
    .set({ done: outcome.done ?? null, next: outcome.next ?? null, error: outcome.error ?? null })
    .set('tries', eb => eb('tries', '+', 1))
    .where('id', '=', id)
    .execute();
}

export const disableWebhook = async (tx: Tx, id: string): Promise<void> =>
  void (await tx.updateTable('webhooks').set({ enabled: false }).where('id', '=', id).execute());

/** Enables a webhook, and makes what was given up due again. */
export async function retryWebhook(tx: Tx, id: string, now: Instant): Promise<void> {
  await tx.updateTable('webhooks').set({ enabled: true }).where('id', '=', id).execute();
  await tx
    .updateTable('deliveries')
    .set({ next: now, tries: 0, error: null })
    .where('webhook', '=', id)
    .where('next', 'is', null)
    .where('done', 'is', null)
    .execute();
}
