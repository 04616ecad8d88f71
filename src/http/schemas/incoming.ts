import { z } from 'zod';
import { JOB_STATES } from '../../model/index.ts';

const instant = z.iso.datetime();
const orNull = <T extends z.ZodType>(shape: T): z.ZodNullable<T> => shape.nullable();
const count = z.int().min(0);

export const FeedRow = z
  .object({
    address: z.string(),
    title: orNull(z.string()),
    added: instant,
    polled: orNull(instant),
    next: orNull(instant),
    items: count,
    problem: orNull(z.string()).describe('Why the last poll failed.'),
  })
  .meta({ id: 'FeedRow', description: 'A feed that is watched.' });

export const FeedsAdded = z
  .object({
    added: z.array(FeedRow),
    refused: z.array(z.object({ address: z.string(), why: z.string() })),
  })
  .meta({
    id: 'FeedsAdded',
    description: 'The feeds of a list that are new, and those that are not watched.',
  });

const JobRow = z
  .object({
    id: z.int(),
    kind: z.enum(['poll', 'article']),
    name: z.string(),
    state: z.enum(JOB_STATES),
    attempts: count,
    due: instant,
    ended: orNull(instant),
    problem: orNull(z.string()),
    result: orNull(z.string()),
  })
  .meta({ id: 'JobRow', description: 'Work that is queued: a feed to poll, an article to fetch and file.' });

const counts = z.object({ filed: count, known: count, unread: count, refused: count });

export const ImportInput = z
  .object({
    source: z.string().min(1),
    name: z.string(),
    done: count,
    counts,
    finished: z.boolean(),
  })
  .meta({ id: 'ImportInput', description: 'How far a long import has come.' });

export const ImportRow = ImportInput.extend({ changed: instant }).meta({ id: 'ImportRow' });

export const JobList = z
  .object({
    counts: z.object({ waiting: count, running: count, done: count, dead: count }),
    jobs: z.array(JobRow),
    imports: z.array(ImportRow),
  })
  .meta({ id: 'JobList' });
