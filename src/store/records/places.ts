import { type Kysely, type Selectable, sql } from 'kysely';
import type { Instant, PlaceKind, PlaceView } from '../../model/index.ts';
import type { Schema } from '../schema.ts';

/** A place as the store keeps it. `told`: the claim that names it, where the gazetteer does not know it. */
export interface StoredPlace {
  readonly view: PlaceView;
  readonly population: number;
  readonly told: { readonly known: Instant; readonly claim: string } | null;
}

type Tx = Kysely<Schema>;
/** What is read of a place. */
export type PlaceRow = Omit<
  Selectable<Schema['places']>,
  'population' | 'told_known' | 'told_by' | 'changed'
>;

export const toPlaceView = (row: PlaceRow): PlaceView => ({
  id: row.id,
  name: row.name,
  kind: row.kind as PlaceKind,
  country: row.country,
  admin1: row.admin1,
  admin1Name: row.admin1_name,
  parent: row.parent,
  lat: row.lat,
  lon: row.lon,
  seatOf: row.seat_of,
  precision: row.precision as PlaceView['precision'],
});

/**
 * Keeps places. One that the gazetteer does not know is told of by the earliest known claim that names it, whatever the
 * order of arrival; the others are as the gazetteer has them.
 */
export async function savePlaces(tx: Tx, places: readonly StoredPlace[]): Promise<void> {
  if (places.length === 0) return;
  const rows = places.map(({ view, population, told }) => ({
    id: view.id,
    name: view.name,
    kind: view.kind,
    country: view.country,
    admin1: view.admin1,
    admin1_name: view.admin1Name,
    parent: view.parent,
    lat: view.lat,
    lon: view.lon,
    seat_of: view.seatOf,
    precision: view.precision,
    population,
    told_known: told?.known ?? null,
    told_by: told?.claim ?? null,
  }));
  await sql`
    insert into places as p
    select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as x(
      id text, name text, kind text, country text, admin1 text, admin1_name text, parent text,
      lat float8, lon float8, seat_of text, precision text, population bigint, told_known timestamptz, told_by text)
    on conflict (id) do update set
      name = excluded.name, kind = excluded.kind, country = excluded.country, admin1 = excluded.admin1,
      admin1_name = excluded.admin1_name, parent = excluded.parent, lat = excluded.lat, lon = excluded.lon,
      seat_of = excluded.seat_of, precision = excluded.precision, population = excluded.population,
      told_known = excluded.told_known, told_by = excluded.told_by, changed = excluded.changed
    where p.told_known is null and excluded.told_known is null and p.name is distinct from excluded.name
      or p.told_known is not null and excluded.told_known is null
      or (excluded.told_known, excluded.told_by) < (p.told_known, p.told_by)`.execute(tx);
}

export interface PlaceQuery {
  readonly ids?: readonly string[] | undefined;
  readonly country?: string | undefined;
}

/** Places that the ledger has seen, by id. */
export async function loadPlaces(tx: Tx, query: PlaceQuery = {}): Promise<Map<string, PlaceView>> {
  let select = tx.selectFrom('places').selectAll();
  if (query.ids != null) select = select.where('id', '=', sql<string>`any(${[...query.ids]}::text[])`);
  if (query.country != null) select = select.where('country', '=', query.country);
  const rows = await select.orderBy('id').execute();
  return new Map(rows.map(row => [row.id, toPlaceView(row)]));
}

/** Places seen whose name is like the words, best first: the whole name, its beginning, then by shared trigrams. */
export async function searchPlaces(tx: Tx, words: string, limit: number): Promise<PlaceView[]> {
  const { rows } = await sql<PlaceRow>`
    select * from places
    where unaccent(name) ilike unaccent(${`${likeOf(words)}%`}) or name % ${words}
    order by unaccent(lower(name)) = unaccent(lower(${words})) desc,
      unaccent(name) ilike unaccent(${`${likeOf(words)}%`}) desc, similarity(name, ${words}) desc, population desc, id
    limit ${limit}`.execute(tx);
  return rows.map(toPlaceView);
}

/** Words to be found as they stand in a LIKE pattern. */
const likeOf = (words: string): string => words.replace(/[\\%_]/g, c => `\\${c}`);

/** Places seen that bear a name, letter case and accents aside: those that most of the record is about first. */
export async function loadPlacesByName(tx: Tx, name: string): Promise<PlaceView[]> {
  const { rows } = await sql<PlaceRow>`
    select pl.* from places pl
    where unaccent(lower(pl.name)) = unaccent(lower(${name}))
    order by (select count(*) from control_periods p where p.place = pl.id) desc,
      (select count(*) from weighed_claims w where w.places @> array[pl.id]) desc, pl.population desc, pl.id
    limit 5`.execute(tx);
  return rows.map(toPlaceView);
}

/** Which of some places the record tells of, as known at an instant (null: all that is known): by a claim or a ruling. */
export async function loadTold(
  tx: Tx,
  ids: readonly string[],
  knownAt: Instant | null,
): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    select t.id from unnest(${[...ids]}::text[]) as t(id)
    where exists (select from weighed_claims w where w.places @> array[t.id]
        and (${knownAt}::timestamptz is null or w.known <= ${knownAt}::timestamptz))
      or exists (select from control_periods p where p.place = t.id
        and (${knownAt}::timestamptz is null or lower(p.known) <= ${knownAt}::timestamptz))`.execute(tx);
  return new Set(rows.map(r => r.id));
}
