import { brotliCompressSync, gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { archivedPages, IntakeError, unpackStream } from '../index.ts';
import { httpAnswer, newsPage, packed, warcRecord } from '../testing/make-warc.ts';

async function* inPieces(bytes: Uint8Array, size = 1000): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function pagesOf(bytes: Uint8Array, after = 0, size = 1000) {
  const pages = [];
  for await (const page of archivedPages(unpackStream(inPieces(bytes, size)), after))
    pages.push(
      'why' in page
        ? `${page.number} ${page.why}`
        : `${page.number} ${page.address} ${Buffer.from(page.bytes)}`,
    );
  return pages;
}

const info = warcRecord('warcinfo', '', 'software: test\r\n', 'application/warc-fields');
const at = (n: number): string => `https://ridge.example/${n}`;

test.each([1, 7, 1000, 1_000_000])(
  'finds the pages of an archive, cut into pieces of %i bytes',
  async size => {
    const archive = packed(
      info,
      warcRecord('request', at(1), 'GET / HTTP/1.1\r\n\r\n', 'application/http; msgtype=request'),
      warcRecord('response', `<${at(1)}>`, httpAnswer('<p>one</p>')),
      warcRecord('response', at(2), httpAnswer('png', ['Content-Type: image/png'])),
      warcRecord('response', at(3), httpAnswer('moved', [], '301 Moved')),
      warcRecord('metadata', at(3), 'x', 'application/warc-fields'),
      warcRecord('response', 'dns:ridge.example', '1.2.3.4', 'text/dns'),
      warcRecord('response', at(4), httpAnswer('<p>four</p>')),
    );
    expect(await pagesOf(archive, 0, size)).toEqual([
      '3 https://ridge.example/1 <p>one</p>',
      '8 https://ridge.example/4 <p>four</p>',
    ]);
    expect(await pagesOf(archive, 3, size)).toEqual(['8 https://ridge.example/4 <p>four</p>']);
  },
);

test('takes plain archives too, joins chunks and undoes compression', async () => {
  const chunked = '5\r\n<p>on\r\n6;x=1\r\ne</p>\n\r\n0\r\n\r\n';
  const archive = Buffer.concat([
    warcRecord('response', at(1), httpAnswer(chunked, ['Transfer-Encoding: chunked'])),
    warcRecord('response', at(2), httpAnswer(gzipSync('<p>two</p>'), ['Content-Encoding: gzip'])),
    warcRecord('response', at(3), httpAnswer(brotliCompressSync('<p>three</p>'), ['Content-Encoding: br'])),
    warcRecord(
      'response',
      at(4),
      httpAnswer('<p>four</p>', ['Content-Encoding: gzip', 'Transfer-Encoding: chunked']),
    ),
  ]);
  expect((await pagesOf(archive)).map(page => page.replace(/^\d+ \S+ /, '').trim())).toEqual([
    '<p>one</p>',
    '<p>two</p>',
    '<p>three</p>',
    '<p>four</p>',
  ]);
});

test('a damaged archive: what can be read is read, and the rest is named', async () => {
  const lying = Buffer.from(
    warcRecord('response', at(1), httpAnswer('<p>one</p>'))
      .toString()
      .replace(/Content-Length: \d+/, 'Content-Length: 20'),
  );
  const lost = Buffer.from(
    warcRecord('response', at(2), 'x')
      .toString()
      .replace(/Content-Length: \d+\r\n/, ''),
  );
  const cut = warcRecord('response', at(4), httpAnswer('<p>four</p>')).subarray(0, -10);
  const bomb = warcRecord(
    'response',
    at(3),
    httpAnswer(gzipSync(Buffer.alloc(20_000_000)), ['Content-Encoding: gzip']),
  );
  expect(await pagesOf(Buffer.concat([lying, lost, bomb, cut]))).toEqual([
    '1 it is no HTTP answer, or unpacks to too much',
    '2 the record does not say how long it is',
    '3 it is no HTTP answer, or unpacks to too much',
    '4 the archive breaks off in it',
  ]);
});

test('a record larger than a page may be is let go without being held', async () => {
  async function* huge(): AsyncGenerator<Uint8Array> {
    yield Buffer.from(
      `WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: ${at(1)}\r\nContent-Type: application/http\r\nContent-Length: 60000000\r\n\r\n`,
    );
    for (let i = 0; i < 60; i++) yield Buffer.alloc(1_000_000, 'x');
    yield Buffer.from('\r\n\r\n');
    yield warcRecord('response', at(2), httpAnswer('<p>two</p>'));
  }
  const before = process.memoryUsage().rss;
  const pages = [];
  for await (const page of archivedPages(huge()))
    pages.push('why' in page ? page.why : String(Buffer.from(page.bytes)));
  expect(pages).toEqual(['it has more than 10 MB', '<p>two</p>']);
  expect(process.memoryUsage().rss - before).toBeLessThan(50_000_000);
});

test('broken gzip and what is no archive are refused in one line', async () => {
  const archive = packed(
    info,
    warcRecord('response', at(1), httpAnswer(newsPage('Hill taken', 'Rebels took the hill.').repeat(50))),
  );
  await expect(pagesOf(archive.subarray(0, archive.length - 300))).rejects.toThrow('its gzip is broken');
  await expect(pagesOf(Buffer.from('hello\n'.repeat(10)))).rejects.toBeInstanceOf(IntakeError);
});
