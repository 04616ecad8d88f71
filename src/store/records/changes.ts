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

/** What is no longer and what is now to be told of a place or discrepancy. */
export interface Written<Told> {
  readonly id: string;
  readonly before: Told;
  readonly after: Told;
}

export interface AllWritten {
  /** Lines that have gone and that have come, by their first day; those that stayed are in neither list. */
  readonly places: readonly Written<readonly ToldPeriod[]>[];
  /** Null: there was or is none. */
  readonly discrepancies: readonly Written<ToldDiscrepancy | null>[];
}

/** Whether anything has been written that was not told. */
export const hasWritten = async (tx: Tx): Promise<boolean> =>
  (await tx.selectFrom('written').select('id').limit(1).executeTakeFirst()) != null;

/** From now on, all that has been written counts as told. */
export const forgetWritten = async (tx: Tx): Promise<void> => {
  await tx.deleteFrom('written').execute();
};

interface Row {
  readonly seq: number;
  readonly what: 'place' | 'discrepancy';
  readonly id: string;
  readonly part: string;
  readonly come: boolean;
  readonly body: unknown;
}

/** A row of the record as it was before and is after all that was written: null where there was or is none. */
interface Part<Body> {
  readonly before: Body | null;
  after: Body | null;
}

/** What has been written since this was last called; from now on it counts as told. */
export async function takeWritten(tx: Tx): Promise<AllWritten> {
  const { rows } = await sql<Row>`delete from written returning seq, what, id, part, come, body`.execute(tx);
  rows.sort((a, b) => a.seq - b.seq);
  const discrepancies = partsOf<ToldDiscrepancy>(rows.filter(row => row.what === 'discrepancy'));
  const others = await loadOtherParts(tx, discrepancies);
  const byFirstDay = (a: ToldPeriod, b: ToldPeriod): number => (a.from < b.from ? -1 : 1);
  return {
    places: [...partsOf<ToldPeriod>(rows.filter(row => row.what === 'place'))].map(([id, parts]) => ({
      id,
      before: [...parts.values()].flatMap(part => part.before ?? []).sort(byFirstDay),
      after: [...parts.values()].flatMap(part => part.after ?? []).sort(byFirstDay),
    })),
    discrepancies: [...discrepancies].map(([id, parts]) => {
      const same = others.get(id) ?? [];
      return {
        id,
        before: together([...same, ...[...parts.values()].flatMap(part => part.before ?? [])]),
        after: together([...same, ...[...parts.values()].flatMap(part => part.after ?? [])]),
      };
    }),
  };
}

/** What was written, by id and part: of several writings of one row the first tells what was, the last what is. */
function partsOf<Body>(rows: readonly Row[]): Map<string, Map<string, Part<Body>>> {
  const all = new Map<string, Map<string, Part<Body>>>();
  for (const { id, part, come, body } of rows) {
    const parts = all.get(id) ?? new Map<string, Part<Body>>();
    all.set(id, parts);
    const now = come ? (body as Body) : null;
    const seen = parts.get(part);
    if (seen == null) parts.set(part, { before: come ? null : (body as Body), after: now });
    else seen.after = now;
  }
  return new Map([...all].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** A discrepancy found in several buckets is settled where it is settled in all of them. */
const together = (parts: readonly ToldDiscrepancy[]): ToldDiscrepancy | null =>
  parts[0] == null ? null : { ...parts[0], settled: parts.every(part => part.settled) };

/** Of some discrepancies the rows that were not written. */
async function loadOtherParts(
  tx: Tx,
  written: ReadonlyMap<string, ReadonlyMap<string, unknown>>,
): Promise<Map<string, ToldDiscrepancy[]>> {
  const others = new Map<string, ToldDiscrepancy[]>();
  if (written.size === 0) return others;
  const { rows } = await sql<{ id: string; bucket: string; body: ToldDiscrepancy }>`
    select id, bucket, discrepancy_told(d) as body from discrepancies d
    where id = any(${[...written.keys()]}::text[]) order by id, bucket`.execute(tx);
  for (const { id, bucket, body } of rows)
    if (!written.get(id)!.has(bucket)) others.set(id, [...(others.get(id) ?? []), body]);
  return others;
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
