import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { runChild } from './support/child.ts';
import { writeLargeWarc } from './support/large-warc.ts';
import { makeTemporary, removeDirectories } from './support/pglite.ts';

afterAll(removeDirectories);

/**
 * `npm run test:long` reads 1 GB and asks for 300 MB (226 MB measured, docs/measured.md). Here only that memory does not grow with the
 * archive.
 */
test('an archive of 12 MB is read page by page, in bounded memory', async () => {
  const file = join(makeTemporary(), 'news.warc.gz');
  const pages = await writeLargeWarc(file, 12_000_000);
  const child = runChild('read-archive.js', [file]);
  const { reports, refused, memory } = JSON.parse(await child.line());
  expect({ reports, refused }).toEqual({ reports: pages, refused: 0 });
  expect(memory).toBeLessThan(600_000_000);
}, 240_000);
