import { createHash } from 'node:crypto';
import { type Kysely, type Selectable, sql } from 'kysely';
import type { FiledReport, Instant, Relation, Report } from '../../model/index.ts';
import type { Schema } from '../schema.ts';
import { inChunks, instantOf } from './instants.ts';

type Tx = Kysely<Schema>;
const COLUMNS = [
  'id',
  'ref',
  'title',
  'outlet',
  'published',
  'text',
  'url',
  'language',
  'version',
  'filed',
  'known',
  'authors',
  'updated',
] as const;
type Row = Pick<Selectable<Schema['reports']>, (typeof COLUMNS)[number]>;

const toReport = (row: Row): FiledReport => ({
  id: row.id,
  ref: row.ref,
  title: row.title,
  outlet: row.outlet,
  published: row.published,
  text: row.text,
  url: row.url,
  language: row.language,
  version: (row.version ?? null) as Report['version'],
  filed: instantOf(row.filed),
  known: instantOf(row.known),
  ...(row.authors == null ? {} : { authors: row.authors as string[] }),
  ...(row.updated == null ? {} : { updated: row.updated }),
});

export async function hasReport(tx: Tx, id: string): Promise<boolean> {
  return (await tx.selectFrom('reports').select('id').where('id', '=', id).executeTakeFirst()) != null;
}

/** Files a report. `relations` are the keys that relate it to others. */
export async function insertReport(
  tx: Tx,
  report: FiledReport,
  relations: readonly Relation[],
): Promise<void> {
  const version = report.version == null ? null : JSON.stringify(report.version);
  const authors = report.authors == null ? null : JSON.stringify(report.authors);
  await tx
    .insertInto('reports')
    .values({ ...report, version, authors, relations: hashesOf(relations.map(r => r.key)) })
    .execute();
  await insertRelations(tx, [{ report: report.id, relations }]);
}

/** The keys of some reports. */
export interface Relations {
  readonly report: string;
  readonly relations: readonly Relation[];
}

/** Makes the keys of some reports these, as a new reading may name other sources. */
export async function updateRelations(tx: Tx, all: readonly Relations[]): Promise<void> {
  const rows = all.map(({ report, relations }) => ({ report, keys: hashesOf(relations.map(r => r.key)) }));
  await sql`
    delete from relation_keys k using (
      select id, unnest(relations) as key from reports where id = any(${all.map(r => r.report)}::text[])
    ) r where k.key = r.key and k.report = r.id`.execute(tx);
  await sql`
    update reports r set relations = x.keys::bigint[]
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as x(report text, keys text)
    where r.id = x.report and r.relations is distinct from x.keys::bigint[]`.execute(tx);
  await insertRelations(tx, all);
}

async function insertRelations(tx: Tx, all: readonly Relations[]): Promise<void> {
  const rows = all.flatMap(({ report, relations }) =>
    relations.map(({ key, day }) => ({ key: hashOf(key), report, day })),
  );
  for (const some of inChunks(rows))
    await sql`
      insert into relation_keys (key, report, day)
      select key::bigint, report, day
      from jsonb_to_recordset(${JSON.stringify(some)}::jsonb) as x(key text, report text, day date)
      on conflict do nothing`.execute(tx);
}

/** Removes all keys, before they are made anew. */
export const removeRelations = async (tx: Tx): Promise<void> => {
  await sql`delete from relation_keys`.execute(tx);
};

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

/** The texts of some reports, with their newsrooms. */
export async function loadTexts(
  tx: Tx,
  ids: readonly string[],
): Promise<{ readonly id: string; readonly text: string; readonly outlet: string | null }[]> {
  if (ids.length === 0) return [];
  return await tx
    .selectFrom('reports')
    .select(['id', 'text', 'outlet'])
    .where('id', '=', sql<string>`any(${[...ids]}::text[])`)
    .execute();
}

/** Reports by id, or all; in known order. */
export async function loadReports(tx: Tx, ids?: readonly string[]): Promise<FiledReport[]> {
  let query = tx.selectFrom('reports').select(COLUMNS);
  if (ids != null) query = query.where('id', '=', sql<string>`any(${[...ids]}::text[])`);
  return (await query.orderBy('known').orderBy('id').execute()).map(toReport);
}

/** A report as lists show it, without its text. */
export interface ReportListing {
  readonly id: string;
  readonly ref: string | null;
  readonly title: string | null;
  readonly outlet: string | null;
  readonly published: string | null;
  readonly copyOf: string | null;
  readonly known: Instant;
  readonly filed: Instant;
  readonly claims: number;
  readonly unread: string | null;
}

/** Reports known by an instant (null: all), in known order; `ids` narrows them. */
export async function listReports(
  tx: Tx,
  knownAt: Instant | null,
  ids?: readonly string[],
): Promise<ReportListing[]> {
  const { rows } = await sql<Record<string, unknown>>`
    select r.id, r.ref, r.title, r.outlet, r.published, o.copy_of, r.known, r.filed, d.unread,
      (select count(*) from claims c where c.report = r.id and c.reading = d.n) as claims
    from reports r
    left join origins o on o.report = r.id
    left join readings d on d.report = r.id and d.is_current
    where (${knownAt}::timestamptz is null or r.known <= ${knownAt}::timestamptz)
      and (${ids ?? null}::text[] is null or r.id = any(${ids ?? null}::text[]))
    order by r.known, r.id`.execute(tx);
  return rows.map(row => ({
    id: row.id as string,
    ref: row.ref as string | null,
    title: row.title as string | null,
    outlet: row.outlet as string | null,
    published: row.published as string | null,
    copyOf: row.copy_of as string | null,
    known: instantOf(row.known),
    filed: instantOf(row.filed),
    claims: Number(row.claims),
    unread: row.unread as string | null,
  }));
}

/** Every report's id, in known order. */
export const loadReportIds = async (tx: Tx): Promise<string[]> =>
  (await tx.selectFrom('reports').select('id').orderBy('known').orderBy('id').execute()).map(r => r.id);

/** The last known time of what is on file from an address; null where nothing is. */
export async function lastKnownOf(tx: Tx, url: string): Promise<Instant | null> {
  const row = await tx
    .selectFrom('reports')
    .select('known')
    .where('url', '=', url)
    .orderBy('known', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row == null ? null : instantOf(row.known);
}
