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
  await sql`
    delete from relation_keys k using (
      select id, unnest(relations) as key from reports where id = any(${all.map(r => r.report)}::text[])
    ) r where k.key = r.key and k.report = r.id`.execute(tx);
  await updateHashes(tx, all);
  await insertRelations(tx, all);
}

/**
 * Makes the keys of all reports anew, which come in some lists. Their indexes are made at the end: keys come in no order,
 * and keeping indexes of millions up with them takes many times as long.
 */
export async function makeRelations(tx: Tx, lists: AsyncIterable<readonly Relations[]>): Promise<void> {
  await sql`truncate relation_keys`.execute(tx);
  await sql`alter table relation_keys drop constraint relation_keys_pkey`.execute(tx);
  await sql`drop index relation_keys_near`.execute(tx);
  for await (const all of lists) {
    await updateHashes(tx, all);
    await insertRelations(tx, all);
  }
  await sql`alter table relation_keys add primary key (key, report)`.execute(tx);
  await sql`create index relation_keys_near on relation_keys (key, day)`.execute(tx);
}

async function updateHashes(tx: Tx, all: readonly Relations[]): Promise<void> {
  const rows = all.map(({ report, relations }) => ({ report, keys: hashesOf(relations.map(r => r.key)) }));
  await sql`
    update reports r set relations = x.keys::bigint[]
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as x(report text, keys text)
    where r.id = x.report and r.relations is distinct from x.keys::bigint[]`.execute(tx);
}

/** Puts keys in that are not there yet, each once. */
export async function insertRelations(tx: Tx, all: readonly Relations[]): Promise<void> {
  const rows = all.flatMap(({ report, relations }) => {
    const days = new Map(relations.map(({ key, day }) => [hashOf(key), day]));
    return [...days].map(([key, day]) => ({ key, report, day }));
  });
  for (const some of inChunks(rows))
    await sql`
      insert into relation_keys (key, report, day)
      select key::bigint, report, day
      from jsonb_to_recordset(${JSON.stringify(some)}::jsonb) as x(key text, report text, day date)`.execute(
      tx,
    );
}

/** Each once, as the database writes an array of bigint. */
export const hashesOf = (relations: readonly string[]): string =>
  `{${[...new Set(relations.map(hashOf))].join(',')}}`;

/** The first 64 bits of a hash, as the database writes a bigint: two keys alike by chance only relate too many. */
const hashOf = (key: string): string =>
  createHash('sha256').update(key, 'utf8').digest().readBigInt64BE(0).toString();

/** Two reports that share a key: `certain` where the key bears no day. */
export interface Sharing {
  readonly report: string;
  readonly other: string;
  readonly certain: boolean;
}

/** The reports that share keys with some: keys with a day only with those at most so many days apart. */
export async function loadSharing(tx: Tx, reports: readonly string[], days: number): Promise<Sharing[]> {
  // Each key is looked up by itself: joined, all keys of all reports would be read where many reports are asked for.
  const { rows } = await sql<Sharing>`
    with mine as materialized (
      select r.id as report, r.key, k.day
      from (select id, unnest(relations) as key from reports where id = any(${[...reports]}::text[])) r
      cross join lateral (select day from relation_keys k where k.key = r.key and k.report = r.id limit 1) k
    )
    select report, other, bool_or(certain) as certain from (
      select m.report, k.report as other, true as certain from mine m
      cross join lateral (
        select report from relation_keys k where k.key = m.key and k.report <> m.report offset 0
      ) k
      where m.day is null
      union all
      select m.report, k.report as other, false as certain from mine m
      cross join lateral (
        select report from relation_keys k where k.key = m.key and k.report <> m.report
          and k.day >= m.day - ${days}::int and k.day <= m.day + ${days}::int offset 0
      ) k
      where m.day is not null
    ) shared group by report, other`.execute(tx);
  return rows;
}
