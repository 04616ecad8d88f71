import { gzipSync } from 'node:zlib';
import { parseRobots } from '../../src/fetching/polite/robots.ts';
import {
  archivedPages,
  decodeText,
  IntakeError,
  linesOf,
  readBytes,
  readFeed,
  readJsonLine,
  readOpml,
  streamCsv,
  unpackStream,
} from '../../src/intake/index.ts';
import { makePdf, pdfText } from '../../src/intake/testing/make-pdf.ts';
import { httpAnswer, newsPage, packed, warcRecord } from '../../src/intake/testing/make-warc.ts';

/** A parser, something that it reads, and how often it is asked for each round: slow ones less. */
export interface Target {
  readonly name: string;
  readonly sample: Uint8Array;
  readonly share: number;
  readonly parse: (bytes: Uint8Array) => Promise<unknown>;
}

async function* pieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 700) yield bytes.subarray(at, at + 700);
}

async function drain(items: AsyncIterable<unknown>): Promise<void> {
  for await (const _ of items);
}

const page = newsPage('Hill taken', 'Rebels took the hill &amp; the bridge on Saturday, a shopkeeper said.');
const text = (words: string): Uint8Array => Buffer.from(words);

const NEWSML = `<?xml version="1.0" encoding="UTF-8"?><newsMessage><itemSet><newsItem guid="urn:1" xml:lang="en"><itemMeta><provider qcode="x:y"><name>Ridge Wire</name></provider><versionCreated>2024-03-02T12:00:00Z</versionCreated><pubStatus qcode="stat:usable"/></itemMeta><contentMeta><headline>Hill</headline></contentMeta><contentSet><inlineXML><nitf><body><body.content><p>Rebels took the hill.</p></body.content></body></nitf></inlineXML></contentSet></newsItem></itemSet></newsMessage>`;
const MAIL =
  'From: "Desk" <desk@ridge.example>\r\nTo: you@desk.example\r\nSubject: =?utf-8?B?SGlsbA==?=\r\nDate: Sat, 02 Mar 2024 10:00:00 +0200\r\nMIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary="b"\r\n\r\n--b\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nRebels took=\r\n the hill =E2=80=93 again.\r\n--b\r\nContent-Type: text/html; charset=iso-8859-1\r\nContent-Transfer-Encoding: base64\r\n\r\nPHA+UmViZWxzPC9wPg==\r\n--b--\r\n';
const RSS = `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Ridge</title><ttl>30</ttl><item><title>Hill &amp;amp; bridge</title><link>/a</link><guid>g</guid><pubDate>Sat, 02 Mar 2024 10:00:00 GMT</pubDate><content:encoded><![CDATA[<p>${'Rebels took the hill. '.repeat(40)}</p>]]></content:encoded></item></channel></rss>`;
const ATOM = `<feed xmlns="http://www.w3.org/2005/Atom"><title>Ridge</title><entry><id>urn:1</id><title>Hill</title><link href="https://ridge.example/1"/><updated>2024-03-02T10:00:00Z</updated><content type="html">&lt;p&gt;x&lt;/p&gt;</content></entry></feed>`;
const JSON_FEED = JSON.stringify({
  version: 'https://jsonfeed.org/version/1.1',
  title: 'Ridge',
  items: [{ id: '1', url: 'https://ridge.example/1', content_html: '<p>x</p>', authors: [{ name: 'Ada' }] }],
});
const NINJS = JSON.stringify({
  uri: 'urn:1',
  headline: 'Hill',
  versioncreated: '2024-03-02T10:00:00Z',
  byline: 'By Ada Brook',
  headlines: [{ role: 'main', value: 'Hill' }],
  body_xhtml: '<p>Rebels took the hill.</p>',
});
const PDF = makePdf(
  [
    pdfText([
      [12, 72, 700, 'Rebels took the hill on Satur-'],
      [12, 72, 686, 'day, a shopkeeper said.'],
    ]),
  ],
  '/Title (Hill)',
);
const RECORD = JSON.stringify({
  id: '1',
  title: 'Hill',
  outlet: 'Ridge Post',
  published: '2024-03-02',
  text: 'Rebels took the hill.',
  authors: ['Ada'],
});

const warc = packed(
  warcRecord('warcinfo', '', 'x', 'application/warc-fields'),
  warcRecord(
    'response',
    'https://ridge.example/1',
    httpAnswer('5\r\n<p>a\n\r\n0\r\n\r\n', ['Transfer-Encoding: chunked']),
  ),
  warcRecord('response', 'https://ridge.example/2', httpAnswer(gzipSync(page), ['Content-Encoding: gzip'])),
);
const plainWarc = Buffer.concat([
  warcRecord('warcinfo', '', 'x', 'application/warc-fields'),
  warcRecord(
    'response',
    'https://ridge.example/1',
    httpAnswer('5\r\n<p>a\n\r\n0\r\n\r\n', ['Transfer-Encoding: chunked']),
  ),
]);

/** Every parser of what comes from outside. */
export const TARGETS: readonly Target[] = [
  {
    name: 'page',
    sample: text(page),
    share: 2,
    parse: bytes => readBytes(bytes, { address: 'https://ridge.example/a' }),
  },
  { name: 'NewsML', sample: text(NEWSML), share: 5, parse: bytes => readBytes(bytes) },
  { name: 'ninjs', sample: text(NINJS), share: 6, parse: bytes => readBytes(bytes) },
  { name: 'mail', sample: text(MAIL), share: 6, parse: bytes => readBytes(bytes) },
  { name: 'PDF', sample: PDF, share: 1, parse: bytes => readBytes(bytes) },
  {
    name: 'RSS',
    sample: text(RSS),
    share: 5,
    parse: bytes => readFeed(decodeText(bytes), 'https://ridge.example/feed'),
  },
  {
    name: 'Atom',
    sample: text(ATOM),
    share: 5,
    parse: bytes => readFeed(decodeText(bytes), 'https://ridge.example/feed'),
  },
  {
    name: 'JSON Feed',
    sample: text(JSON_FEED),
    share: 6,
    parse: bytes => readFeed(decodeText(bytes), 'https://ridge.example/feed'),
  },
  {
    name: 'OPML',
    sample: text(
      '<opml version="2.0"><body><outline text="a"><outline xmlUrl="https://ridge.example/feed"/></outline></body></opml>',
    ),
    share: 6,
    parse: bytes => readOpml(decodeText(bytes)),
  },
  { name: 'JSON line', sample: text(RECORD), share: 10, parse: bytes => readJsonLine(decodeText(bytes)) },
  {
    name: 'lines',
    sample: text(`${RECORD}\n${RECORD}\n`),
    share: 10,
    parse: bytes => drain(linesOf(pieces(bytes))),
  },
  {
    name: 'CSV',
    sample: text('title,text,published\n"Hill ""taken""","Rebels\ntook it",2024-03-02\nB,"c,d",\n'),
    share: 10,
    parse: bytes => drain(streamCsv(pieces(bytes))),
  },
  {
    name: 'WARC, packed',
    sample: warc,
    share: 8,
    parse: bytes => drain(archivedPages(unpackStream(pieces(bytes)))),
  },
  {
    name: 'WARC',
    sample: plainWarc,
    share: 10,
    parse: bytes => drain(archivedPages(unpackStream(pieces(bytes)))),
  },
  {
    name: 'robots.txt',
    sample: text('User-agent: *\nDisallow: /a*b$\nAllow: /a/b\nCrawl-delay: 3\n'),
    share: 10,
    parse: async bytes => parseRobots(decodeText(bytes), 'Dateline').allows('/a/b'),
  },
];

/** A generator of numbers from a seed (mulberry32): 0 up to 1. */
export function numbersFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Pieces that parsers stumble over. */
const STUMBLES = [
  '<',
  '>',
  '&',
  '"',
  "'",
  '\0',
  '\r\n',
  '\n\n',
  '=',
  '--b',
  ']]>',
  '<![CDATA[',
  '&#x0;',
  '&#1114112;',
  '\ufeff',
  '\ud800',
  '999999999999',
  '-1',
  '1e999',
  'Content-Length: 4294967296\r\n',
  'WARC/1.0\r\n',
  '{',
  '[',
  '}',
  '\\u',
  '%',
  'endobj',
  'stream',
  '<div>',
  '</p>',
  '<!--',
  '<?xml',
  '__proto__',
];

/** The sample with some bytes changed, cut out, doubled, moved or put in, as the numbers have it. */
export function mutate(sample: Uint8Array, random: () => number): Uint8Array {
  let bytes = Buffer.from(sample);
  const at = (): number => Math.floor(random() * (bytes.length + 1));
  for (let n = 1 + Math.floor(random() * 6); n > 0; n--) {
    const [from, to] = [at(), at()].sort((a, b) => a - b) as [number, number];
    const kind = Math.floor(random() * 6);
    if (kind === 0 && bytes.length > 0) bytes[Math.min(from, bytes.length - 1)] = Math.floor(random() * 256);
    else if (kind === 1)
      bytes = Buffer.concat([bytes.subarray(0, from), bytes.subarray(Math.min(to, from + 200))]);
    else if (kind === 2) {
      const piece = bytes.subarray(from, Math.min(to, from + 400));
      const times = Math.min(1 + Math.floor(random() * 50), Math.floor(20_000 / (piece.length + 1)));
      bytes = Buffer.concat([
        bytes.subarray(0, from),
        ...Array.from({ length: times }, () => piece),
        bytes.subarray(from),
      ]);
    } else if (kind === 3) {
      const stumble = Buffer.from(STUMBLES[Math.floor(random() * STUMBLES.length)]!);
      bytes = Buffer.concat([bytes.subarray(0, from), stumble, bytes.subarray(from)]);
    } else if (kind === 4) bytes = Buffer.from(bytes.subarray(0, from));
    else if (bytes.length > 0) {
      const bit = Math.min(from, bytes.length - 1);
      bytes[bit] = bytes[bit]! ^ (1 << Math.floor(random() * 8));
    }
  }
  return bytes;
}

export interface Fuzzed {
  readonly inputs: number;
  readonly refused: number;
  /** Of the input that took longest: milliseconds of the processor. */
  readonly slowest: number;
  /** Most memory above that at the start, in bytes. */
  readonly memory: number;
  /** What is neither read nor refused in one line: a bug. */
  readonly failures: readonly string[];
}

/** Hands every parser mutated inputs, `inputs` in all, the same ones for the same seed. */
export async function fuzz(inputs: number, seed: number): Promise<Fuzzed> {
  const random = numbersFrom(seed);
  const shares = TARGETS.reduce((sum, target) => sum + target.share, 0);
  const before = process.memoryUsage().rss;
  const failures: string[] = [];
  let done = 0,
    refused = 0,
    slowest = 0,
    memory = 0;
  for (const target of TARGETS)
    for (let n = Math.ceil((inputs * target.share) / shares); n > 0; n--) {
      const input = mutate(target.sample, random);
      const started = process.cpuUsage();
      try {
        await target.parse(input);
      } catch (error) {
        if (error instanceof IntakeError && !/\n/.test(error.message)) refused++;
        else if (failures.length < 10)
          failures.push(
            `${target.name}: ${(error as Error).stack ?? error}\n${Buffer.from(input).toString('base64').slice(0, 4000)}`,
          );
      }
      const { user, system } = process.cpuUsage(started);
      slowest = Math.max(slowest, (user + system) / 1000);
      if (++done % 200 === 0) memory = Math.max(memory, process.memoryUsage().rss - before);
    }
  return { inputs: done, refused, slowest, memory, failures };
}
