import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  createPoliteFetcher,
  type FetchLimits,
  fetchGuarded,
  isPublicAddress,
} from '../src/fetching/index.ts';
import { readBytes } from '../src/intake/index.ts';
import { type Newsroom, openNewsroom } from './support/newsroom.ts';

// Unpacking bombs takes a moment, and many times that on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

let newsroom: Newsroom;
const limits: Partial<FetchLimits> = {
  ms: 60_000,
  bytes: 2_000_000,
  allows: ip => ip === '127.0.0.1' || isPublicAddress(ip),
};
beforeAll(async () => {
  newsroom = await openNewsroom();
});
afterAll(() => newsroom.close());
beforeEach(() => {
  newsroom.robots = null;
  newsroom.seen.splice(0);
  newsroom.failing.clear();
});

/** The text of the article at a path, or the line that says why there is none. */
async function articleAt(path: string): Promise<string> {
  try {
    const ms = ['/silent', '/drip'].includes(path) ? 1000 : limits.ms!;
    const page = await fetchGuarded(newsroom.address + path, { limits: { ...limits, ms } });
    const [report] = await readBytes(page.bytes, page);
    return report!.text.split('\n\n')[0]!;
  } catch (error) {
    const { name, message } = error as Error;
    expect(['FetchError', 'IntakeError']).toContain(name);
    expect(message).not.toMatch(/[\n\u0000-\u001f]/);
    return message.replaceAll(newsroom.address, '');
  }
}

const FOUND = 'Red forces captured Arvo on 2024-03-02.';

describe('a page is had whole, or refused in one line', () => {
  test.each([
    ['/page', FOUND],
    ['/moved', FOUND],
    ['/moved-relative', FOUND],
    ['/gzip', FOUND],
    ['/gzip-twice', FOUND],
    ['/brotli', FOUND],
    ['/raw-deflate', FOUND],
    ['/lying-charset', FOUND],
    ['/utf16', FOUND],
    ['/windows-1252', FOUND.replace('Arvo', 'Arvó “x”')],
    ['/circle', /leads on and on: more than 5 redirects/],
    ['/to-metadata', /169\.254\.169\.254 is no address of the open internet/],
    ['/to-private', /10\.0\.0\.7 is no address of the open internet/],
    ['/to-ipv6-loopback', /::1 is no address of the open internet/],
    ['/to-number', /169\.254\.169\.254 is no address of the open internet/],
    ['/to-file', /only http and https addresses are/],
    ['/gzip-over-and-over', /packed over and over/],
    ['/bomb', /larger than 2 MB/],
    ['/bomb-twice', /larger than 2 MB/],
    ['/not-gzip', /cannot be fetched: incorrect header check/],
    ['/cut-gzip', /cannot be fetched: unexpected end of file/],
    ['/unknown-encoding', /packed as "rot13", which is not known/],
    ['/endless', /larger than 2 MB/],
    ['/silent', /took longer than 1 s/],
    ['/drip', /took longer than 1 s/],
    ['/hang-up', /broke off/],
    ['/length-too-long', /broke off|cannot be fetched: aborted/],
    ['/length-too-short', /no article text|page/],
    ['/rubbish', /cannot be fetched/],
    ['/headers-without-end', /cannot be fetched/],
    ['/gone', /answered 410 Gone/],
    ['/forged-status', /answered 404|cannot be fetched/],
    ['/picture-as-page', /it is binary, not text/],
    ['/nowhere', /answered 404 Not Found/],
  ])('%s', async (path, found) => {
    expect(await articleAt(path)).toMatch(found);
  });

  test('memory stays small while bombs and endless answers are refused', async () => {
    const before = process.memoryUsage().rss;
    await Promise.all(['/bomb', '/bomb-twice', '/endless', '/bomb'].map(articleAt));
    expect(process.memoryUsage().rss - before).toBeLessThan(300_000_000);
  });
});

describe('only the open internet', () => {
  test('a name that is looked up again leads to the address that was checked', async () => {
    // localhost is a name that leads inside; the check is at the very address that would be connected to.
    const port = new URL(newsroom.address).port;
    await expect(fetchGuarded(`http://localhost:${port}/page`)).rejects.toThrow(
      'no address of the open internet',
    );
    expect(newsroom.seen).toEqual([]);
  });

  test('127.0.0.1 is let in by the switch for tests alone', async () => {
    await expect(fetchGuarded(`${newsroom.address}/page`)).rejects.toThrow('no address of the open internet');
    process.env.DATELINE_TEST_NEWSROOM = '127.0.0.1';
    try {
      expect((await fetchGuarded(`${newsroom.address}/page`)).status).toBe(200);
      await expect(fetchGuarded(`${newsroom.address}/to-private`)).rejects.toThrow('10.0.0.7');
    } finally {
      delete process.env.DATELINE_TEST_NEWSROOM;
    }
  });

  test('an address with a password in it is not fetched, and the password not told', async () => {
    const refused = await fetchGuarded('http://desk:s3cret@news.example/feed').catch(error => error as Error);
    expect((refused as Error).message).toBe(
      'an address with a name or password in it is not fetched: news.example/feed',
    );
  });
});

describe('politely', () => {
  /** A clock that sleeps in no time, and tells how long it slept. */
  function clockOf() {
    let now = 1_000_000;
    const slept: number[] = [];
    return {
      slept,
      now: () => now,
      sleep: async (ms: number) => {
        slept.push(ms);
        now += ms;
      },
      pass: (ms: number) => {
        now += ms;
      },
    };
  }

  test('robots.txt is asked once, followed, redirects too, and by our own name', async () => {
    newsroom.robots =
      'User-agent: *\nDisallow: /\n\nUser-agent: dateline\nDisallow: /private/\nCrawl-delay: 7\n';
    const clock = clockOf();
    const polite = createPoliteFetcher({ limits, clock });
    expect((await polite.fetch(`${newsroom.address}/page`)).status).toBe(200);
    await expect(polite.fetch(`${newsroom.address}/private/x`)).rejects.toThrow('robots.txt asks not to');
    await expect(polite.fetch(`${newsroom.address}/to-forbidden`)).rejects.toThrow('robots.txt asks not to');
    expect(newsroom.seen.map(seen => seen.path)).toEqual(['/robots.txt', '/page', '/to-forbidden']);
    expect(clock.slept).toEqual([7000, 7000]);
    expect(newsroom.seen[1]!.agent).toMatch(/^Dateline\/[\d.]+ \(/);
  });

  test('one request at a time to a host, a second between two', async () => {
    const clock = clockOf();
    const polite = createPoliteFetcher({ limits, clock });
    await Promise.all(Array.from({ length: 4 }, () => polite.fetch(`${newsroom.address}/page`)));
    expect(clock.slept).toEqual([1000, 1000, 1000]);
  });

  test('a host that asks to be left alone is left alone', async () => {
    const clock = clockOf();
    const polite = createPoliteFetcher({ limits, clock });
    const first = await polite.fetch(`${newsroom.address}/down`).catch(error => error);
    expect(first).toMatchObject({ retry: true, status: 503, after: 3600 });
    const asked = newsroom.seen.length;
    expect(await polite.fetch(`${newsroom.address}/page`).catch(error => error)).toMatchObject({
      retry: true,
      message: expect.stringContaining('asked to be left alone'),
    });
    expect(newsroom.seen.length).toBe(asked);
    clock.pass(3_601_000);
    expect((await polite.fetch(`${newsroom.address}/page`)).status).toBe(200);
  });

  test('a robots.txt that cannot be had now forbids for now; none at all allows', async () => {
    newsroom.failing.set('/robots.txt', 1);
    const polite = createPoliteFetcher({ limits, clock: clockOf() });
    await expect(polite.fetch(`${newsroom.address}/page`)).rejects.toMatchObject({ retry: true });
    expect((await polite.fetch(`${newsroom.address}/page`)).status).toBe(200);
  });
});
