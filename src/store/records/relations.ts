import { createHash } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import type { Relation } from '../../model/index.ts';
import type { Schema } from '../schema.ts';
import { inChunks } from './instants.ts';

type Tx = Kysely<Schema>;

/** The keys of a report: others that share one are related to it. */
export interface Relations {
  readonly report: string;
  readonly relations: readonly Relation[];
}

/** Makes the keys of some reports these, as a new reading may name other sources. */
export async function updateRelations(tx: Tx, all: readonly Relations[]): Promise<void> {
  await sql`delete from relation_keys where report = any(${all.map(r => r.report)}::text[])`.execute(tx);
  await insertRelations(tx, all);
}

/**
 * Makes the keys of all reports anew, which come in some lists. Their indexes are made at the end: keys come in no order,
 * and keeping indexes of millions up with them takes many times as long.
 */
export async function makeRelations(tx: Tx, lists: AsyncIterable<readonly Relations[]>): Promise<void> {
  await sql`truncate relation_keys`.execute(tx);
  await sql`drop index relation_keys_near, relation_keys_report`.execute(tx);
  for await (const all of lists) await insertRelations(tx, all);
  await sql`create index relation_keys_near on relation_keys (span, key)`.execute(tx);
  await sql`create index relation_keys_report on relation_keys (report)`.execute(tx);
}

/** Puts the keys of reports in that have none yet, each once. */
export async function insertRelations(tx: Tx, all: readonly Relations[]): Promise<void> {
  const rows = all.flatMap(({ report, relations }) => {
    const days = new Map(relations.map(({ key, day }) => [hashOf(key), day]));
    return [...days].map(([key, day]) => ({ key, report, day }));
  });
  for (const some of inChunks(rows))
    await sql`
      insert into relation_keys (key, report, day)
      select * from unnest(${some.map(r => r.key)}::bigint[], ${some.map(r => r.report)}::text[],
        ${some.map(r => r.day)}::date[])`.execute(tx);
}

/** The first 64 bits of a hash, as the database writes a bigint: two keys alike by chance only relate too many. */
const hashOf = (key: string): string =>
  createHash('sha256').update(key, 'utf8').digest().readBigInt64BE(0).toString();

/** Two reports that share a key: `certain` where the key bears no day. */
export interface Sharing {
  readonly report: string;
  readonly other: string;
  readonly certain: boolean;
}

/**
 * The reports that share keys with some, those aside that are known already: keys with a day only with those at most so many days
 * apart.
 */
export async function loadSharing(
  tx: Tx,
  reports: readonly string[],
  days: number,
  known: readonly string[],
): Promise<Sharing[]> {
  // Each key is looked up once a stretch of time, however many of the reports bear it, and by itself: joined, all keys of all
  // reports would be read. Those with a day stand in the index by such stretches.
  const { rows } = await sql<Sharing>`
    with mine as materialized (
      select report, key, day, span from relation_keys where report = any(${[...reports]}::text[])
    ), keys as (
      select key, min(day) as first, max(day) as last,
        array(select generate_series(span_of(min(day) - ${days}::int), span_of(max(day) + ${days}::int))) as spans
      from mine group by key, span
    ), found as materialized (
      select k.key, k.report, k.day from keys m
      cross join lateral (
        select * from relation_keys k where k.span is null and k.key = m.key offset 0
      ) k
      where m.first is null
      union all
      select k.key, k.report, k.day from keys m
      cross join lateral (
        select * from relation_keys k
        where k.span = any(m.spans) and k.key = m.key
          and k.day between m.first - ${days}::int and m.last + ${days}::int offset 0
      ) k
      where m.first is not null
    )
    select m.report, o.report as other, bool_or(m.day is null) as certain
    from (
      select * from found f
      where not exists (select from unnest(${[...known]}::text[]) as k(report) where k.report = f.report)
    ) o
    join mine m on m.key = o.key and (m.day is null or abs(m.day - o.day) <= ${days}::int)
    group by m.report, o.report`.execute(tx);
  return rows;
}
