import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { makeIncoming } from '../src/dateline/incoming/incoming.ts';
import { startWork, type WorkDone } from '../src/dateline/incoming/work.ts';
import { createPoliteFetcher } from '../src/fetching/index.ts';
import { addJobs, type JobEnd, startRunner } from '../src/jobs/index.ts';
import type { Asker } from '../src/model/index.ts';
import { listReports } from '../src/store/index.ts';
import { contextOver } from './support/ledgers.ts';
import { type Article, type Newsroom, openNewsroom } from './support/newsroom.ts';
import { describeStores } from './support/stores.ts';

const desk: Asker = { id: 'desk', name: 'The desk', role: 'analyst', withhold: false };
const article = (n: number, published = `2024-03-0${n}T10:00:00Z`): Article => ({
  path: `/hill-${n}`,
  title: `Hill ${n}`,
  words: `Red forces captured Arvo on 2024-03-0${n}.`,
  published,
});

describeStores('what comes in by itself', ({ empty }) => {
  let newsroom: Newsroom;
  beforeAll(async () => {
    vi.stubEnv('DATELINE_TEST_NEWSROOM', '127.0.0.1');
    newsroom = await openNewsroom();
  });
  afterAll(() => {
    vi.unstubAllEnvs();
    return newsroom.close();
  });
  const running: { stop(): Promise<void> }[] = [];
  afterEach(async () => {
    await Promise.all(running.splice(0).map(runner => runner.stop()));
    newsroom.articles = [];
    newsroom.robots = null;
    newsroom.failing.clear();
    newsroom.seen.splice(0);
  });

  const open = async () => {
    const store = await empty();
    const context = contextOver(store, { now: new Date().toISOString() });
    const incoming = makeIncoming(context);
    /** Does all that is due, as a server would. */
    const work = async (): Promise<WorkDone[]> => {
      const done: WorkDone[] = [];
      const runner = startWork(context, {
        polite: createPoliteFetcher({
          pauseMs: 0,
          limits: { ms: 5000 },
        }),
        restMs: 20,
        onDone: each => done.push(each),
        onError: error => {
          throw error;
        },
      });
      running.push(runner);
      await runner.idle();
      await runner.stop();
      return done;
    };
    const titles = async (): Promise<(string | null)[]> =>
      (await store.read(tx => listReports(tx, null))).map(report => report.title);
    return { store, context, incoming, work, titles };
  };

  test('a feed is polled, its articles are fetched and filed, newest first; asked again, nothing is sent twice', async () => {
    const { incoming, work, titles } = await open();
    newsroom.articles = [article(1), article(3), article(2)];
    const address = `${newsroom.address}/feed.xml`;
    expect((await incoming.addFeeds(desk, [{ address }, { address: `${address}#top` }])).added).toMatchObject(
      [{ address, items: 0, polled: null }],
    );
    const done = await work();
    expect(done.map(each => [each.kind, each.state])).toEqual([
      ['poll', 'waiting'],
      ...[1, 2, 3].map(() => ['article', 'done']),
    ]);
    expect(await titles()).toEqual(['Hill 1', 'Hill 2', 'Hill 3']);
    const pages = newsroom.seen.filter(seen => seen.path.startsWith('/hill')).map(seen => seen.path);
    expect(pages).toEqual(['/hill-3', '/hill-2', '/hill-1']);
    expect(await incoming.feeds(desk)).toMatchObject([{ title: 'Ridge Post', items: 3, problem: null }]);

    newsroom.seen.splice(0);
    expect(await incoming.pollFeeds(desk)).toBe(1);
    expect(await work()).toMatchObject([{ kind: 'poll', result: 'nothing new' }]);
    expect(newsroom.seen.filter(seen => seen.path !== '/robots.txt')).toMatchObject([
      { path: '/feed.xml', conditional: expect.stringContaining('/hill-1') },
    ]);

    newsroom.articles = [...newsroom.articles, article(4)];
    await incoming.pollFeeds(desk, [address]);
    await work();
    expect(await titles()).toEqual(['Hill 1', 'Hill 2', 'Hill 3', 'Hill 4']);
    // The first test opens the store.
  }, 300_000);

  test('what fails is tried again later; what never will go well is given up with its reason, and tried again when asked', async () => {
    const { incoming, work, titles } = await open();
    newsroom.articles = [article(1), { ...article(2), path: '/nowhere?' }];
    newsroom.failing.set('/hill-1', 1);
    await incoming.addFeeds(desk, [{ address: `${newsroom.address}/feed.xml` }]);
    await work();
    const { jobs, counts } = await incoming.jobs(desk);
    expect(counts).toEqual({ waiting: 2, running: 0, done: 0, dead: 1 });
    expect(jobs.find(job => job.state === 'dead')).toMatchObject({
      attempts: 1,
      problem: expect.stringContaining('answered 404 Not Found'),
    });
    expect(jobs.find(job => job.state === 'waiting' && job.kind === 'article')).toMatchObject({
      attempts: 1,
      problem: expect.stringContaining('answered 503'),
    });
    expect(await titles()).toEqual([]);
    const dead = jobs.find(job => job.state === 'dead')!;
    newsroom.articles = [{ ...article(2), path: '/nowhere' }];
    expect(await incoming.retryJobs(desk, [dead.id])).toBe(1);
    await work();
    expect(await titles()).toEqual(['Hill 2']);
    await expect(incoming.retryJobs(desk, [dead.id])).rejects.toThrow('no dead job has the number');
  });

  test('robots.txt is followed, and a feed that fails is asked ever more rarely, never given up', async () => {
    const { incoming, work } = await open();
    newsroom.robots = 'User-agent: *\nDisallow: /hill\n';
    newsroom.articles = [article(1)];
    await incoming.addFeeds(desk, [
      { address: `${newsroom.address}/feed.xml` },
      { address: `${newsroom.address}/page` },
    ]);
    await work();
    const { jobs } = await incoming.jobs(desk);
    expect(jobs.filter(job => job.state === 'dead').map(job => job.problem)).toEqual([
      expect.stringContaining('robots.txt asks not to'),
    ]);
    const bad = (await incoming.feeds(desk)).find(feed => feed.address.endsWith('/page'))!;
    expect(bad.problem).toBe('it is a web page, not a feed');
    expect(Date.parse(bad.next!)).toBeGreaterThan(Date.now());
  });

  test('work that a dead process held is done by the next one; work that processes die of is given up', async () => {
    const { store } = await open();
    const now = new Date().toISOString();
    await addJobs(store, [{ kind: 'article', key: 'a', body: { name: 'a' }, newest: now }], now);
    await store.query(
      `update jobs set state = 'running', holder = 'dead', lease = now() - interval '1 hour', attempts = 1`,
    );
    const ends: [string, JobEnd['state']][] = [];
    const begin = () =>
      startRunner({
        gateway: store,
        holder: 'alive',
        restMs: 20,
        handlers: { article: async () => ({ result: 'done' }) },
        onEnd: (job, end) => ends.push([job.key, end.state]),
      });
    const first = begin();
    running.push(first);
    await first.idle();
    expect(ends).toEqual([['a', 'done']]);
    await first.stop();
    await store.query(
      `update jobs set state = 'running', holder = 'dead', lease = now() - interval '1 hour', attempts = 7, ended = null`,
    );
    const second = begin();
    running.push(second);
    await second.idle();
    const { rows } = await store.query('select state, problem from jobs');
    expect(rows).toEqual([{ state: 'dead', problem: 'the process ended in the middle of it' }]);
  });

  test('two that work on one queue do each thing once', async () => {
    const { store } = await open();
    const now = new Date().toISOString();
    const jobs = Array.from({ length: 30 }, (_, i) => ({
      kind: 'article',
      key: `a${i}`,
      body: {},
      newest: now,
    }));
    expect(await addJobs(store, jobs, now)).toBe(30);
    expect(await addJobs(store, jobs, now)).toBe(0);
    const did: string[] = [];
    const both = ['one', 'two'].map(holder =>
      startRunner({
        // Embedded, one process has the ledger for itself; here two share it, as on a server.
        gateway: { query: (text, values) => store.query(text, values), kind: 'postgres' },
        holder,
        restMs: 20,
        handlers: {
          article: async job => {
            did.push(job.key);
            return { result: 'done' };
          },
        },
      }),
    );
    running.push(...both);
    await Promise.all(both.map(runner => runner.idle()));
    expect(did.sort()).toEqual(jobs.map(job => job.key).sort());
  });

  test('a long import says where it stopped, and a viewer changes nothing', async () => {
    const { incoming } = await open();
    const row = {
      source: '/a.warc 1 2',
      name: '/a.warc',
      done: 250,
      counts: { filed: 9, known: 0, unread: 1, refused: 2 },
      finished: false,
    };
    expect(await incoming.importOf(desk, row.source)).toBeNull();
    await incoming.noteImport(desk, row);
    await incoming.noteImport(desk, { ...row, done: 300 });
    expect(await incoming.importOf(desk, row.source)).toMatchObject({ ...row, done: 300 });
    await incoming.noteImport(desk, { ...row, done: 400, finished: true });
    expect(await incoming.importOf(desk, row.source)).toBeNull();
    expect((await incoming.jobs(desk)).imports).toMatchObject([{ done: 400, finished: true }]);
    const viewer: Asker = { ...desk, role: 'viewer' };
    await expect(incoming.addFeeds(viewer, [{ address: 'https://news.example/' }])).rejects.toThrow(
      'may view',
    );
    await expect(incoming.retryJobs(viewer)).rejects.toThrow('may view');
    await expect(incoming.noteImport(viewer, row)).rejects.toThrow('may view');
  });

  test.each([
    ['nonsense', '"nonsense" is no web address'],
    ['ftp://news.example/feed', 'is no web address'],
    ['https://desk:secret@news.example/feed', 'has a name or password in it'],
    ['http://10.0.0.1/feed.xml', '10.0.0.1 is no address of the open internet'],
    ['feed://localhost/feed.xml', 'localhost is no address of the open internet'],
    ['http://[::ffff:127.0.0.1]/', '::ffff:7f00:1 is no address of the open internet'],
  ])('%s is not watched', async (address, why) => {
    const { incoming } = await open();
    expect(await incoming.addFeeds(desk, [{ address }])).toEqual({
      added: [],
      refused: [{ address, why: expect.stringContaining(why) }],
    });
    await expect(incoming.removeFeed(desk, address)).rejects.toThrow('is not watched');
  });
});
