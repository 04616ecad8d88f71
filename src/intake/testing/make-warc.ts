import { gzipSync } from 'node:zlib';

/** One record of a WARC file. */
export function warcRecord(
  type: string,
  address: string,
  body: Uint8Array | string,
  contentType = 'application/http; msgtype=response',
): Buffer {
  const bytes = Buffer.from(body as string);
  const head = [
    'WARC/1.0',
    `WARC-Type: ${type}`,
    `WARC-Target-URI: ${address}`,
    'WARC-Date: 2024-03-05T00:00:00Z',
    `Content-Type: ${contentType}`,
    `Content-Length: ${bytes.length}`,
  ].join('\r\n');
  return Buffer.concat([Buffer.from(`${head}\r\n\r\n`), bytes, Buffer.from('\r\n\r\n')]);
}

/** An HTTP answer as archives keep it. */
export const httpAnswer = (
  body: Uint8Array | string,
  headers: readonly string[] = [],
  status = '200 OK',
): Buffer =>
  Buffer.concat([
    Buffer.from(
      `HTTP/1.1 ${status}\r\n${['Content-Type: text/html; charset=utf-8', ...headers].join('\r\n')}\r\n\r\n`,
    ),
    Buffer.from(body as string),
  ]);

/** A page of an invented newsroom, with an article that readability finds. */
export function newsPage(title: string, words: string, published = '2024-03-02T10:00:00Z'): string {
  const more = Array.from(
    { length: 5 },
    (_, i) =>
      `<p>Paragraph ${i + 1}: a shopkeeper in the market said that the road to the north stayed shut until noon, and that trucks waited.</p>`,
  ).join('\n');
  return `<!doctype html><html lang="en"><head><title>${title} | Ridge Post</title>
<meta property="og:title" content="${title}"><meta property="og:site_name" content="Ridge Post">
<meta property="article:published_time" content="${published}"></head>
<body><nav><a href="/">Home</a> <a href="/world">World</a></nav>
<article><h1>${title}</h1><p>${words}</p>${more}</article><footer>Subscribe now</footer></body></html>`;
}

/** Records as Common Crawl packs them: each a gzip member of its own. */
export const packed = (...records: readonly Buffer[]): Buffer =>
  Buffer.concat(records.map(record => gzipSync(record)));
