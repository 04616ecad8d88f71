import { type Kysely, sql } from 'kysely';
import type {
  CalendarDate,
  Discrepancy,
  FigureSeries,
  Instant,
  LedgerEvent,
  ReportOrigin,
} from '../../model/index.ts';
import type { Schema } from '../schema.ts';
import { inChunks } from './instants.ts';

type Tx = Kysely<Schema>;

/** Makes the origins of all reports these. */
export async function saveOrigins(tx: Tx, origins: readonly ReportOrigin[]): Promise<void> {
  await sql`
    insert into origins as o (report, copy_of, origin_group)
    select x.report, x."copyOf", x."group"
    from jsonb_to_recordset(${JSON.stringify(origins)}::jsonb) as x(report text, "copyOf" text, "group" text)
    on conflict (report) do update set copy_of = excluded.copy_of, origin_group = excluded.origin_group
    where (o.copy_of, o.origin_group) is distinct from (excluded.copy_of, excluded.origin_group)`.execute(tx);
}

/** The reports that share a report's origin group, itself left out, in known order. */
export async function loadCopies(tx: Tx, report: string): Promise<string[]> {
  const { rows } = await sql<{ report: string }>`
    select o.report from origins o join origins mine on mine.origin_group = o.origin_group
    join reports r on r.id = o.report
    where mine.report = ${report} and o.report <> ${report} order by r.known, r.id`.execute(tx);
  return rows.map(r => r.report);
}

/** What was found in one bucket: a place, or a set of places (`set:…`). */
export interface InBucket<T> {
  readonly bucket: string;
  readonly body: T;
}

/** An event with what it is found by. */
export interface StoredEvent extends InBucket<LedgerEvent> {
  readonly group: string;
  readonly first: CalendarDate;
  readonly last: CalendarDate;
}

/** Makes the events of some buckets these. Rows that stay are not touched. */
export async function saveEvents(
  tx: Tx,
  buckets: readonly string[],
  events: readonly StoredEvent[],
): Promise<void> {
  await removeOthers(tx, 'events', buckets, events);
  for (const some of inChunks(events)) await putEvents(tx, some);
}

/** Puts events in, in the place of those of the same ids. */
export async function putEvents(tx: Tx, events: readonly StoredEvent[]): Promise<void> {
  if (events.length === 0) return;
  const rows = events.map(({ bucket, body, group, first, last }) => ({
    ...{ bucket, id: body.id, place: body.place, body },
    ...{ grp: group, first_day: first, last_day: last },
  }));
  await sql`
    insert into events as t (bucket, id, country, body, grp, first_day, last_day)
    select x.bucket, x.id, p.country, x.body, x.grp, x.first_day, x.last_day
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as x(bucket text, id text, place text, body jsonb,
      grp text, first_day date, last_day date)
    left join places p on p.id = x.place
    on conflict (bucket, id) do update set country = excluded.country, body = excluded.body, grp = excluded.grp,
      first_day = excluded.first_day, last_day = excluded.last_day
    where (t.body, t.first_day, t.last_day) is distinct from (excluded.body, excluded.first_day, excluded.last_day)`.execute(
    tx,
  );
}

/** Makes the figures of some buckets these. Rows that stay are not touched. */
export async function saveFigures(
  tx: Tx,
  buckets: readonly string[],
  figures: readonly InBucket<FigureSeries>[],
): Promise<void> {
  await removeOthers(tx, 'figures', buckets, figures);
  for (const some of inChunks(figures)) await putFigures(tx, some);
}

/** Puts figures in, in the place of those of the same ids. */
export async function putFigures(tx: Tx, figures: readonly InBucket<FigureSeries>[]): Promise<void> {
  if (figures.length === 0) return;
  const rows = figures.map(({ bucket, body }) => ({ bucket, id: body.id, place: body.place, body }));
  await sql`
    insert into figures as t (bucket, id, country, body)
    select x.bucket, x.id, p.country, x.body
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as x(bucket text, id text, place text, body jsonb)
    left join places p on p.id = x.place
    on conflict (bucket, id) do update set country = excluded.country, body = excluded.body
    where t.body is distinct from excluded.body`.execute(tx);
}

/** Removes what is in some buckets and not among these. */
async function removeOthers(
  tx: Tx,
  table: 'events' | 'figures' | 'discrepancies',
  buckets: readonly string[],
  these: readonly InBucket<{ readonly id: string }>[],
): Promise<void> {
  const rows = JSON.stringify(these.map(({ bucket, body }) => ({ bucket, id: body.id })));
  await sql`
    with come as materialized (select * from jsonb_to_recordset(${rows}::jsonb) as x(bucket text, id text))
    delete from ${sql.table(table)} t
    where t.bucket = any(${[...buckets]}::text[])
      and not exists (select from come where come.bucket = t.bucket and come.id = t.id)`.execute(tx);
}

/** Removes some events or figures of a bucket. */
export async function removeFindings(
  tx: Tx,
  table: 'events' | 'figures',
  bucket: string,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return;
  await sql`delete from ${sql.table(table)} where bucket = ${bucket} and id = any(${[...ids]}::text[])`.execute(
    tx,
  );
}

/** A discrepancy with how it was found, which the store does not look into beyond its last day. */
export interface StoredDiscrepancy extends InBucket<Discrepancy> {
  readonly trail?: { readonly until: CalendarDate | null } | null | undefined;
}

/** Makes the discrepancies of some buckets these. Rows that stay are not touched. */
export async function saveDiscrepancies(
  tx: Tx,
  buckets: readonly string[],
  discrepancies: readonly StoredDiscrepancy[],
): Promise<void> {
  await removeOthers(tx, 'discrepancies', buckets, discrepancies);
  for (const some of inChunks(discrepancies)) await putDiscrepancies(tx, some);
}

/** Puts discrepancies in, in the place of those of the same ids. */
export async function putDiscrepancies(tx: Tx, discrepancies: readonly StoredDiscrepancy[]): Promise<void> {
  if (discrepancies.length === 0) return;
  const rows = discrepancies.map(({ bucket, body, trail }) => ({
    bucket,
    id: body.id,
    kind: body.kind,
    places: body.places,
    known_since: body.knownSince,
    settled_known: body.settledBy?.known ?? null,
    body,
    trail: trail ?? null,
    until: trail?.until ?? null,
  }));
  await sql`
    insert into discrepancies as d (bucket, id, kind, places, known_since, settled_known, body, trail, until)
    select bucket, id, kind, places, known_since, settled_known, body, trail, until
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as x(bucket text, id text, kind text, places text[],
      known_since timestamptz, settled_known timestamptz, body jsonb, trail jsonb, until date)
    on conflict (bucket, id) do update set kind = excluded.kind, places = excluded.places,
      known_since = excluded.known_since, settled_known = excluded.settled_known, body = excluded.body,
      trail = excluded.trail, until = excluded.until
    where (d.body, d.trail) is distinct from (excluded.body, excluded.trail)`.execute(tx);
}

/** How many discrepancies that a report is part of still stand. */
export async function countOpen(tx: Tx, report: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(distinct id) as n from discrepancies
    where body -> 'reports' ? ${report}::text and settled_known is null`.execute(tx);
  return Number(rows[0]!.n);
}

/** Events and figures of a country, or of all. */
export async function loadEvents(tx: Tx, country?: string): Promise<LedgerEvent[]> {
  let select = tx.selectFrom('events').select('body').orderBy('bucket').orderBy('id');
  if (country != null) select = select.where('country', '=', country);
  return (await select.execute()).map(r => r.body as LedgerEvent);
}

export async function loadFigures(tx: Tx, country?: string): Promise<FigureSeries[]> {
  let select = tx.selectFrom('figures').select('body').orderBy('bucket').orderBy('id');
  if (country != null) select = select.where('country', '=', country);
  return (await select.execute()).map(r => r.body as FigureSeries);
}

export interface DiscrepancyQuery {
  readonly id?: string | undefined;
  readonly place?: string | undefined;
  readonly country?: string | undefined;
  readonly report?: string | undefined;
  readonly knownAt?: Instant | null | undefined;
}

/** Discrepancies known by an instant, oldest first; one settled later than that comes with its settlement all the same. */
export async function loadDiscrepancies(tx: Tx, query: DiscrepancyQuery = {}): Promise<Discrepancy[]> {
  const { id = null, place = null, country = null, report = null, knownAt = null } = query;
  const { rows } = await sql<{ body: Discrepancy }>`
    select distinct on (d.known_since, d.id) d.body from discrepancies d
    where (${knownAt}::timestamptz is null or d.known_since <= ${knownAt}::timestamptz)
      and (${id}::text is null or d.id = ${id}::text)
      and (${place}::text is null or d.places @> array[${place}::text])
      and (${report}::text is null or d.body -> 'reports' ? ${report}::text)
      and (${country}::text is null or d.bucket like 'set:' || ${country}::text || '/%'
        or exists (select from places p where p.id = any(d.places) and p.country = ${country}::text))
    order by d.known_since, d.id, d.bucket`.execute(tx);
  return rows.map(r => r.body);
}

/** The buckets in which a discrepancy was found. */
export async function loadBucketsOf(tx: Tx, discrepancy: string): Promise<string[]> {
  const rows = await tx.selectFrom('discrepancies').select('bucket').where('id', '=', discrepancy).execute();
  return rows.map(r => r.bucket);
}

/** Makes the list of decisions whose claim no longer exists this one. */
export async function saveOrphans(tx: Tx, decisions: readonly string[]): Promise<void> {
  await sql`delete from orphans where decision <> all(${[...decisions]}::text[])`.execute(tx);
  await sql`insert into orphans select * from unnest(${[...decisions]}::text[]) on conflict do nothing`.execute(
    tx,
  );
}

export const loadOrphans = async (tx: Tx): Promise<string[]> =>
  (await tx.selectFrom('orphans').select('decision').orderBy('decision').execute()).map(r => r.decision);
