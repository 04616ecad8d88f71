import { statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { runChild } from '../support/child.ts';
import { writeLargeWarc } from '../support/large-warc.ts';
import { makeTemporary, removeDirectories } from '../support/pglite.ts';

afterAll(removeDirectories);

test('a WARC of 1 GB is read in under 300 MB of memory', async () => {
  const file = join(makeTemporary(), 'news.warc.gz');
  const pages = await writeLargeWarc(file, 1_000_000_000);
  const started = performance.now();
  const { reports, refused, memory } = JSON.parse(await runChild('read-archive.js', [file]).line());
  const seconds = (performance.now() - started) / 1000;
  console.log(
    `${pages} pages, ${(statSync(file).size / 1e6).toFixed(0)} MB packed, ${seconds.toFixed(0)} s, ${(memory / 1e6).toFixed(0)} MB`,
  );
  expect({ reports, refused }).toEqual({ reports: pages, refused: 0 });
  expect(memory).toBeLessThan(300_000_000);
});
