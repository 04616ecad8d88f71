import { createServer, type Server } from 'node:http';
import { parseAtomFeed } from 'feedsmith';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { BACK_OFF, deliverDue, signatureOf } from '../src/dateline/webhooks/deliver.ts';
import { read } from '../src/dateline.ts';
import { createApp, LOCAL_GUEST } from '../src/http/index.ts';
import type { Asker, ChangeEntry } from '../src/model/index.ts';
import type { Store } from '../src/store/index.ts';
import { overStore } from './support/ledgers.ts';
import { dispatch } from './support/plain-reader.ts';
import { describeStores } from './support/stores.ts';

const root: Asker = { id: 'cli:root', name: 'root', role: 'administrator', withhold: false };

describeStores('changes', ({ empty }) => {
  let store: Store, ledger: ReturnType<typeof overStore>, stopping: AbortController;
  let app: ReturnType<typeof createApp>;
  const file = (day: string, side: string, place: string) =>
    ledger.add(root, [dispatch(day, `${side} Wire`, `${side} forces captured ${place} on ${day}.`)]);
  const json = async (path: string) => (await app.request(path)).json() as Promise<ChangeEntry[]>;

  beforeEach(async () => {
    store = await empty();
    ledger = overStore(store, { webhooksInside: true });
    stopping = new AbortController();
    app = createApp(ledger, {
      hosts: null,
      token: () => null,
      guest: { ...LOCAL_GUEST, role: 'administrator' },
      stopping: stopping.signal,
      version: '0.0.0',
      read: async input => ({ reading: await read(input) }),
    });
    await file('2021-08-06', 'Red', 'Farah');
    await file('2021-08-09', 'Blue', 'Farah');
  });

  describe('the log', () => {
    test('tells each report, each change of hands in a sentence, and each decision', async () => {
      const [decided] = await Promise.all([
        ledger.decide(
          root,
          { kind: 'rule', place: 'gn:1142264', side: 'red', from: '2021-08-12', to: null, status: 'held' },
          'seen on film',
        ),
      ]);
      const log = await json('/api/change-log?after=0');
      expect(log.map(entry => entry.body.kind)).toEqual([
        'report',
        'control',
        'report',
        'control',
        'decision',
        'control',
      ]);
      expect(log.map(entry => entry.seq)).toEqual([...log.map(entry => entry.seq)].sort((a, b) => a - b));
      expect(log[3]!.body).toMatchObject({
        place: { id: 'gn:1142264', name: 'Farah', country: 'AF' },
        on: '2021-08-09',
        before: { holder: { side: 'red' } },
        after: { holder: { side: 'blue' }, status: 'held' },
        sentence: expect.stringMatching(/^Farah fell to .*[Bb]lue.* on 9 August/),
      });
      expect(log[4]!.body).toEqual({ kind: 'decision', decision: decided.id, ruling: 'rule' });
    });

    test('a report filed twice, or one that adds only a word, changes nothing more than it says', async () => {
      const before = await json('/api/change-log?after=0');
      await file('2021-08-09', 'Blue', 'Farah');
      expect(await json('/api/change-log?after=0')).toEqual(before);
      await ledger.add(root, [dispatch('2021-08-10', 'Hill Post', 'Nothing was heard today.')]);
      const after = await json(`/api/change-log?after=${before.at(-1)!.seq}`);
      expect(after.map(entry => entry.body.kind)).toEqual(['report']);
    });

    test('can be had of a place, an actor, a country, a kind, up to a day, and the newest first', async () => {
      await file('2021-08-10', 'Green', 'Herat');
      await file('2021-08-11', 'Green', 'Arvo');
      const places = async (query: string) =>
        (await json(`/api/change-log?after=0&kind=control&${query}`)).map(({ body }) =>
          body.kind === 'control' ? body.place.name : body.kind,
        );
      expect(await places('place=Herat')).toEqual(['Herat']);
      expect(await places('actor=green')).toEqual(['Herat', 'Arvo']);
      expect(await places('actor=green,blue&country=AF')).toEqual(['Farah', 'Herat']);
      expect(await places('at=2021-08-09')).toEqual(['Farah', 'Farah']);
      const [newest] = await json('/api/change-log?kind=control&limit=1');
      expect(newest!.body).toMatchObject({ place: { name: 'Arvo' } });
      expect((await app.request('/api/change-log?kind=rumour')).status).toBe(400);
    });

    test('what is rolled back is not told', async () => {
      const before = await json('/api/change-log?after=0');
      await expect(
        ledger.decide(root, { kind: 'undo', decision: 'd0' }, 'it never was'),
      ).rejects.toMatchObject({ code: 'not-found' });
      expect(await json('/api/change-log?after=0')).toEqual(before);
    });
  });

  describe('the stream', () => {
    test('sends changes as they are written, and takes up where it broke off', async () => {
      const first = await open('/api/stream?kind=control');
      expect(first.response.headers.get('content-type')).toContain('text/event-stream');
      await first.until('retry: 3000');
      await file('2021-08-11', 'Green', 'Farah');
      const text = await first.until('event: control');
      const id = /id: (\d+)/.exec(text)![1]!;
      expect(text).toMatch(/data: \{"seq":\d+.*"sentence":"Farah fell to/);
      await first.close();
      await file('2021-08-13', 'Amber', 'Farah');
      const again = await open('/api/stream?kind=control', { 'last-event-id': id });
      const rest = await again.until('event: control');
      expect(rest).toContain('13 August');
      expect(rest).not.toContain('11 August');
      await again.close();
    });

    test('ends when the server stops', async () => {
      const { until } = await open('/api/stream');
      await until('retry');
      stopping.abort();
      await expect(until('never sent')).rejects.toThrow('the stream ended');
    });

    async function open(path: string, headers: Record<string, string> = {}) {
      const response = await app.request(path, { headers });
      const reader = response.body!.getReader();
      let text = '';
      return {
        response,
        close: () => reader.cancel(),
        async until(words: string): Promise<string> {
          while (!text.includes(words) || !text.endsWith('\n\n')) {
            const { value, done } = await reader.read();
            if (done) throw new Error('the stream ended');
            text += new TextDecoder().decode(value);
          }
          return text;
        },
      };
    }
  });

  test('the feed is Atom, of a place, an actor or a country, with links that lead into the application', async () => {
    await file('2021-08-10', 'Green', 'Herat');
    const response = await app.request('/feeds/changes.atom?place=gn:1142264');
    expect(response.headers.get('content-type')).toContain('application/atom+xml');
    const xml = await response.text();
    const feed = parseAtomFeed(xml) as {
      title: { value: string };
      entries: { id: string; title: { value: string }; links: { href: string }[] }[];
    };
    expect(feed.title.value).toBe('Dateline: Farah');
    expect(feed.entries.map(entry => entry.title.value)).toEqual([
      expect.stringMatching(/^Farah fell to .* 9 August/),
      expect.stringMatching(/^Farah was held by .* 6 August/),
    ]);
    expect(new Set(feed.entries.map(entry => entry.id)).size).toBe(2);
    expect(feed.entries[0]!.links[0]!.href).toContain('/?view=place&place=gn%3A1142264&at=2021-08-09');
    expect(xml).toMatch(/<georss:point>32\.\d+ 62\.\d+<\/georss:point>/);
    const etag = response.headers.get('etag')!;
    const again = await app.request('/feeds/changes.atom?place=gn:1142264', {
      headers: { 'if-none-match': etag },
    });
    expect(again.status).toBe(304);
    const green = await (await app.request('/feeds/changes.atom?actor=green')).text();
    expect(green.match(/<entry>/g)).toHaveLength(1);
  });

  describe('webhooks', () => {
    let server: Server, url: string;
    const got: { headers: Record<string, unknown>; body: string }[] = [];
    let answers: number[] = [];
    beforeAll(async () => {
      server = createServer((request, response) => {
        let body = '';
        request.on('data', part => {
          body += part;
        });
        request.on('end', () => {
          got.push({ headers: request.headers, body });
          response.writeHead(answers.shift() ?? 200).end();
        });
      }).listen(0, '127.0.0.1');
      await new Promise(done => server.once('listening', done));
      url = `http://127.0.0.1:${(server.address() as { port: number }).port}/hook`;
    });
    afterAll(() => void server.close());
    beforeEach(() => {
      got.length = 0;
      answers = [];
    });
    const webhooksInside = true;

    test('are told of what their filter lets through, signed', async () => {
      const { secret } = await ledger.webhooks.add(root, { url, kinds: ['control'], sides: ['green'] });
      await file('2021-08-10', 'Green', 'Herat');
      await file('2021-08-11', 'Red', 'Farah');
      expect(await deliverDue({ store, webhooksInside })).toBe(1);
      expect(await deliverDue({ store, webhooksInside })).toBe(0);
      const [{ headers, body }] = got as [(typeof got)[0]];
      expect(JSON.parse(body)).toMatchObject({ type: 'control', data: { place: { name: 'Herat' } } });
      const { id } = JSON.parse(body) as { id: string };
      const signature = signatureOf(secret, id, String(headers['webhook-timestamp']), body);
      expect(headers).toMatchObject({ 'webhook-id': id, 'webhook-signature': signature });
      expect(signatureOf(secret, id, String(headers['webhook-timestamp']), `${body} `)).not.toBe(signature);
    });

    test('are tried again with longer and longer waits, then given up, and can be taken up again', async () => {
      const hook = await ledger.webhooks.add(root, { url, kinds: ['control'] });
      await file('2021-08-10', 'Green', 'Herat');
      answers = Array(BACK_OFF.length + 1).fill(500);
      let now = Date.now();
      const clock = () => now;
      const failures: string[] = [];
      const onFailure = (_: string, why: string, isLast: boolean) =>
        failures.push(`${why}${isLast ? ', last' : ''}`);
      const options = { clock, onFailure };
      expect(await deliverDue({ store, webhooksInside }, options)).toBe(1);
      for (const wait of BACK_OFF) {
        now += wait * 1000 - 1;
        expect(await deliverDue({ store, webhooksInside }, options)).toBe(0);
        now += 1;
        expect(await deliverDue({ store, webhooksInside }, options)).toBe(1);
      }
      expect(failures).toEqual([...Array(BACK_OFF.length).fill('it answered 500'), 'it answered 500, last']);
      now += 1e9;
      expect(await deliverDue({ store, webhooksInside }, options)).toBe(0);
      expect(await ledger.webhooks.list(root)).toMatchObject([
        { id: hook.id, waiting: 0, failed: 1, lastError: 'it answered 500' },
      ]);
      await ledger.webhooks.retry(root, hook.id);
      expect(await deliverDue({ store, webhooksInside }, options)).toBe(1);
      expect(await ledger.webhooks.list(root)).toMatchObject([{ failed: 0, waiting: 0 }]);
      expect(new Set(got.map(each => each.headers['webhook-id'])).size).toBe(1);
    });

    test('that say they are gone are told no more', async () => {
      await ledger.webhooks.add(root, { url, kinds: ['report'] });
      await file('2021-08-10', 'Green', 'Herat');
      answers = [410];
      await deliverDue({ store, webhooksInside });
      await file('2021-08-11', 'Red', 'Herat');
      await deliverDue({ store, webhooksInside });
      expect(got).toHaveLength(1);
      expect(await ledger.webhooks.list(root)).toMatchObject([{ enabled: false, failed: 1 }]);
    });

    test('inside addresses are not sent to, and a secret is shown once', async () => {
      const hook = await ledger.webhooks.add(root, { url, kinds: ['control'] });
      await file('2021-08-10', 'Green', 'Herat');
      await deliverDue({ store });
      const listed = await ledger.webhooks.list(root);
      expect(listed).toMatchObject([{ lastError: '127.0.0.1 is no address of the open internet' }]);
      expect(got).toEqual([]);
      expect(JSON.stringify([listed, await ledger.auditLog(root)])).not.toContain(hook.secret);
      await expect(ledger.webhooks.add(root, { url: 'file:///etc/passwd' })).rejects.toThrow(
        /no address to send to/,
      );
      await expect(overStore(store).webhooks.add(root, { url: 'http://10.0.0.1/hook' })).rejects.toThrow(
        '"http://10.0.0.1/hook" is not sent to: 10.0.0.1 is no address of the open internet',
      );
      const analyst = { ...root, role: 'analyst' } as const;
      await expect(ledger.webhooks.add(analyst, { url })).rejects.toMatchObject({ code: 'forbidden' });
    });
  });
});
