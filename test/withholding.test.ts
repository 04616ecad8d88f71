import { Writable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type LocalLedger, openLedger, read } from '../src/dateline.ts';
import { createApp, createLog, ROUTES } from '../src/http/index.ts';
import type { Asker, ReportRow } from '../src/model/index.ts';
import { EXPORT_FORMATS } from '../src/model/index.ts';
import { makeLedgerDirectory, removeDirectories } from './support/pglite.ts';
import { dispatch, plainReader } from './support/plain-reader.ts';

/** Law 7: whoever asks with names withheld meets none of them, whichever way they ask. */
const NAME = /karimi|gul\b/i;
const root: Asker = { id: 'cli:root', name: 'root', role: 'administrator', withhold: false };
const masked: Asker = { id: 'desk', name: 'the desk', role: 'administrator', withhold: true };

let ledger: LocalLedger, app: ReturnType<typeof createApp>, plain: ReturnType<typeof createApp>;
let report: ReportRow;
const logged: string[] = [];

beforeAll(async () => {
  ledger = (await openLedger({
    database: await makeLedgerDirectory(),
    reader: plainReader,
    webhooksInside: true,
    now: () => '2021-08-20T12:00:00.000Z',
  })) as LocalLedger;
  const log = createLog(
    'debug',
    new Writable({
      write(chunk, _encoding, done) {
        logged.push(String(chunk));
        done();
      },
    }),
  );
  const options = {
    hosts: null,
    token: () => null,
    version: '0.0.0',
    sessions: ledger.sessions,
    read: async (input: Parameters<typeof read>[0]) => ({ reading: await read(input) }),
    log,
  };
  app = createApp(ledger, { ...options, guest: masked });
  plain = createApp(ledger, { ...options, guest: root });
  await ledger.add(root, [
    dispatch(
      '2021-08-06',
      'Harbour Wire',
      'Red forces captured Farah on 2021-08-06, said Gul Karimi, a resident.',
      {
        title: 'Gul Karimi saw Red forces come',
        id: 'gul-karimi-interview.txt',
        url: 'https://harbour.example/2021/gul-karimi-saw-red-forces-come',
      },
    ),
    dispatch(
      '2021-08-07',
      'Ridge Post',
      'Red forces did not captured Farah on 2021-08-06, said Gul Karimi, a resident.',
    ),
  ]);
  [report] = (await ledger.reports(root)) as [ReportRow];
  const [claim] = await ledger.claims(root);
  await ledger.decide(
    root,
    {
      kind: 'accept',
      claim: {
        claim: claim!.id,
        report: claim!.report,
        in: claim!.in,
        span: { start: claim!.quote.start, end: claim!.quote.end },
        kind: claim!.kind,
        place: claim!.places[0]?.name ?? null,
      },
    },
    'Gul Karimi was asked again',
  );
  await ledger.decide(
    root,
    { kind: 'rule', place: 'gn:1142264', side: 'red', from: '2021-08-08', to: null, status: 'held' },
    'on the word of Mr Karimi',
  );
});
afterAll(async () => {
  await ledger.close();
  removeDirectories();
});

/** What is asked of each address that answers of the record; `{report}` and `{place}` stand for what is on file. */
const ASKED: Readonly<Record<string, readonly string[]>> = {
  status: ['/api/status', '/api/status?format=geojson', '/api/status?place=Farah'],
  history: ['/api/places/gn:1142264/history', '/api/places/Farah/history?knownAt=2021-08-07'],
  changes: ['/api/changes'],
  discrepancies: ['/api/discrepancies', '/api/discrepancies?at=2021-08-20'],
  events: ['/api/events', '/api/events?knownAt=2021-08-20'],
  figures: ['/api/figures'],
  reports: ['/api/reports', '/api/reports?limit=1'],
  report: ['/api/reports/{report}', '/api/reports/{report}?knownAt=2021-08-20'],
  claims: ['/api/claims', '/api/claims?place=Farah', '/api/claims?kind=control&limit=1'],
  search: ['/api/search?q=Farah', '/api/search?q=resident', '/api/search?q=captured'],
  extent: ['/api/extent', '/api/extent?at=2021-08-20'],
  sides: ['/api/sides'],
  places: ['/api/places?name=Farah'],
  periods: ['/api/periods'],
  shapes: ['/api/shapes/AF'],
  decisions: ['/api/decisions', '/api/decisions?knownAt=2021-08-21'],
  'change-log': ['/api/change-log', '/api/change-log?after=0'],
  feed: ['/feeds/changes.atom', '/feeds/changes.atom?kind=report,decision,control,discrepancy'],
  export: EXPORT_FORMATS.map(format => `/api/export/${format}`),
  sitrep: ['/api/sitrep?from=2021-08-01&to=2021-08-20'],
  audit: ['/api/audit'],
  accounts: ['/api/accounts'],
  keys: ['/api/keys'],
  webhooks: ['/api/webhooks'],
  feeds: ['/api/feeds'],
  jobs: ['/api/jobs'],
  me: ['/api/me'],
  'saved-searches': ['/api/saved-searches'],
  deferrals: ['/api/deferrals'],
};
/** Addresses that tell nothing of a report, or only what their own asker has just sent, or that have a test below. */
const BESIDE = new Set(['stream', 'import-of', 'read']);
const PAGES = ['/account', '/reference', '/sign-in', '/openapi.json', '/metrics', '/readyz', '/'];

describe('names that are withheld', () => {
  test('are on file, and shown to whom they are not withheld from', async () => {
    const shown = await plain.request(`/api/reports/${report.id}`);
    expect(await shown.text()).toMatch(NAME);
    expect(await (await plain.request('/api/search?q=Karimi')).text()).toMatch(NAME);
  });

  test('every address of the API that reads is walked below', () => {
    const reading = ROUTES.filter(route => route.method === 'get').map(route => route.id);
    expect(reading.filter(id => !(id in ASKED) && !BESIDE.has(id))).toEqual([]);
  });

  const known = new Set(ROUTES.map(route => route.id));
  test.each(
    Object.entries(ASKED)
      .filter(([id]) => known.has(id))
      .flatMap(([, paths]) => paths),
  )('are not in %s', async path => {
    const response = await app.request(path.replace('{report}', report.id));
    expect(response.status, path).toBe(200);
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(bytes.toString('latin1')).not.toMatch(NAME);
    expect([...response.headers].join('\n')).not.toMatch(NAME);
  });

  test.each(PAGES)('are not on the page %s', async path => {
    expect(await (await app.request(path)).text()).not.toMatch(NAME);
  });

  test.each(['Karimi', 'Gul Karimi', 'karimi'])('find nothing when %s is sought', async words => {
    const found = await (await app.request(`/api/search?q=${encodeURIComponent(words)}`)).json();
    expect(found).toMatchObject({ reports: [], claims: [] });
  });

  test('are not in what filing, reading again and deciding answer', async () => {
    const post = async (path: string, body: unknown) =>
      (
        await app.request(path, {
          method: 'POST',
          body: JSON.stringify(body),
          headers: { 'content-type': 'application/json' },
        })
      ).text();
    const again = dispatch(
      '2021-08-09',
      'Hill Post',
      'Blue forces left Farah, said Gul Karimi, a resident.',
      {
        title: 'Gul Karimi again',
      },
    );
    expect(await post('/api/reports', again)).not.toMatch(NAME);
    expect(await post('/api/reread', { dryRun: true })).not.toMatch(NAME);
  });

  test('are not in the stream of changes', async () => {
    const response = await app.request('/api/stream?after=0');
    const reader = response.body!.getReader();
    let text = '';
    while (!text.includes('event: decision')) {
      const { value, done } = await reader.read();
      if (done) break;
      text += new TextDecoder().decode(value);
    }
    await reader.cancel();
    expect(text).toContain('event: control');
    expect(text).not.toMatch(NAME);
  });

  test('are not in what webhooks are told', async () => {
    const { createServer } = await import('node:http');
    const got: string[] = [];
    const server = createServer((request, response) => {
      request.on('data', part => got.push(String(part)));
      request.on('end', () => response.end());
    }).listen(0, '127.0.0.1');
    await new Promise(done => server.once('listening', done));
    const url = `http://127.0.0.1:${(server.address() as { port: number }).port}/`;
    const told: unknown[] = [];
    await ledger.webhooks.add(root, { url });
    await ledger.add(root, [
      dispatch(
        '2021-08-10',
        'Bay Echo',
        'Blue forces captured Herat on 2021-08-10, said Gul Karimi, a resident.',
      ),
    ]);
    const deliveries = ledger.startDeliveries({ onFailure: (...why) => told.push(why) });
    for (let i = 0; i < 300 && !got.join('').includes('"control"'); i++)
      await new Promise(done => setTimeout(done, 100));
    await deliveries.stop();
    server.close();
    expect(told).toEqual([]);
    expect(got.join('')).toContain('"type":"control"');
    expect(got.join('')).not.toMatch(NAME);
  }, 60_000);

  test('are not in the logs, neither of requests nor of what failed', async () => {
    const broken = new Proxy(ledger, {
      get: (target, name) =>
        name === 'events'
          ? () => Promise.reject(new Error('invalid input syntax for type json: "Gul Karimi said"'))
          : Reflect.get(target, name),
    });
    const log = createLog(
      'debug',
      new Writable({
        write(chunk, _encoding, done) {
          logged.push(String(chunk));
          done();
        },
      }),
    );
    const failing = createApp(broken, {
      hosts: null,
      token: () => null,
      guest: masked,
      version: '0.0.0',
      read: async input => ({ reading: await read(input) }),
      log,
    });
    await plain.request('/api/search?q=Karimi');
    const response = await failing.request('/api/events');
    expect(response.status).toBe(500);
    expect(await response.text()).not.toMatch(NAME);
    const lines = logged.join('');
    expect(lines).toContain('"route":"/api/search"');
    expect(lines).toContain('a request failed');
    expect(lines).not.toMatch(NAME);
  });
});
