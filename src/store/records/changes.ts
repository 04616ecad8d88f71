import { type Kysely, sql } from 'kysely';
import type { ChangeBody, ChangeEntry, ChangeQuery, Instant } from '../../model/index.ts';
import type { Schema } from '../schema.ts';
import { instantOf } from './instants.ts';

type Tx = Kysely<Schema>;

/** A period of a place as it was or is believed. */
export interface ToldPeriod {
  readonly from: string;
  readonly to: string | null;
  readonly side: string | null;
  readonly name: string | null;
  readonly status: string;
  readonly basis: string;
  readonly claims: readonly string[];
}

export interface ToldDiscrepancy {
  readonly kind: string;
  readonly places: readonly string[];
  readonly settled: boolean;
}

/** What was told of a place or discrepancy, and what is to be told now; null: nothing. */
export interface Touched<Told> {
  readonly id: string;
  readonly before: Told | null;
  readonly after: Told | null;
}

export interface AllTouched {
  readonly places: readonly Touched<readonly ToldPeriod[]>[];
  readonly discrepancies: readonly Touched<ToldDiscrepancy>[];
}

/** Whether anything has been written that was not told. */
export const hasTouched = async (tx: Tx): Promise<boolean> =>
  (await tx.selectFrom('touched').select('id').limit(1).executeTakeFirst()) != null;

/** What has been written since this was last called; from now on it counts as told. */
export async function takeTouched(tx: Tx): Promise<AllTouched> {
  const { rows } = await sql<{ what: string; id: string; before: unknown; after: unknown }>`
    select t.what, t.id, o.body as before, coalesce(b.body, f.body) as after
    from touched t
    left join told o on o.what = t.what and o.id = t.id
    left join lateral (
      select jsonb_agg(jsonb_build_object(
          'from', lower(valid), 'to', upper(valid), 'side', holder_side, 'name', holder_name, 'status', status,
          'basis', basis, 'claims', detail->'claims') order by lower(valid)) as body
      from control_periods
      where t.what = 'place' and place = t.id
        and coalesce(upper(known), 'infinity'::timestamptz) = 'infinity'::timestamptz
    ) b on true
    left join lateral (
      select jsonb_build_object('kind', min(kind), 'places', to_jsonb(min(places)),
          'settled', bool_and(settled_known is not null)) as body
      from discrepancies where t.what = 'discrepancy' and id = t.id having count(*) > 0
    ) f on true
    order by t.what, t.id`.execute(tx);
  if (rows.length === 0) return { places: [], discrepancies: [] };
  const now = rows.map(({ what, id, after }) => ({ what, id, body: after }));
  await sql`delete from told o using touched t where o.what = t.what and o.id = t.id`.execute(tx);
  await sql`insert into told (what, id, body)
    select x.what, x.id, x.body from jsonb_to_recordset(${JSON.stringify(now)}::jsonb) as x(what text, id text, body jsonb)
    where x.body is not null and x.body <> 'null'::jsonb`.execute(tx);
  await sql`delete from touched`.execute(tx);
  const of = <Told>(what: string): Touched<Told>[] =>
    rows
      .filter(row => row.what === what)
      .map(({ id, before, after }) => ({ id, before: before as Told | null, after: after as Told | null }));
  return { places: of('place'), discrepancies: of('discrepancy') };
}

/** A change with what it is found by. */
export interface NewChange {
  readonly body: ChangeBody;
  readonly places: readonly string[];
  readonly sides: readonly string[];
  readonly countries: readonly string[];
}

export async function insertChanges(tx: Tx, at: Instant, changes: readonly NewChange[]): Promise<void> {
  if (changes.length === 0) return;
  const rows = changes.map(change => ({ ...change, kind: change.body.kind }));
  await sql`
    insert into record_changes (at, kind, places, sides, countries, body)
    select ${at}::timestamptz, x.kind, x.places, x.sides, x.countries, x.body
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as x(kind text, places text[], sides text[], countries text[], body jsonb)`.execute(tx);
}

/** Changes that a filter lets through: after one, oldest first; or the newest, newest first. */
export async function loadChanges(tx: Tx, query: ChangeQuery): Promise<ChangeEntry[]> {
  const any = (values: readonly string[] | undefined) =>
    values == null || values.length === 0 ? null : [...values];
  const { kinds, places, sides, countries, after, at, knownAt, limit = 100 } = query;
  const order = after == null ? sql`desc` : sql`asc`;
  const { rows } = await sql<{ seq: number; at: unknown; body: ChangeBody }>`
    select seq, at, body from record_changes
    where (${after ?? null}::bigint is null or seq > ${after ?? null}::bigint)
      and (${knownAt ?? null}::timestamptz is null or at <= ${knownAt ?? null}::timestamptz)
      and (${at ?? null}::text is null or body->>'on' is null or body->>'on' <= ${at ?? null}::text)
      and (${any(kinds)}::text[] is null or kind = any(${any(kinds)}::text[]))
      and (${any(places)}::text[] is null or places && ${any(places)}::text[])
      and (${any(sides)}::text[] is null or sides && ${any(sides)}::text[])
      and (${any(countries)}::text[] is null or countries && ${any(countries)}::text[])
    order by seq ${order} limit ${limit}`.execute(tx);
  return rows.map(row => ({ seq: Number(row.seq), at: instantOf(row.at), body: row.body }));
}

/** The last change that was written; 0 where there is none. */
export async function lastChange(tx: Tx): Promise<number> {
  const { rows } = await sql<{ seq: number | null }>`select max(seq) as seq from record_changes`.execute(tx);
  return Number(rows[0]?.seq ?? 0);
}
