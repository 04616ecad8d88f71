import type { Instant, JobState } from '../model/index.ts';
import type { Gateway, Rows } from '../store/index.ts';
import { MOST_TRIES } from './back-off.ts';

/** Whatever runs one statement: the gateway, or a transaction's connection. */
export interface Statements {
  query(text: string, values?: readonly unknown[]): Promise<Rows>;
}

/** A job as its handler gets it. */
export interface Job<Body = unknown> {
  readonly id: number;
  readonly kind: string;
  readonly key: string;
  readonly body: Body;
  /** How often it was begun, this time too. */
  readonly attempts: number;
}

export interface NewJob {
  readonly kind: string;
  readonly key: string;
  readonly body: unknown;
  readonly newest: Instant;
}

/** Runs statements in one transaction: all of them hold, or none. */
export async function together<T>(
  gateway: Pick<Gateway, 'acquire'>,
  work: (statements: Statements) => Promise<T>,
): Promise<T> {
  const connection = await gateway.acquire();
  try {
    await connection.query('begin');
    const made = await work(connection);
    await connection.query('commit');
    return made;
  } catch (error) {
    await connection.query('rollback').catch(() => {});
    throw error;
  } finally {
    connection.release();
  }
}

/** Queues work; what is queued or done under the same kind and key already is not queued again. Gives how many are new. */
export async function addJobs(to: Statements, jobs: readonly NewJob[], now: Instant): Promise<number> {
  if (jobs.length === 0) return 0;
  const { rows } = await to.query(
    `insert into jobs (kind, key, body, state, attempts, due, newest, made)
     select kind, key, body, 'waiting', 0, $2::timestamptz, newest, $2::timestamptz
     from jsonb_to_recordset($1::jsonb) as job (kind text, key text, body jsonb, newest timestamptz)
     on conflict (kind, key) do nothing returning id`,
    [JSON.stringify(jobs), now],
  );
  return rows.length;
}

/** Takes work that is due, newest first, and holds it until `until`: nobody else takes it meanwhile. */
export async function takeJobs(
  from: Statements,
  { holder, now, until, most }: { holder: string; now: Instant; until: Instant; most: number },
): Promise<Job[]> {
  const { rows } = await from.query(
    `update jobs set state = 'running', holder = $1, lease = $3::timestamptz, attempts = attempts + 1, ended = null
     where id in (
       select id from jobs where state = 'waiting' and due <= $2::timestamptz
       order by newest desc, id limit $4::int for update skip locked)
     returning id, kind, key, body, attempts, newest`,
    [holder, now, until, most],
  );
  return rows
    .sort((a, b) => Number(b.newest as Date) - Number(a.newest as Date))
    .map(row => ({
      id: Number(row.id),
      kind: String(row.kind),
      key: String(row.key),
      body: row.body,
      attempts: Number(row.attempts),
    }));
}

/** Holds the work of a living process for longer. */
export const holdOn = (to: Statements, holder: string, until: Instant): Promise<Rows> =>
  to.query(`update jobs set lease = $2::timestamptz where state = 'running' and holder = $1`, [
    holder,
    until,
  ]);

/**
 * Gives back the work of processes that died: what they held too long, or all of it where nobody else can be at it. Work that a
 * process died of each time is given up.
 */
export async function giveBack(to: Statements, now: Instant, isAlone: boolean): Promise<void> {
  await to.query(
    `update jobs set holder = null, lease = null,
       state = case when attempts >= $2::int and kind <> 'poll' then 'dead' else 'waiting' end,
       ended = case when attempts >= $2::int and kind <> 'poll' then $1::timestamptz end,
       problem = 'the process ended in the middle of it'
     where state = 'running' and ($3::boolean or lease < $1::timestamptz)`,
    [now, MOST_TRIES, isAlone],
  );
}

/** What became of a job that was taken. */
export type JobEnd =
  | { readonly state: 'done'; readonly result: string | null }
  /** Again at `due`; `problem` where it failed. */
  | {
      readonly state: 'waiting';
      readonly due: Instant;
      readonly problem: string | null;
      readonly result: string | null;
      readonly isFresh: boolean;
    }
  | { readonly state: 'dead'; readonly problem: string };

/** Writes down what became of a job, where it is still held by who did it. */
export async function endJob(
  to: Statements,
  job: Job,
  holder: string,
  end: JobEnd,
  now: Instant,
): Promise<void> {
  await to.query(
    `update jobs set state = $3, holder = null, lease = null, ended = $4::timestamptz,
       due = coalesce($5::timestamptz, due), problem = $6, result = $7::jsonb,
       attempts = case when $8::boolean then 0 else attempts end,
       newest = case when kind = 'poll' then coalesce($5::timestamptz, newest) else newest end
     where id = $1::bigint and state = 'running' and holder = $2`,
    [
      job.id,
      holder,
      end.state,
      now,
      end.state === 'waiting' ? end.due : null,
      end.state === 'done' ? null : end.problem,
      JSON.stringify(end.state === 'dead' ? null : end.result),
      end.state === 'waiting' && end.isFresh,
    ],
  );
}

/** Lets go of work that was taken and not begun, as if it had never been taken. */
export const letGo = (to: Statements, holder: string): Promise<Rows> =>
  to.query(
    `update jobs set state = 'waiting', holder = null, lease = null, attempts = attempts - 1
     where state = 'running' and holder = $1`,
    [holder],
  );

/** When the next work is due; null where none waits. */
export async function nextDue(from: Statements): Promise<number | null> {
  const { rows } = await from.query(`select min(due) as due from jobs where state = 'waiting'`);
  const due = rows[0]?.due;
  return due == null ? null : (due as Date).getTime();
}

/** Removes done articles that ended before: what is listed again then is known by its text. */
export const forgetDone = (to: Statements, before: Instant): Promise<Rows> =>
  to.query(`delete from jobs where state = 'done' and ended < $1::timestamptz`, [before]);

export async function countJobs(from: Statements): Promise<Record<JobState, number>> {
  const { rows } = await from.query('select state, count(*) as n from jobs group by state');
  const counts: Record<JobState, number> = { waiting: 0, running: 0, done: 0, dead: 0 };
  for (const row of rows) counts[row.state as JobState] = Number(row.n);
  return counts;
}
