import {
  countJobs,
  deleteFeed,
  insertFeed,
  listFeeds,
  listImports,
  listJobs,
  loadImport,
  pollNow,
  reviveJobs,
  saveImport,
  together,
} from '../../jobs/index.ts';
import { type Asker, type FeedsAdded, type Incoming, LedgerError } from '../../model/index.ts';
import { insertAudit } from '../../store/index.ts';
import type { Context } from '../context.ts';
import { checkFeedAddress } from './feed-address.ts';

const MOST_JOBS = 100;

/** What comes in by itself, as people see and steer it. */
export function makeIncoming(context: Context): Incoming {
  const { store } = context;
  const note = (by: Asker, action: string, detail: Readonly<Record<string, unknown>>): Promise<void> =>
    store.write(tx => insertAudit(tx, by, context.now(), action, detail));
  return {
    feeds: () => listFeeds(store),
    async addFeeds(by, feeds) {
      mayChange(by, 'watch feeds');
      const { good, refused } = sortFeeds(feeds);
      const fresh = await together(store, async statements => {
        const addresses: string[] = [];
        for (const feed of good)
          if (await insertFeed(statements, { ...feed, by: by.id }, context.now()))
            addresses.push(feed.address);
        return addresses;
      });
      for (const address of fresh) await note(by, 'feed-add', { address });
      return { added: await listFeeds(store, fresh), refused };
    },
    async removeFeed(by, address) {
      mayChange(by, 'end the watching of feeds');
      if (!(await together(store, statements => deleteFeed(statements, address))))
        throw new LedgerError(
          'not-found',
          `the feed "${address}" is not watched: dateline feeds list shows those that are`,
        );
      await note(by, 'feed-remove', { address });
    },
    async pollFeeds(by, addresses) {
      mayChange(by, 'poll feeds');
      const watched = new Set((await listFeeds(store)).map(feed => feed.address));
      const other = addresses?.find(address => !watched.has(address));
      if (other != null)
        throw new LedgerError(
          'not-found',
          `the feed "${other}" is not watched: dateline feeds list shows those that are`,
        );
      return pollNow(store, addresses ?? null, context.now());
    },
    async jobs(_by, { state, limit = MOST_JOBS } = {}) {
      return {
        counts: await countJobs(store),
        jobs: await listJobs(store, { state, limit: Math.min(limit, 1000) }),
        imports: await listImports(store, 20),
      };
    },
    async retryJobs(by, ids) {
      mayChange(by, 'try jobs again');
      const n = await reviveJobs(store, ids ?? null, context.now());
      if (ids != null && n === 0)
        throw new LedgerError(
          'not-found',
          `no dead job has the number ${ids.join(' or ')}: dateline jobs dead shows those that have`,
        );
      if (n > 0) await note(by, 'jobs-retry', { jobs: n });
      return n;
    },
    importOf: (_by, source) => loadImport(store, source),
    async noteImport(by, row) {
      mayChange(by, 'file reports');
      await saveImport(store, row, context.now());
    },
  };
}

/** Those that can be watched, with the address that they are kept under, and those that cannot. */
function sortFeeds(feeds: Parameters<Incoming['addFeeds']>[1]) {
  const good: { readonly address: string; readonly title: string | null }[] = [];
  const refused: FeedsAdded['refused'][number][] = [];
  for (const { address, title = null } of feeds)
    try {
      good.push({ address: checkFeedAddress(address), title });
    } catch (error) {
      if (!(error instanceof LedgerError)) throw error;
      refused.push({ address, why: error.message });
    }
  return { good, refused };
}

function mayChange(by: Asker, what: string): void {
  if (by.role === 'viewer') throw new LedgerError('forbidden', `${by.name} may view, but not ${what}`);
}
