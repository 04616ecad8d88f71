import type { Instant } from '../model/index.ts';
import { addJobs, type Statements } from './queue.ts';

/** A feed as its poll needs it. */
export interface WatchedFeed {
  readonly address: string;
  readonly title: string | null;
  readonly etag: string | null;
  readonly modified: string | null;
  /** Seconds between two polls. */
  readonly every: number;
}

export interface PollNote {
  readonly title?: string | null;
  readonly etag?: string | null;
  readonly modified?: string | null;
  readonly every?: number;
  /** Articles that are new. */
  readonly added?: number;
  readonly problem: string | null;
}

/** Seconds between two polls of a feed that is new. */
export const EVERY = 900;

/** Watches a feed and queues its first poll; false where it is watched already. */
export async function insertFeed(
  to: Statements,
  { address, title, by }: { address: string; title: string | null; by: string },
  now: Instant,
): Promise<boolean> {
  const { rows } = await to.query(
    `insert into feeds (address, title, added, by_id, items, every) values ($1, $2, $3::timestamptz, $4, 0, $5::int)
     on conflict (address) do nothing returning address`,
    [address, title, now, by, EVERY],
  );
  if (rows.length === 0) return false;
  await addJobs(to, [{ kind: 'poll', key: address, body: { name: address }, newest: now }], now);
  return true;
}

/** Ends the watching of a feed; what it has listed and is not yet filed goes with it. False where it was not watched. */
export async function deleteFeed(to: Statements, address: string): Promise<boolean> {
  const { rows } = await to.query('delete from feeds where address = $1 returning address', [address]);
  await to.query(`delete from jobs where kind = 'poll' and key = $1`, [address]);
  await to.query(
    `delete from jobs where kind = 'article' and state in ('waiting', 'dead') and body->>'feed' = $1`,
    [address],
  );
  return rows.length > 0;
}

export async function loadFeed(from: Statements, address: string): Promise<WatchedFeed | null> {
  const { rows } = await from.query(
    'select address, title, etag, modified, every from feeds where address = $1',
    [address],
  );
  return (rows[0] as unknown as WatchedFeed | undefined) ?? null;
}

/** Writes down what a poll said. What is not told stays. */
export async function notePoll(to: Statements, address: string, note: PollNote, now: Instant): Promise<void> {
  const has = (name: keyof PollNote): boolean => note[name] !== undefined;
  await to.query(
    `update feeds set polled = $2::timestamptz, problem = $3, items = items + $4::int,
       title = case when $5::boolean then coalesce($6, title) else title end,
       etag = case when $7::boolean then $8 else etag end,
       modified = case when $7::boolean then $9 else modified end,
       every = coalesce($10::int, every)
     where address = $1`,
    [
      address,
      now,
      note.problem,
      note.added ?? 0,
      has('title'),
      note.title ?? null,
      has('etag'),
      note.etag ?? null,
      note.modified ?? null,
      note.every ?? null,
    ],
  );
}

/** Makes polls due now: of those named, or all. Gives how many; one that is being polled now is not among them. */
export async function pollNow(
  to: Statements,
  addresses: readonly string[] | null,
  now: Instant,
): Promise<number> {
  const { rows } = await to.query(
    `update jobs set due = $2::timestamptz, newest = $2::timestamptz, state = 'waiting', attempts = 0
     where kind = 'poll' and state <> 'running' and ($1::jsonb is null or $1::jsonb ? key) returning id`,
    [addresses == null ? null : JSON.stringify(addresses), now],
  );
  return rows.length;
}
