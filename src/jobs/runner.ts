import type { Gateway } from '../store/index.ts';
import { waitAfter, waitForEver } from './back-off.ts';
import {
  endJob,
  forgetDone,
  giveBack,
  holdOn,
  type Job,
  type JobEnd,
  letGo,
  nextDue,
  takeJobs,
} from './queue.ts';

/** What a handler gives: a few words on what came of it, and when to do it again, in seconds, where it is done over and over. */
export interface Handled {
  readonly result: string;
  readonly again?: number;
}

export interface RunnerOptions {
  readonly gateway: Pick<Gateway, 'query' | 'kind'>;
  /** Names this process among those that work on one database. */
  readonly holder: string;
  /** By kind. What a handler throws is the job's problem; `retry: false` on it gives the job up at once. */
  readonly handlers: Readonly<Record<string, (job: Job<never>) => Promise<Handled>>>;
  readonly clock?: (() => number) | undefined;
  /** Jobs done side by side; four unless told. */
  readonly atOnce?: number | undefined;
  /** How long it sleeps at most while nothing is due, in milliseconds. */
  readonly restMs?: number | undefined;
  /** Told of each job that ended. */
  readonly onEnd?: ((job: Job, end: JobEnd) => void) | undefined;
  /** Told of what is no job's fault, such as a database that does not answer; the runner goes on. */
  readonly onError?: ((error: unknown) => void) | undefined;
}

export interface Runner {
  /** Resolves when nothing is due and nothing is in hand. */
  idle(): Promise<void>;
  /** Stops taking work; resolves when what is in hand is finished. */
  stop(): Promise<void>;
}

const LEASE_MS = 120_000;
const BEAT_MS = 30_000;
const KEPT_MS = 90 * 86_400_000;

/**
 * Does the work of the queue until stopped. Work survives the death of the process: what it held is done by the next one, once
 * more; handlers must bear being run twice.
 */
export function startRunner(options: RunnerOptions): Runner {
  const { gateway, holder, handlers, clock = Date.now, atOnce = 4, restMs = 2000 } = options;
  const instant = (ms: number = clock()): string => new Date(ms).toISOString();
  const inHand = new Set<Promise<void>>();
  let isStopped = false,
    wake: () => void = () => {},
    idlers: (() => void)[] = [];

  const rest = (ms: number): Promise<void> =>
    new Promise(done => {
      const timer = setTimeout(done, ms);
      wake = () => {
        clearTimeout(timer);
        done();
      };
    });
  const run = async (job: Job): Promise<void> => {
    const end = await outcomeOf(job, handlers, clock);
    await endJob(gateway, job, holder, end, instant());
    options.onEnd?.(job, end);
  };
  const begin = (job: Job): void => {
    const work = run(job)
      .catch(error => options.onError?.(error))
      .finally(() => {
        inHand.delete(work);
        wake();
      });
    inHand.add(work);
  };
  const turn = async (): Promise<void> => {
    await giveBack(gateway, instant(), false);
    const free = atOnce - inHand.size;
    const until = instant(clock() + LEASE_MS);
    const jobs = free > 0 ? await takeJobs(gateway, { holder, now: instant(), until, most: free }) : [];
    for (const job of jobs) begin(job);
    if (jobs.length > 0 || inHand.size > 0) return rest(Math.min(500, restMs));
    const due = await nextDue(gateway);
    if (due == null || due > clock()) for (const done of idlers.splice(0)) done();
    await rest(Math.min(restMs, Math.max(20, (due ?? Number.POSITIVE_INFINITY) - clock())));
  };
  const loop = async (): Promise<void> => {
    // Embedded, this process alone has the ledger: whatever is held there, nobody is at it any more.
    await giveBack(gateway, instant(), gateway.kind === 'pglite').catch(error => options.onError?.(error));
    await forgetDone(gateway, instant(clock() - KEPT_MS)).catch(error => options.onError?.(error));
    while (!isStopped)
      await turn().catch(async error => {
        options.onError?.(error);
        await rest(restMs);
      });
  };
  const beat = setInterval(() => {
    if (inHand.size > 0)
      holdOn(gateway, holder, instant(clock() + LEASE_MS)).catch(error => options.onError?.(error));
  }, BEAT_MS);
  beat.unref();
  const looping = loop();

  return {
    idle: () =>
      new Promise(done => {
        idlers.push(done);
        wake();
      }),
    async stop() {
      isStopped = true;
      wake();
      clearInterval(beat);
      await looping;
      await Promise.all(inHand);
      await letGo(gateway, holder).catch(() => {});
      for (const done of idlers) done();
      idlers = [];
    },
  };
}

async function outcomeOf(
  job: Job,
  handlers: RunnerOptions['handlers'],
  clock: () => number,
): Promise<JobEnd> {
  const handler = handlers[job.kind];
  const at = (seconds: number): string => new Date(clock() + seconds * 1000).toISOString();
  try {
    if (handler == null)
      throw Object.assign(new Error(`nobody knows how to do "${job.kind}"`), { retry: false });
    const { result, again } = await handler(job as Job<never>);
    return again == null
      ? { state: 'done', result }
      : { state: 'waiting', due: at(again), problem: null, result, isFresh: true };
  } catch (error) {
    const { message, retry, after, again } = error as Error & {
      retry?: boolean;
      after?: number | null;
      again?: true;
    };
    const problem = String(message ?? error).split('\n')[0]!;
    const wait = again ? waitForEver(job.attempts, after ?? null) : waitAfter(job.attempts, after ?? null);
    return wait == null || (retry === false && !again)
      ? { state: 'dead', problem }
      : { state: 'waiting', due: at(wait), problem, result: null, isFresh: false };
  }
}
