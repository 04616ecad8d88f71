import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FetchLimits, fetchGuarded, isPublicAddress } from './index.ts';

test.each([
  ['93.184.216.34', true],
  ['2606:2800:220:1:248:1893:25c8:1946', true],
  ['127.0.0.1', false],
  ['10.1.2.3', false],
  ['172.31.255.255', false],
  ['172.32.0.1', true],
  ['192.168.1.1', false],
  ['169.254.169.254', false],
  ['100.64.0.1', false],
  ['0.0.0.0', false],
  ['::1', false],
  ['::', false],
  ['::ffff:127.0.0.1', false],
  ['::ffff:7f00:1', false],
  ['::127.0.0.1', false],
  ['::ffff:93.184.216.34', true],
  ['64:ff9b::7f00:1', false],
  ['fe80::1', false],
  ['fd00::1', false],
])('isPublicAddress %s: %s', (address, isPublic) => {
  expect(isPublicAddress(address)).toBe(isPublic);
});

/** A newsroom that answers well, badly, slowly and with lies. */
const newsroom: RequestListener = (request, response) => {
  const path = new URL(request.url ?? '/', 'http://x').pathname;
  if (path === '/page')
    response.setHeader('content-type', 'text/html; charset=windows-1252').end('<p>Hill taken</p>');
  else if (path === '/moved') response.writeHead(302, { location: '/page' }).end();
  else if (path === '/inside')
    response.writeHead(302, { location: 'http://169.254.169.254/latest/meta-data' }).end();
  else if (path === '/loop') response.writeHead(302, { location: '/loop' }).end();
  else if (path === '/file') response.writeHead(302, { location: 'file:///etc/passwd' }).end();
  else if (path === '/bomb')
    response.setHeader('content-encoding', 'gzip').end(gzipSync(Buffer.alloc(3_000_000)));
  else if (path === '/broken') response.setHeader('content-encoding', 'gzip').end('not gzip');
  else if (path === '/slow') response.writeHead(200).write('a');
  else if (path === '/short')
    response.writeHead(200, { 'content-length': '100' }).write('a', () => response.destroy());
  else if (path === '/same') response.writeHead(request.headers['if-none-match'] === '"1"' ? 304 : 200).end();
  else response.writeHead(path === '/down' ? 503 : 404).end();
};

let server: Server, address: string;
const limits: Partial<FetchLimits> = {
  ms: 20_000,
  bytes: 1_000_000,
  allows: ip => ip === '127.0.0.1' || isPublicAddress(ip),
};

beforeAll(async () => {
  server = createServer(newsroom);
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

test('fetches a page, follows a redirect, and tells charset and last address', async () => {
  const page = await fetchGuarded(`${address}/moved`, { limits });
  expect(Buffer.from(page.bytes).toString()).toBe('<p>Hill taken</p>');
  expect(page).toMatchObject({
    status: 200,
    address: `${address}/page`,
    type: 'text/html',
    charset: 'windows-1252',
  });
});

test('an unchanged page is an answer', async () => {
  expect(
    (await fetchGuarded(`${address}/same`, { limits, headers: { 'if-none-match': '"1"' } })).status,
  ).toBe(304);
});

test.each([
  ['/inside', /169\.254\.169\.254 is no address of the open internet/],
  ['/loop', /more than 5 redirects/],
  ['/file', /only http and https/],
  ['/bomb', /larger than 1 MB/],
  ['/broken', /cannot be fetched/],
  ['/slow', /took longer than 1 s/],
  ['/short', /broke off|cannot be fetched/],
  ['/down', /answered 503/],
  ['/gone', /answered 404/],
])('%s is refused in one line', async (path, message) => {
  const ms = path === '/slow' ? 1000 : limits.ms!;
  await expect(fetchGuarded(address + path, { limits: { ...limits, ms } })).rejects.toThrow(message);
});

test.each([
  ['ftp://example.org/x', /only http and https/],
  ['nonsense', /is no web address/],
  ['http://[::ffff:127.0.0.1]/', /no address of the open internet/],
  ['http://2130706433/', /127\.0\.0\.1 is no address of the open internet/],
  ['http://localhost:1/', /no address of the open internet/],
])('%s is never connected to', async (given, message) => {
  await expect(fetchGuarded(given)).rejects.toThrow(message);
});
