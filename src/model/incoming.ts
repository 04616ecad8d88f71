import type { Asker } from './ledger.ts';
import type { Instant } from './time.ts';

/** A feed that is watched. */
export interface FeedRow {
  readonly address: string;
  readonly title: string | null;
  readonly added: Instant;
  readonly polled: Instant | null;
  /** When it is asked next; null where it is being asked now. */
  readonly next: Instant | null;
  /** Articles that it has listed so far. */
  readonly items: number;
  /** Why the last poll failed, in one sentence; null where it went well. */
  readonly problem: string | null;
}

export const JOB_STATES = ['waiting', 'running', 'done', 'dead'] as const;
export type JobState = (typeof JOB_STATES)[number];

/** What came of a list of feeds: those that are new, and those that are not watched, each with the reason. */
export interface FeedsAdded {
  readonly added: readonly FeedRow[];
  readonly refused: readonly { readonly address: string; readonly why: string }[];
}

/** Work that is queued: a feed to poll, an article to fetch and file. */
export interface JobRow {
  readonly id: number;
  readonly kind: 'poll' | 'article';
  /** What it is about: an address. */
  readonly name: string;
  readonly state: JobState;
  /** How often it was begun. */
  readonly attempts: number;
  readonly due: Instant;
  readonly ended: Instant | null;
  /** Why it failed last, in one sentence. */
  readonly problem: string | null;
  /** What came of it, in a few words. */
  readonly result: string | null;
}

/** A long import, and how far it has come. */
export interface ImportRow {
  /** Names the archive in its present state: path, size, time of change. */
  readonly source: string;
  readonly name: string;
  /** Records, lines or rows that are done with. */
  readonly done: number;
  readonly counts: Readonly<Record<'filed' | 'known' | 'unread' | 'refused', number>>;
  readonly changed: Instant;
  readonly finished: boolean;
}

export interface JobList {
  readonly counts: Readonly<Record<JobState, number>>;
  readonly jobs: readonly JobRow[];
  readonly imports: readonly ImportRow[];
}

/** What comes in by itself: feeds that are watched, the work that is queued, imports under way. */
export interface Incoming {
  feeds(by: Asker): Promise<FeedRow[]>;
  /** Watches feeds; one that is watched already stays as it is, and a bad address keeps no other from being watched. */
  addFeeds(
    by: Asker,
    feeds: readonly { readonly address: string; readonly title?: string | null | undefined }[],
  ): Promise<FeedsAdded>;
  removeFeed(by: Asker, address: string): Promise<void>;
  /** Makes feeds due now: those named, or all. Gives how many. A running server polls them; else `dateline feeds poll` does. */
  pollFeeds(by: Asker, addresses?: readonly string[]): Promise<number>;
  /** The queue, newest first. */
  jobs(
    by: Asker,
    query?: { readonly state?: JobState | undefined; readonly limit?: number | undefined },
  ): Promise<JobList>;
  /** Tries dead jobs again: those named, or all. Gives how many. */
  retryJobs(by: Asker, ids?: readonly number[]): Promise<number>;
  /** How far an import has come; null where it was never begun or is finished. */
  importOf(by: Asker, source: string): Promise<ImportRow | null>;
  noteImport(by: Asker, row: Omit<ImportRow, 'changed'>): Promise<void>;
}
