import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { gzipSync } from 'node:zlib';
import { httpAnswer, newsPage, warcRecord } from '../../src/intake/testing/make-warc.ts';
import { numbersFrom } from './fuzz.ts';

const PAGE_BYTES = 60_000;

/**
 * Writes a WARC file of so many bytes (before packing), a gzip member a record, as Common Crawl News has them: pages of some 60 KB, most
 * of it markup and scripts. Gives how many pages it holds.
 */
export async function writeLargeWarc(path: string, bytes: number): Promise<number> {
  const random = numbersFrom(1);
  let pages = 0,
    size = 0;
  function* records(): Generator<Buffer> {
    while (size < bytes) {
      const address = `https://ridge.example/${pages}`;
      const record = warcRecord('response', address, httpAnswer(pageOf(pages++, random)));
      size += record.length;
      yield gzipSync(record, { level: 1 });
    }
  }
  await pipeline(Readable.from(records()), createWriteStream(path));
  return pages;
}

function pageOf(n: number, random: () => number): string {
  const page = newsPage(`Hill ${n}`, `Rebels took hill number ${n} on Saturday, a shopkeeper said.`);
  const noise = Array.from({ length: (PAGE_BYTES - page.length) / 24 }, () =>
    random().toString(36).slice(2, 12),
  );
  const half = noise.length / 2;
  const script = `<script>var state = ${JSON.stringify(noise.slice(0, half))};</script>`;
  const links = noise.slice(half, half * 1.3).map(word => `<li><a href="/${word}">${word}</a></li>`);
  return page
    .replace('</head>', `${script}</head>`)
    .replace('<footer>', `<nav><ul>${links.join('')}</ul></nav><footer>`);
}
