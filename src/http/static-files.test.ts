import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Hono } from 'hono';
import { afterAll, expect, test } from 'vitest';
import { staticFiles } from './static-files.ts';

const root = mkdtempSync(join(tmpdir(), 'dateline-static-'));
writeFileSync(join(root, 'index.html'), '<title>Dateline</title>');
writeFileSync(join(root, 'map.js'), 'export {};');
afterAll(() => rmSync(root, { recursive: true }));
const app = new Hono().get('*', staticFiles(root));

test.each([
  ['/', 200, 'text/html; charset=utf-8'],
  ['/?view=today', 200, 'text/html; charset=utf-8'],
  ['/map.js', 200, 'text/javascript; charset=utf-8'],
])('GET %s → %i', async (path, status, type) => {
  const answer = await app.request(path);
  expect([answer.status, answer.headers.get('content-type')]).toEqual([status, type]);
});

test.each(['/nothing', '/map', '/none.js', '/%00'])('there is nothing at %s', async path => {
  expect((await app.request(path)).status).toBe(404);
});
