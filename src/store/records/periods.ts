import { type Kysely, sql } from 'kysely';
import type {
  Basis,
  CalendarDate,
  ControlPeriod,
  CountedPeriod,
  Instant,
  PlaceView,
  Status,
} from '../../model/index.ts';
import type { Schema } from '../schema.ts';
import { readColumns } from './columns.ts';
import { inChunks, instantOf, instantOrNull, rangeOf, utcInstant } from './instants.ts';

type Tx = Kysely<Schema>;
type Row = Record<string, unknown>;

interface Detail {
  readonly claims: readonly string[];
  readonly against: readonly string[];
  readonly parts: readonly string[];
  readonly pressure: readonly string[];
}

/** The columns that `toPeriod` reads, of `control_periods p`. */
export const PERIOD_COLUMNS = sql`
  p.id as period, p.place, lower(p.valid) as valid_from, upper(p.valid) as valid_to, lower(p.known) as known_from,
  upper(p.known) as known_to, p.holder_side, p.holder_name, p.status, p.basis, p.since_earliest, p.believed_from,
  p.origins, p.last_word, p.detail`;

export function toPeriod(row: Row): ControlPeriod {
  const detail = row.detail as Detail;
  return {
    place: row.place as string,
    holder:
      row.holder_side == null ? null : { side: row.holder_side as string, name: row.holder_name as string },
    status: row.status as Status,
    basis: row.basis as Basis,
    validFrom: row.valid_from as CalendarDate,
    validTo: row.valid_to as CalendarDate | null,
    sinceEarliest: row.since_earliest as CalendarDate | null,
    knownFrom: instantOf(row.known_from),
    knownTo: instantOrNull(row.known_to),
    believedFrom: instantOf(row.believed_from),
    origins: row.origins as number,
    claims: detail.claims,
    against: detail.against,
    parts: detail.parts,
    pressure: detail.pressure,
    lastWord: row.last_word as CalendarDate | null,
  };
}

/** Two periods are the same where this is. */
export const samePeriod = (p: ControlPeriod): string =>
  JSON.stringify([
    p.place,
    p.holder?.side,
    p.holder?.name,
    p.status,
    p.basis,
    p.validFrom,
    p.validTo,
    p.sinceEarliest,
    p.knownFrom,
    p.knownTo,
    p.believedFrom,
    p.origins,
    p.claims,
    p.against,
    p.parts,
    p.pressure,
    p.lastWord,
  ]);

/** Makes the periods of some places, or of all (null), these: rows that stay are not touched. */
export async function savePeriods(
  tx: Tx,
  places: readonly string[] | null,
  periods: readonly ControlPeriod[],
): Promise<void> {
  const only = places == null ? null : [...places];
  const { rows } = await sql<Row>`
    select ${PERIOD_COLUMNS} from control_periods p
    where ${only}::text[] is null or p.place = any(${only}::text[])`.execute(tx);
  const old = new Map(rows.map(row => [samePeriod(toPeriod(row)), row.period as number]));
  const come = periods.filter(p => !old.delete(samePeriod(p)));
  if (old.size > 0)
    await sql`delete from control_periods where id = any(${[...old.values()]}::bigint[])`.execute(tx);
  await insertPeriods(tx, come);
}

export async function insertPeriods(tx: Tx, come: readonly ControlPeriod[]): Promise<void> {
  for (const some of inChunks(come))
    await sql`
    insert into control_periods (place, valid, known, holder_side, holder_name, status, basis, since_earliest,
      believed_from, origins, last_word, detail)
    select * from jsonb_to_recordset(${JSON.stringify(some.map(toRow))}::jsonb) as x(
      place text, valid daterange, known tstzrange, holder_side text, holder_name text, status text, basis text,
      since_earliest date, believed_from timestamptz, origins int, last_word date, detail jsonb)`.execute(tx);
}

function toRow(p: ControlPeriod): Record<string, unknown> {
  const detail: Detail = { claims: p.claims, against: p.against, parts: p.parts, pressure: p.pressure };
  return {
    place: p.place,
    valid: rangeOf(p.validFrom, p.validTo),
    known: rangeOf(p.knownFrom, p.knownTo),
    holder_side: p.holder?.side ?? null,
    holder_name: p.holder?.name ?? null,
    status: p.status,
    basis: p.basis,
    since_earliest: p.sinceEarliest,
    believed_from: p.believedFrom,
    origins: p.origins,
    last_word: p.lastWord,
    detail,
  };
}

export interface PeriodQuery {
  readonly country?: string | undefined;
  readonly places?: readonly string[] | undefined;
  /** A place with all that lies in it: its sites; the places and sites of a division or country. */
  readonly within?: string | undefined;
}

/** The conditions that a query asks for, and no others: one that is always true would keep a plan from being the best. */
const narrow = ({ country, places, within }: PeriodQuery) =>
  sql.join(
    [
      country == null ? null : sql`pl.country = ${country}`,
      places == null ? null : sql`p.place = any(${[...places]}::text[])`,
      within == null
        ? null
        : sql`(pl.id = ${within} or pl.parent = ${within} or pl.admin1 = ${within}
            or starts_with(pl.id, ${`site:${within}/`}) or 'iso:' || pl.country = ${within})`,
      sql`true`,
    ].filter(condition => condition != null),
    sql` and `,
  );

/** Every period ever believed, in order of place, valid time and known time. */
export async function loadPeriods(tx: Tx, query: PeriodQuery = {}): Promise<ControlPeriod[]> {
  const { rows } = await sql<Row>`
    select ${PERIOD_COLUMNS} from control_periods p join places pl on pl.id = p.place
    where ${narrow(query)}
    order by p.place, lower(p.valid), lower(p.known)`.execute(tx);
  return rows.map(toPeriod);
}

/**
 * Of the lines that are believed now those of some places that cover a day or the one before it, and for each of them one that begins
 * before that day and has the same holder, where there is one: what a sentence about a change on that day needs.
 */
export async function loadBelievedAbout(
  tx: Tx,
  about: readonly { readonly place: string; readonly day: CalendarDate }[],
): Promise<ControlPeriod[]> {
  const { rows } = await sql<Row>`
    with near as materialized (
      select p.id, p.place, p.holder_side, d.day
      from unnest(${about.map(a => a.place)}::text[], ${about.map(a => a.day)}::text[]::date[]) as d(place, day)
      cross join lateral (
        select id, place, holder_side from control_periods p
        where p.place = d.place and p.valid && daterange(d.day - 1, d.day, '[]') and p.known @> 'infinity'::timestamptz
        offset 0
      ) p
    )
    select ${PERIOD_COLUMNS} from control_periods p
    where p.id in (
      select id from near union
      select earlier.id from near n cross join lateral (
        select id from control_periods e
        where e.place = n.place and e.known @> 'infinity'::timestamptz and lower(e.valid) < n.day
          and e.holder_side = n.holder_side and e.status = 'held'
        limit 1
      ) earlier
    )
    order by p.place, lower(p.valid)`.execute(tx);
  return rows.map(toPeriod);
}

/** A period with its place; when it was known from and to is not asked for. */
export interface PlacedPeriod {
  readonly period: Omit<ControlPeriod, 'knownFrom' | 'knownTo'>;
  readonly place: PlaceView;
}

/** What holds at a day as known at an instant (null: all that is known): at most one period a place. */
export async function loadPeriodsAt(
  tx: Tx,
  at: CalendarDate,
  knownAt: Instant | null,
  query: PeriodQuery = {},
): Promise<PlacedPeriod[]> {
  const { length, of } = await readColumns(
    tx,
    { ...PERIOD_AT, ...PLACE_AT },
    sql`from control_periods p join places pl on pl.id = p.place
    where p.valid @> ${at}::date and p.known @> ${knownAt ?? 'infinity'}::timestamptz and ${narrow(query)}`,
  );
  return Array.from(
    { length },
    (_, i): PlacedPeriod => ({
      period: toPeriodAt(of, i),
      place: {
        id: of.place[i] as string,
        name: of.name[i] as string,
        kind: of.kind[i] as PlaceView['kind'],
        country: of.country[i] as string | null,
        admin1: of.admin1[i] as string | null,
        admin1Name: of.admin1_name[i] as string | null,
        parent: of.parent[i] as string | null,
        lat: of.lat[i] as number | null,
        lon: of.lon[i] as number | null,
        seatOf: of.seat_of[i] as PlaceView['seatOf'],
        precision: of.precision[i] as PlaceView['precision'],
      },
    }),
  );
}

/** A period of `PERIOD_AT`. */
export function toPeriodAt(
  of: Readonly<Record<keyof typeof PERIOD_AT, readonly unknown[]>>,
  i: number,
): PlacedPeriod['period'] {
  const { claims, against, parts, pressure } = of.detail[i] as Detail;
  const side = of.holder_side[i] as string | null;
  return {
    place: of.place[i] as string,
    holder: side == null ? null : { side, name: of.holder_name[i] as string },
    status: of.status[i] as Status,
    basis: of.basis[i] as Basis,
    validFrom: of.valid_from[i] as CalendarDate,
    validTo: of.valid_to[i] as CalendarDate | null,
    sinceEarliest: of.since_earliest[i] as CalendarDate | null,
    believedFrom: utcInstant(of.believed_from[i] as string),
    origins: of.origins[i] as number,
    claims,
    against,
    parts,
    pressure,
    lastWord: of.last_word[i] as CalendarDate | null,
  };
}

/** What is read of a period at a day, of `control_periods p`. */
export const PERIOD_AT = {
  place: sql`p.place`,
  valid_from: sql`lower(p.valid)`,
  valid_to: sql`upper(p.valid)`,
  holder_side: sql`p.holder_side`,
  holder_name: sql`p.holder_name`,
  status: sql`p.status`,
  basis: sql`p.basis`,
  since_earliest: sql`p.since_earliest`,
  believed_from: sql`p.believed_from at time zone 'UTC'`,
  origins: sql`p.origins`,
  last_word: sql`p.last_word`,
  detail: sql`p.detail`,
};

const PLACE_AT = {
  name: sql`pl.name`,
  kind: sql`pl.kind`,
  country: sql`pl.country`,
  admin1: sql`pl.admin1`,
  admin1_name: sql`pl.admin1_name`,
  parent: sql`pl.parent`,
  lat: sql`pl.lat`,
  lon: sql`pl.lon`,
  seat_of: sql`pl.seat_of`,
  precision: sql`pl.precision`,
};

/** What counting needs of a period, and the report of its first claim. */
export interface CountedRow extends CountedPeriod {
  readonly report: string | null;
}

/**
 * Of the periods of some places those that begin by a day, end after another (null: whenever) and were believed at an
 * instant or later; of their claims the first.
 */
export async function loadCounted(
  tx: Tx,
  places: readonly string[],
  { until, after, known }: { until: CalendarDate; after: CalendarDate | null; known: Instant },
): Promise<CountedRow[]> {
  const { rows } = await sql<Row>`
    select p.place, lower(p.valid) as valid_from, upper(p.valid) as valid_to, lower(p.known) as known_from,
      upper(p.known) as known_to, p.holder_side, p.holder_name, p.status, p.basis, p.believed_from,
      p.detail #>> '{claims,0}' as claim, w.report
    from control_periods p left join weighed_claims w on w.id = p.detail #>> '{claims,0}'
    where p.place = any(${[...places]}::text[]) and lower(p.valid) <= ${until}::date
      and coalesce(upper(p.valid), 'infinity'::date) > ${after ?? '-infinity'}::date
      and coalesce(upper(p.known), 'infinity'::timestamptz) >= ${known}::timestamptz
    order by p.place, lower(p.valid), lower(p.known)`.execute(tx);
  return rows.map(row => ({
    place: row.place as string,
    holder:
      row.holder_side == null ? null : { side: row.holder_side as string, name: row.holder_name as string },
    status: row.status as Status,
    basis: row.basis as Basis,
    validFrom: row.valid_from as CalendarDate,
    validTo: row.valid_to as CalendarDate | null,
    knownFrom: instantOf(row.known_from),
    knownTo: instantOrNull(row.known_to),
    believedFrom: instantOf(row.believed_from),
    claims: row.claim == null ? [] : [row.claim as string],
    report: row.report as string | null,
  }));
}
