import { randomUUID } from 'node:crypto';
import { createPoliteFetcher, type PoliteFetcher } from '../../fetching/index.ts';
import { type Job, type JobEnd, type Runner, startRunner } from '../../jobs/index.ts';
import type { Context } from '../context.ts';
import { fileArticle } from './file-article.ts';
import { pollFeed } from './poll.ts';

/** What a job came to, for whoever follows. */
export interface WorkDone {
  readonly kind: string;
  readonly name: string;
  readonly state: JobEnd['state'];
  readonly result: string | null;
  readonly problem: string | null;
}

export interface WorkOptions {
  readonly polite?: PoliteFetcher | undefined;
  readonly onDone?: ((done: WorkDone) => void) | undefined;
  readonly onError?: ((error: unknown) => void) | undefined;
  readonly restMs?: number | undefined;
}

/** Begins to do what is queued (feeds polled, articles fetched and filed) until stopped. */
export function startWork(context: Context, options: WorkOptions = {}): Runner {
  const polite = options.polite ?? createPoliteFetcher();
  return startRunner({
    gateway: context.store,
    holder: `${process.pid}-${randomUUID()}`,
    handlers: {
      poll: job => pollFeed(context, polite, job),
      article: job => fileArticle(context, polite, job),
    },
    restMs: options.restMs,
    onError: options.onError,
    onEnd: (job, end) => options.onDone?.(doneOf(job, end)),
  });
}

const doneOf = ({ kind, key, body }: Job, end: JobEnd): WorkDone => ({
  kind,
  name: (body as { name?: string }).name ?? key,
  state: end.state,
  result: end.state === 'dead' ? null : end.result,
  problem: end.state === 'done' ? null : end.problem,
});
