import { type Kysely, type Selectable, sql } from 'kysely';
import type { FiledReport, Instant, Report } from '../../model/index.ts';
import type { Schema } from '../schema.ts';
import { instantOf } from './instants.ts';

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

export async function insertReport(tx: Tx, report: FiledReport): Promise<void> {
  const version = report.version == null ? null : JSON.stringify(report.version);
  const authors = report.authors == null ? null : JSON.stringify(report.authors);
  await tx
    .insertInto('reports')
    .values({ ...report, version, authors })
    .execute();
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
