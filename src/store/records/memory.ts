import { type Kysely, sql } from 'kysely';
import type { CalendarDate, ControlPeriod, Discrepancy, Instant, LedgerEvent } from '../../model/index.ts';
import type { Schema } from '../schema.ts';
import { inChunks, instantOf } from './instants.ts';
import { insertPeriods, PERIOD_COLUMNS, samePeriod, toPeriod } from './periods.ts';

type Tx = Kysely<Schema>;

/** The fold of a place before a day, whose state the store does not look into. */
export interface StoredCheckpoint<State> {
  readonly day: CalendarDate;
  readonly known: Instant;
  readonly state: State;
  readonly firstLines: readonly CalendarDate[];
}

/** The facts of a bucket that came to be known, or count no longer, at an instant or later. */
export async function loadFactsKnownFrom<Fact>(tx: Tx, bucket: string, instant: Instant): Promise<Fact[]> {
  const { rows } = await sql<{ body: Fact }>`
    select body from facts where bucket = ${bucket} and known >= ${instant}::timestamptz
    union all
    select body from facts where bucket = ${bucket} and ended >= ${instant}::timestamptz
      and known < ${instant}::timestamptz`.execute(tx);
  return rows.map(r => r.body);
}

/** The facts of a bucket that bear on a day or a later one (empty: all). */
export async function loadFactsFrom<Fact>(tx: Tx, bucket: string, day: CalendarDate): Promise<Fact[]> {
  const from = day === '' ? '-infinity' : day;
  const { rows } = await sql<{ body: Fact }>`
    select body from facts where bucket = ${bucket} and last_day >= ${from}::date`.execute(tx);
  return rows.map(r => r.body);
}

export async function loadFactsOfClaims<Fact>(
  tx: Tx,
  bucket: string,
  claims: readonly string[],
): Promise<Fact[]> {
  if (claims.length === 0) return [];
  const { rows } = await sql<{ body: Fact }>`
    select body from facts where bucket = ${bucket} and claim = any(${[...claims]}::text[])`.execute(tx);
  return rows.map(r => r.body);
}

export async function loadFactsOfSeries<Fact>(
  tx: Tx,
  bucket: string,
  ids: readonly string[],
): Promise<Fact[]> {
  const { rows } = await sql<{ body: Fact }>`
    select body from facts where bucket = ${bucket} and series = any(${[...ids]}::text[])`.execute(tx);
  return rows.map(r => r.body);
}

/** The last checkpoint of a day or an earlier one, at which all was known before an instant. */
export async function loadCheckpoint<State>(
  tx: Tx,
  bucket: string,
  day: CalendarDate,
  before: Instant,
): Promise<StoredCheckpoint<State> | null> {
  const { rows } = await sql<Record<string, unknown>>`
    select day, known, array_to_json(first_lines) as first_lines, state from checkpoints
    where bucket = ${bucket} and day <= ${day}::date and known < ${before}::timestamptz
    order by day desc limit 1`.execute(tx);
  const row = rows[0];
  if (row == null) return null;
  return {
    day: row.day as CalendarDate,
    known: instantOf(row.known),
    state: row.state as State,
    firstLines: row.first_lines as CalendarDate[],
  };
}

/** Makes the checkpoints of days after a day (empty: all) these. Rows that stay are not touched. */
export async function saveCheckpoints<State>(
  tx: Tx,
  bucket: string,
  after: CalendarDate,
  checkpoints: readonly StoredCheckpoint<State>[],
): Promise<void> {
  const from = after === '' ? '-infinity' : after;
  await sql`
    delete from checkpoints where bucket = ${bucket} and day > ${from}::date
      and day <> all(${checkpoints.map(c => c.day)}::text[]::date[])`.execute(tx);
  for (const some of inChunks(checkpoints)) {
    const rows = some.map(({ day, known, state, firstLines }) => ({
      day,
      known,
      state,
      first_lines: firstLines,
    }));
    await sql`
      insert into checkpoints as c (bucket, day, known, first_lines, state)
      select ${bucket}, day, known, first_lines, state
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as x(day date, known timestamptz, first_lines date[],
        state jsonb)
      on conflict (bucket, day) do update set known = excluded.known, first_lines = excluded.first_lines,
        state = excluded.state
      where (c.known, c.state) is distinct from (excluded.known, excluded.state)`.execute(tx);
  }
}

/** Lines of a place believed at an instant or later that end after a day, or cover one of some days. */
export async function loadPeriodsNear(
  tx: Tx,
  place: string,
  from: Instant,
  after: CalendarDate,
  days: readonly CalendarDate[],
): Promise<ControlPeriod[]> {
  const rows = await nearRows(tx, place, from, after, days);
  return rows.map(toPeriod);
}

async function nearRows(
  tx: Tx,
  place: string,
  from: Instant,
  after: CalendarDate,
  days: readonly CalendarDate[],
): Promise<Record<string, unknown>[]> {
  const day = after === '' ? '-infinity' : after;
  const { rows } = await sql<Record<string, unknown>>`
    select ${PERIOD_COLUMNS} from control_periods p
    where p.place = ${place}
      and coalesce(upper(p.known), 'infinity'::timestamptz) >= ${from}::timestamptz
      and coalesce(upper(p.valid), 'infinity'::date) > ${day}::date`.execute(tx);
  return days.length === 0 ? rows : [...rows, ...(await coveringRows(tx, place, from, day, days))];
}

/** Lines believed at an instant or later that end by a day and cover one of some days. */
async function coveringRows(
  tx: Tx,
  place: string,
  from: Instant,
  by: CalendarDate,
  days: readonly CalendarDate[],
): Promise<Record<string, unknown>[]> {
  // Each day is looked up by itself: a join would read the lines of all places where there are many.
  const { rows } = await sql<Record<string, unknown>>`
    select ${PERIOD_COLUMNS} from unnest(${[...days]}::text[]::date[]) as d
    cross join lateral (
      select * from control_periods c
      where c.place = ${place} and c.valid @> d
        -- For the index: half-open, so that what ended at the very instant is found too.
        and c.known && tstzrange(${from}::timestamptz - interval '1 millisecond', null)
        and coalesce(upper(c.known), 'infinity'::timestamptz) >= ${from}::timestamptz
        and coalesce(upper(c.valid), 'infinity'::date) <= ${by}::date
      offset 0
    ) p`.execute(tx);
  return [...new Map(rows.map(row => [row.period, row])).values()];
}

/** Makes the lines believed at an instant or later, of first days from a day on, these. Rows that stay are not touched. */
export async function replacePeriods(
  tx: Tx,
  place: string,
  {
    instant,
    firstLine,
    periods,
  }: { instant: Instant; firstLine: CalendarDate; periods: readonly ControlPeriod[] },
): Promise<void> {
  const near = await nearRows(tx, place, instant, firstLine, []);
  const old = near
    .map(row => ({ id: row.period as number, period: toPeriod(row) }))
    .filter(o => o.period.validFrom >= firstLine);
  const keys = new Map(old.map(o => [samePeriod(o.period), o.id]));
  const come = periods.filter(p => !keys.delete(samePeriod(p)));
  if (keys.size > 0)
    await sql`delete from control_periods where id = any(${[...keys.values()]}::bigint[])`.execute(tx);
  await insertPeriods(tx, come);
}

/** What is kept of a discrepancy. */
export interface KeptDiscrepancy<Trail> {
  readonly discrepancy: Discrepancy;
  readonly trail: Trail | null;
}

/** Discrepancies of a bucket known before an instant that stood then, and on which words of a day or later may bear. */
export async function loadOpen<Trail>(
  tx: Tx,
  bucket: string,
  before: Instant,
  from: CalendarDate,
): Promise<KeptDiscrepancy<Trail>[]> {
  const { rows } = await sql<{ body: Discrepancy; trail: Trail | null }>`
    select body, trail from discrepancies
    where bucket = ${bucket} and known_since < ${before}::timestamptz
      and coalesce(settled_known, 'infinity'::timestamptz) >= ${before}::timestamptz
      and coalesce(until, 'infinity'::date) >= ${from}::date`.execute(tx);
  return rows.map(r => ({ discrepancy: r.body, trail: r.trail }));
}

/** Discrepancies of a bucket by id, those known before an instant. */
export async function loadKept<Trail>(
  tx: Tx,
  bucket: string,
  ids: readonly string[],
  before: Instant,
): Promise<KeptDiscrepancy<Trail>[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<{ body: Discrepancy; trail: Trail | null }>`
    select body, trail from discrepancies
    where bucket = ${bucket} and id = any(${[...ids]}::text[]) and known_since < ${before}::timestamptz`.execute(
    tx,
  );
  return rows.map(r => ({ discrepancy: r.body, trail: r.trail }));
}

/** Removes the discrepancies of a bucket known since an instant, but for some. */
export async function removeKnownSince(
  tx: Tx,
  bucket: string,
  instant: Instant,
  but: readonly string[],
): Promise<void> {
  await sql`
    delete from discrepancies where bucket = ${bucket} and known_since >= ${instant}::timestamptz
      and id <> all(${[...but]}::text[])`.execute(tx);
}

/** Events of a bucket whose last day is a day or later (empty: all), with what they are found by. */
export async function loadEventsFrom(
  tx: Tx,
  bucket: string,
  day: CalendarDate,
): Promise<{ event: LedgerEvent; group: string; first: CalendarDate; last: CalendarDate }[]> {
  const from = day === '' ? '-infinity' : day;
  const { rows } = await sql<{ body: LedgerEvent; grp: string; first_day: string; last_day: string }>`
    select body, grp, first_day, last_day from events
    where bucket = ${bucket} and last_day >= ${from}::date`.execute(tx);
  return rows.map(r => ({ event: r.body, group: r.grp, first: r.first_day, last: r.last_day }));
}
