import { type Kysely, sql } from 'kysely';
import type { CalendarDate, Instant } from '../../model/index.ts';
import type { Schema } from '../schema.ts';

type Tx = Kysely<Schema>;

/** A fact as the ledger made it, which the store does not look into. */
export interface StoredFact<Fact> {
  readonly report: string;
  readonly bucket: string;
  readonly body: Fact;
}

/** What facts are found by beside their report and bucket. */
export interface FactKeys {
  readonly claim: string;
  readonly series: string | null;
  readonly known: Instant;
  readonly ended: Instant | null;
  /** The last day that it bears on. */
  readonly last_day: CalendarDate;
}

/** Makes the facts of some reports these. Rows that stay are not touched. */
export async function saveFacts<Fact>(
  tx: Tx,
  reports: readonly string[],
  facts: readonly (StoredFact<Fact> & FactKeys)[],
): Promise<void> {
  const ords = new Map<string, number>();
  const rows = facts.map(fact => {
    const ord = ords.get(fact.report) ?? 0;
    ords.set(fact.report, ord + 1);
    return { ...fact, ord };
  });
  await sql`
    with come as materialized (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as x(report text, ord int, bucket text,
        body jsonb, claim text, series text, known timestamptz, ended timestamptz, last_day date)
    ), removed as (
      delete from facts f
      where f.report = any(${[...reports]}::text[])
        and not exists (select from come where come.report = f.report and come.ord = f.ord)
    )
    insert into facts as f (report, ord, bucket, body, claim, series, known, ended, last_day)
    select report, ord, bucket, body, claim, series, known, ended, last_day from come
    on conflict (report, ord) do update set bucket = excluded.bucket, body = excluded.body, claim = excluded.claim,
      series = excluded.series, known = excluded.known, ended = excluded.ended, last_day = excluded.last_day
    where (f.bucket, f.body) is distinct from (excluded.bucket, excluded.body)`.execute(tx);
}

/** Facts by report. */
export async function loadFactsOfReports<Fact>(
  tx: Tx,
  reports: readonly string[],
): Promise<StoredFact<Fact>[]> {
  const { rows } = await sql<StoredFact<Fact>>`
    select report, bucket, body from facts where report = any(${[...reports]}::text[]) order by report, ord`.execute(
    tx,
  );
  return rows;
}

/** Facts by bucket: every bucket asked for is there. */
export async function loadFactsInBuckets<Fact>(
  tx: Tx,
  buckets: readonly string[],
): Promise<Map<string, Fact[]>> {
  const found = new Map<string, Fact[]>(buckets.map(bucket => [bucket, []]));
  if (buckets.length === 0) return found;
  const { rows } = await sql<StoredFact<Fact>>`
    select bucket, body from facts where bucket = any(${[...buckets]}::text[]) order by report, ord`.execute(
    tx,
  );
  for (const { bucket, body } of rows) found.get(bucket)!.push(body);
  return found;
}

/** The reports that have facts in some buckets. */
export async function loadReportsInBuckets(tx: Tx, buckets: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ report: string }>`
    select distinct report from facts where bucket = any(${[...buckets]}::text[]) order by report`.execute(
    tx,
  );
  return rows.map(r => r.report);
}

/** Every bucket that holds facts, and every one of which anything was found. */
export async function loadBuckets(tx: Tx): Promise<string[]> {
  const { rows } = await sql<{ bucket: string }>`
    select bucket from facts union select place from control_periods union select bucket from events
    union select bucket from figures union select bucket from discrepancies order by 1`.execute(tx);
  return rows.map(r => r.bucket);
}
