import { type Kysely, sql } from 'kysely';
import type { CalendarDate, Holder, Instant } from '../../model/index.ts';
import type { Schema } from '../schema.ts';
import { instantOrNull } from './instants.ts';

export interface StoredExtent {
  readonly firstDay: CalendarDate | null;
  readonly lastDay: CalendarDate | null;
  readonly firstKnown: Instant | null;
  readonly lastKnown: Instant | null;
  readonly countries: readonly { readonly code: string; readonly places: number }[];
  readonly reports: number;
  readonly claims: number;
  readonly places: number;
}

/** What the records span. Days are those on which a period begins or ends, and the last day of publication. */
export async function loadExtent(tx: Kysely<Schema>): Promise<StoredExtent> {
  const { rows } = await sql<Record<string, unknown>>`
    select (select min(lower(valid)) from control_periods) as first_day,
      (select greatest(max(lower(valid)), max(upper(valid)), max(last_word)) from control_periods) as last_day,
      least((select min(known) from reports), (select min(at) from decisions)) as first_known,
      greatest((select max(known) from reports), (select max(at) from decisions)) as last_known,
      (select count(*) from reports) as reports,
      (select count(*) from weighed_claims) as claims,
      (select count(distinct place) from control_periods) as places`.execute(tx);
  const countries = await sql<{ country: string; places: number }>`
    select pl.country, count(distinct p.place) as places
    from control_periods p join places pl on pl.id = p.place
    where pl.country is not null group by pl.country order by 2 desc, 1`.execute(tx);
  const row = rows[0]!;
  return {
    firstDay: row.first_day as CalendarDate | null,
    lastDay: row.last_day as CalendarDate | null,
    firstKnown: instantOrNull(row.first_known),
    lastKnown: instantOrNull(row.last_known),
    countries: countries.rows.map(r => ({ code: r.country, places: Number(r.places) })),
    reports: Number(row.reports),
    claims: Number(row.claims),
    places: Number(row.places),
  };
}

/** The sides that hold or held something: those that held the most places first, then by name. */
export async function loadSides(tx: Kysely<Schema>): Promise<Holder[]> {
  const { rows } = await sql<Holder>`
    select holder_side as side, max(holder_name) as name from control_periods
    where holder_side is not null group by holder_side order by count(distinct place) desc, holder_side`.execute(
    tx,
  );
  return rows;
}

/** Under which the record of all countries at once has changed. */
const ALL = '*';

/** How often the record has changed; of a country: at which of these revisions it last did there. */
export async function revisionOf(tx: Kysely<Schema>, country?: string): Promise<number> {
  if (country == null)
    return Number((await tx.selectFrom('revision').select('n').executeTakeFirstOrThrow()).n);
  const { rows } = await sql<{ n: string }>`
    select coalesce(max(n), 0) as n from country_revisions where country in (${country}, ${ALL})`.execute(tx);
  return Number(rows[0]!.n);
}

/** Counts one more change of the record: of the countries in which some places lie, or of all. */
export async function bumpRevision(tx: Kysely<Schema>, places?: Iterable<string>): Promise<void> {
  await sql`update revision set n = n + 1`.execute(tx);
  const countries =
    places == null
      ? sql`select ${ALL} as country`
      : sql`select distinct country from places
          where country is not null and id in (select jsonb_array_elements_text(${JSON.stringify([...places])}::jsonb))`;
  await sql`
    insert into country_revisions select c.country, r.n from (${countries}) as c, revision as r
    on conflict (country) do update set n = excluded.n`.execute(tx);
}

/** The last instant at which anything became known; null for an empty ledger. */
export async function loadLastKnown(tx: Kysely<Schema>): Promise<Instant | null> {
  const { rows } = await sql<Record<string, unknown>>`
    select greatest((select max(known) from reports), (select max(at) from decisions)) as last`.execute(tx);
  return instantOrNull(rows[0]!.last);
}

/** The way of weighing that made the record; empty where nothing was weighed yet. */
export const weighingOf = async (tx: Kysely<Schema>): Promise<string> =>
  (await tx.selectFrom('revision').select('weighing').executeTakeFirstOrThrow()).weighing;

export const saveWeighing = async (tx: Kysely<Schema>, weighing: string): Promise<void> => {
  await tx.updateTable('revision').set({ weighing }).execute();
};

/** Tells the database what is in tables that were just written, so that it does not plan for empty ones. */
export const renewStatistics = async (
  tx: Kysely<Schema>,
  tables: readonly ('relation_keys' | 'facts' | 'weighed_claims' | 'origins')[],
): Promise<void> => {
  for (const table of tables) await sql`analyze ${sql.table(table)}`.execute(tx);
};
