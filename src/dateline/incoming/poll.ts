import { FetchError, type Fetched, type PoliteFetcher } from '../../fetching/index.ts';
import {
  BROKEN_OFF,
  decodeText,
  type FeedItem,
  IntakeError,
  readFeed,
  sniffFormat,
} from '../../intake/index.ts';
import {
  addJobs,
  EVERY,
  type Handled,
  type Job,
  loadFeed,
  type NewJob,
  notePoll,
  together,
  type WatchedFeed,
} from '../../jobs/index.ts';
import { hashId } from '../../model/index.ts';
import type { Context } from '../context.ts';

/** What an article's job carries. */
export interface ArticleBody {
  readonly name: string;
  readonly feed: string;
  readonly outlet: string | null;
  readonly item: FeedItem;
}

/** Most new articles that one poll queues: the newest. */
const MOST_NEW = 200;
/** Bounds of the pause between two polls, in seconds. */
const LEAST = 300;
const LONGEST = 21_600;

/**
 * Polls a feed: asks only for what changed, queues the articles that are new, newest first, in one step with the note of it. A feed
 * with news is asked again sooner, a quiet one later; a failing one is never given up, but asked ever more rarely.
 */
export async function pollFeed(
  { store, now }: Context,
  polite: PoliteFetcher,
  { key: address }: Job,
): Promise<Handled> {
  const feed = await loadFeed(store, address);
  if (feed == null) throw Object.assign(new Error('the feed is no longer watched'), { retry: false });
  try {
    const answer = await polite.fetch(address, conditionsOf(feed));
    if (answer.status === 304) {
      const every = between(feed.every * 1.5);
      await notePoll(store, address, { problem: null, every }, now());
      return { result: 'nothing new', again: every };
    }
    return await takeItems(store, feed, answer, now());
  } catch (error) {
    if (!(error instanceof FetchError || error instanceof IntakeError)) throw error;
    await notePoll(store, address, { problem: error.message }, now());
    throw Object.assign(new Error(error.message), {
      again: true,
      after: (error as FetchError).after ?? null,
    });
  }
}

const conditionsOf = ({ etag, modified }: WatchedFeed): Record<string, string> => ({
  ...(etag == null ? {} : { 'if-none-match': etag }),
  ...(modified == null ? {} : { 'if-modified-since': modified }),
});

async function takeItems(
  store: Context['store'],
  feed: WatchedFeed,
  answer: Fetched,
  now: string,
): Promise<Handled> {
  const { bytes, address, charset, headers } = answer;
  if (sniffFormat(bytes) === 'page') throw new IntakeError('it is a web page, not a feed');
  const { title, items, wait, brokenOff } = await readFeed(decodeText(bytes, charset), address);
  const jobs = items.slice(0, MOST_NEW).map(item => articleJob(item, title ?? feed.title, feed.address, now));
  return together(store, async statements => {
    const added = await addJobs(statements, jobs, now);
    const every = between(Math.max(added > 0 ? EVERY : feed.every * 1.5, wait ?? 0));
    // what did not come is asked for again, and not only "if it has changed"
    const { etag = null, 'last-modified': modified = null } = brokenOff ? {} : headers;
    const problem = brokenOff ? BROKEN_OFF : null;
    await notePoll(statements, feed.address, { title, etag, modified, every, added, problem }, now);
    return { result: added === 0 ? 'nothing new' : `${added} new`, again: every };
  });
}

/** A changed item is another job: what changed of it is told by its dates and title, for its text may not be in the feed. */
function articleJob(item: FeedItem, outlet: string | null, feed: string, now: string): NewJob {
  const name = item.link ?? item.id;
  const stamp = hashId('i', [
    item.updated ?? item.published,
    item.title,
    item.text == null ? null : String(item.text.length),
  ]);
  const at = Date.parse(item.updated ?? item.published ?? '');
  return {
    kind: 'article',
    key: `${name}#${stamp}`,
    body: { name, feed, outlet, item } satisfies ArticleBody,
    newest: Number.isNaN(at) ? now : new Date(Math.min(at, Date.parse(now))).toISOString(),
  };
}

const between = (seconds: number): number => Math.round(Math.min(LONGEST, Math.max(LEAST, seconds)));
