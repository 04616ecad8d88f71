import { z } from 'zod';
import { JOB_STATES } from '../../model/index.ts';
import { route } from '../route.ts';
import { FeedRow, FeedsAdded, ImportInput, ImportRow, JobList } from '../schemas/incoming.ts';

const address = z.object({ address: z.string().min(1).describe('The address of the feed, URL-encoded.') });
const nothing = async (done: Promise<void>): Promise<null> => {
  await done;
  return null;
};

/** What comes in by itself: feeds, the queue, imports. */
export const incomingRoutes = [
  route({
    method: 'get',
    path: '/api/feeds',
    id: 'feeds',
    summary: 'The feeds that are watched.',
    answer: z.array(FeedRow),
    use: ({ ledger }, { by }) => ledger.incoming.feeds(by),
  }),
  route({
    method: 'post',
    path: '/api/feeds',
    id: 'add-feeds',
    summary:
      'Watches feeds; answers those that are new, and why any were refused: the others are watched all the same.',
    body: z.object({
      feeds: z.array(z.object({ address: z.string(), title: z.string().nullish() })).max(1000),
    }),
    answer: FeedsAdded,
    role: 'analyst',
    use: ({ ledger }, { by, body }) => ledger.incoming.addFeeds(by, body.feeds),
  }),
  route({
    method: 'delete',
    path: '/api/feeds/{address}',
    id: 'remove-feed',
    summary: 'Ends the watching of a feed; what was filed from it stays.',
    params: address,
    answer: z.null(),
    role: 'analyst',
    use: ({ ledger }, { by, params }) => nothing(ledger.incoming.removeFeed(by, params.address)),
  }),
  route({
    method: 'post',
    path: '/api/feeds/poll',
    id: 'poll-feeds',
    summary: 'Makes feeds due now: those named, or all. Answers how many.',
    body: z.object({ addresses: z.array(z.string()).optional() }),
    answer: z.int(),
    role: 'analyst',
    use: ({ ledger }, { by, body }) => ledger.incoming.pollFeeds(by, body.addresses),
  }),
  route({
    method: 'get',
    path: '/api/jobs',
    id: 'jobs',
    summary: 'The queue: work that waits, is done or was given up, each with its reason; and long imports.',
    query: z.object({
      state: z.enum(JOB_STATES).optional(),
      limit: z.coerce.number().int().min(1).max(1000).optional(),
    }),
    answer: JobList,
    use: ({ ledger }, { by, query }) => ledger.incoming.jobs(by, query),
  }),
  route({
    method: 'post',
    path: '/api/jobs/retry',
    id: 'retry-jobs',
    summary: 'Tries dead jobs again: those named, or all. Answers how many.',
    body: z.object({ ids: z.array(z.int()).optional() }),
    answer: z.int(),
    role: 'analyst',
    use: ({ ledger }, { by, body }) => ledger.incoming.retryJobs(by, body.ids),
  }),
  route({
    method: 'get',
    path: '/api/imports',
    id: 'import-of',
    summary: 'How far an import has come; null where it was never begun or is finished.',
    query: z.object({ source: z.string() }),
    answer: ImportRow.nullable(),
    role: 'analyst',
    use: ({ ledger }, { by, query }) => ledger.incoming.importOf(by, query.source),
  }),
  route({
    method: 'post',
    path: '/api/imports',
    id: 'note-import',
    summary: 'Notes how far an import has come.',
    body: ImportInput,
    answer: z.null(),
    role: 'analyst',
    use: ({ ledger }, { by, body }) => nothing(ledger.incoming.noteImport(by, body)),
  }),
];
