import type { FeedRow, ImportRow, Instant, JobRow, JobState } from '../model/index.ts';
import type { Statements } from './queue.ts';

const instant = (value: unknown): Instant => (value as Date).toISOString();
const maybe = (value: unknown): Instant | null => (value == null ? null : instant(value));

/** Jobs for people, the last changed first. */
export async function listJobs(
  from: Statements,
  { state, limit }: { state?: JobState | undefined; limit: number },
): Promise<JobRow[]> {
  const { rows } = await from.query(
    `select id, kind, key, body->>'name' as name, state, attempts, due, ended, problem, result #>> '{}' as result from jobs
     where $1::text is null or state = $1::text
     order by case state when 'running' then 0 when 'dead' then 1 when 'waiting' then 2 else 3 end,
       case state when 'waiting' then due end, ended desc nulls last, id limit $2::int`,
    [state ?? null, limit],
  );
  return rows.map(row => ({
    id: Number(row.id),
    kind: row.kind as JobRow['kind'],
    name: String(row.name ?? row.key),
    state: row.state as JobState,
    attempts: Number(row.attempts),
    due: instant(row.due),
    ended: maybe(row.ended),
    problem: row.problem as string | null,
    result: row.result as string | null,
  }));
}

/** Tries dead jobs again, from the first try on: those named, or all. Gives how many there were. */
export async function reviveJobs(
  to: Statements,
  ids: readonly number[] | null,
  now: Instant,
): Promise<number> {
  const { rows } = await to.query(
    `update jobs set state = 'waiting', attempts = 0, due = $2::timestamptz, ended = null
     where state = 'dead' and ($1::bigint[] is null or id = any($1::bigint[])) returning id`,
    [ids == null ? null : `{${ids.join(',')}}`, now],
  );
  return rows.length;
}

/** The feeds that are watched, by address; `next` is when their poll is due. */
export async function listFeeds(from: Statements, addresses?: readonly string[]): Promise<FeedRow[]> {
  const { rows } = await from.query(
    `select f.*, case when j.state = 'waiting' then j.due end as next from feeds f
     left join jobs j on j.kind = 'poll' and j.key = f.address
     where $1::jsonb is null or $1::jsonb ? f.address order by f.address`,
    [addresses == null ? null : JSON.stringify(addresses)],
  );
  return rows.map(row => ({
    address: String(row.address),
    title: row.title as string | null,
    added: instant(row.added),
    polled: maybe(row.polled),
    next: maybe(row.next),
    items: Number(row.items),
    problem: row.problem as string | null,
  }));
}

const toImport = (row: Record<string, unknown>): ImportRow => ({
  source: String(row.source),
  name: String(row.name),
  done: Number(row.done),
  counts: row.counts as ImportRow['counts'],
  changed: instant(row.changed),
  finished: row.finished === true,
});

/** Imports, the last changed first. */
export const listImports = async (from: Statements, limit: number): Promise<ImportRow[]> =>
  (await from.query('select * from imports order by changed desc limit $1::int', [limit])).rows.map(toImport);

export async function loadImport(from: Statements, source: string): Promise<ImportRow | null> {
  const { rows } = await from.query('select * from imports where source = $1 and not finished', [source]);
  return rows[0] == null ? null : toImport(rows[0]);
}

export async function saveImport(
  to: Statements,
  { source, name, done, counts, finished }: Omit<ImportRow, 'changed'>,
  now: Instant,
): Promise<void> {
  await to.query(
    `insert into imports (source, name, done, counts, changed, finished)
     values ($1, $2, $3::int, $4::jsonb, $5::timestamptz, $6::boolean)
     on conflict (source) do update set name = excluded.name, done = excluded.done, counts = excluded.counts,
       changed = excluded.changed, finished = excluded.finished`,
    [source, name, done, JSON.stringify(counts), now, finished],
  );
}
