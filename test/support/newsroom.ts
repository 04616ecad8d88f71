import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync, deflateRawSync, gzipSync } from 'node:zlib';
import { newsPage } from '../../src/intake/testing/make-warc.ts';

/** One request as the newsroom saw it. */
export interface Seen {
  readonly at: number;
  readonly path: string;
  readonly agent: string;
  readonly conditional: string | null;
}

/** An article that a newsroom carries. */
export interface Article {
  readonly path: string;
  readonly title: string;
  readonly words: string;
  readonly published: string;
}

/** A stand-in newsroom on 127.0.0.1: feeds, pages, and every way in which hosts fail. */
export interface Newsroom {
  readonly address: string;
  readonly seen: Seen[];
  articles: Article[];
  robots: string | null;
  /** Paths that answer 503 so many times before they go well. */
  readonly failing: Map<string, number>;
  close(): Promise<void>;
}

type Answer = (request: IncomingMessage, response: ServerResponse, newsroom: Newsroom) => void;

const html = (
  response: ServerResponse,
  body: string | Uint8Array,
  type = 'text/html; charset=utf-8',
): void => {
  response.setHeader('content-type', type).end(body);
};
const PAGE = newsPage('Hill taken', 'Red forces captured Arvo on 2024-03-02.');

/** What each path does. */
const PATHS: Readonly<Record<string, Answer>> = {
  '/robots.txt': (_, response, { robots }) => {
    if (robots == null) response.writeHead(404).end();
    else html(response, robots, 'text/plain');
  },
  '/feed.xml': sendFeed,
  '/list.opml': (_, response, { address }) =>
    html(
      response,
      `<opml version="2.0"><body><outline text="Ridge" xmlUrl="${address}/feed.xml"/></body></opml>`,
      'text/x-opml',
    ),
  '/page': (_, response) => html(response, PAGE),
  '/moved': (_, response) => response.writeHead(301, { location: '/page' }).end(),
  '/moved-relative': (_, response) => response.writeHead(302, { location: 'page?x=1#y' }).end(),
  '/circle': (_, response) => response.writeHead(302, { location: '/circle' }).end(),
  '/to-metadata': (_, response) =>
    response.writeHead(302, { location: 'http://169.254.169.254/latest/' }).end(),
  '/to-private': (_, response) => response.writeHead(302, { location: 'http://10.0.0.7/' }).end(),
  '/to-ipv6-loopback': (_, response) => response.writeHead(302, { location: 'http://[::1]:9/' }).end(),
  '/to-number': (_, response) => response.writeHead(302, { location: 'http://2852039166/' }).end(),
  '/to-file': (_, response) => response.writeHead(302, { location: 'file:///etc/passwd' }).end(),
  '/to-forbidden': (_, response) => response.writeHead(302, { location: '/private/x' }).end(),
  '/gzip': (_, response) => html(response.setHeader('content-encoding', 'gzip'), gzipSync(PAGE)),
  '/brotli': (_, response) => html(response.setHeader('content-encoding', 'br'), brotliCompressSync(PAGE)),
  '/raw-deflate': (_, response) =>
    html(response.setHeader('content-encoding', 'deflate'), deflateRawSync(PAGE)),
  '/gzip-twice': (_, response) =>
    html(response.setHeader('content-encoding', 'gzip, gzip'), gzipSync(gzipSync(PAGE))),
  '/gzip-over-and-over': (_, response) =>
    html(response.setHeader('content-encoding', 'gzip, gzip, gzip'), 'x'),
  '/bomb': (_, response) =>
    html(response.setHeader('content-encoding', 'gzip'), gzipSync(Buffer.alloc(30_000_000))),
  '/bomb-twice': (_, response) =>
    html(response.setHeader('content-encoding', 'gzip, gzip'), gzipSync(gzipSync(Buffer.alloc(30_000_000)))),
  '/not-gzip': (_, response) => html(response.setHeader('content-encoding', 'gzip'), PAGE),
  '/cut-gzip': (_, response) =>
    html(response.setHeader('content-encoding', 'gzip'), gzipSync(PAGE).subarray(0, 200)),
  '/unknown-encoding': (_, response) => html(response.setHeader('content-encoding', 'rot13'), PAGE),
  '/endless': (_, response) => {
    response.setHeader('content-type', 'text/html');
    const more = (): void => {
      while (!response.destroyed && response.write('x'.repeat(65_536)));
    };
    response.on('drain', more);
    more();
  },
  '/silent': () => {},
  '/drip': (_, response) => {
    response.setHeader('content-type', 'text/html');
    const timer = setInterval(() => response.write('<p>'), 50);
    response.on('close', () => clearInterval(timer));
  },
  '/hang-up': request => request.socket.destroy(),
  '/length-too-long': (_, response) => {
    response.writeHead(200, { 'content-type': 'text/html', 'content-length': String(PAGE.length + 500) });
    response.write(PAGE, () => response.destroy());
  },
  '/length-too-short': (_, response) => {
    response.socket!.end(`HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 40\r\n\r\n${PAGE}`);
  },
  '/rubbish': (_, response) => response.socket!.end('\u0000\u0001 no http at all\r\n\r\n'),
  '/headers-without-end': (_, response) =>
    response.socket!.end(`HTTP/1.1 200 OK\r\nX: ${'x'.repeat(200_000)}\r\n\r\n`),
  '/gone': (_, response) => response.writeHead(410).end(),
  '/down': (_, response) => response.writeHead(503, { 'retry-after': '3600' }).end(),
  '/forged-status': (_, response) =>
    response.socket!.end('HTTP/1.1 404 \u001b[31mred\u0007\r\nContent-Length: 0\r\n\r\n'),
  '/windows-1252': (_, response) =>
    html(
      response,
      Buffer.from(PAGE.replaceAll('Arvo', 'Arv\u00f3 \u0093x\u0094'), 'latin1'),
      'text/html; charset=windows-1252',
    ),
  '/lying-charset': (_, response) => html(response, PAGE, 'text/html; charset=no-such-thing'),
  '/utf16': (_, response) => html(response, Buffer.from(`\ufeff${PAGE}`, 'utf16le'), 'text/html'),
  '/picture-as-page': (_, response) =>
    html(response, Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1, 2, 3]), 'text/html'),
  '/private/x': (_, response) => html(response, PAGE),
};

const notFound: Answer = (_, response) => {
  response.writeHead(404).end();
};

export async function openNewsroom(): Promise<Newsroom> {
  const newsroom: { -readonly [Key in keyof Newsroom]: Newsroom[Key] } = {
    address: '',
    seen: [],
    articles: [],
    robots: null,
    failing: new Map(),
    close: () => closeServer(server),
  };
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    newsroom.seen.push({
      at: Date.now(),
      path,
      agent: request.headers['user-agent'] ?? '',
      conditional: request.headers['if-none-match'] ?? null,
    });
    const left = newsroom.failing.get(path) ?? 0;
    if (left > 0) {
      newsroom.failing.set(path, left - 1);
      response.writeHead(503).end();
    } else answer(request, response, newsroom);
  });
  server.on('clientError', (_, socket) => socket.destroy());
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
  newsroom.address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return newsroom;
}

function answer(request: IncomingMessage, response: ServerResponse, newsroom: Newsroom): void {
  const [path = '/'] = (request.url ?? '/').split('?');
  const article = newsroom.articles.find(each => each.path === path);
  if (article != null) html(response, newsPage(article.title, article.words, article.published));
  else (PATHS[path] ?? notFound)(request, response, newsroom);
}

function sendFeed(request: IncomingMessage, response: ServerResponse, { articles, address }: Newsroom): void {
  const tag = `"${articles.map(article => article.path + article.published).join(' ')}"`;
  response.setHeader('etag', tag);
  if (request.headers['if-none-match'] === tag) {
    response.writeHead(304).end();
    return;
  }
  const items = articles.map(
    ({ path, title, published }) =>
      `<item><title>${title}</title><link>${address}${path}</link><pubDate>${new Date(published).toUTCString()}</pubDate><description>In short.</description></item>`,
  );
  response
    .setHeader('content-type', 'application/rss+xml')
    .end(`<rss version="2.0"><channel><title>Ridge Post</title>${items.join('')}</channel></rss>`);
}

const closeServer = (server: Server): Promise<void> =>
  new Promise(done => {
    server.closeAllConnections();
    server.close(() => done());
  });
