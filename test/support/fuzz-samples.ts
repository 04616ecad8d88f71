import { gzipSync } from 'node:zlib';
import { makePdf, pdfText } from '../../src/intake/testing/make-pdf.ts';
import { httpAnswer, newsPage, packed, warcRecord } from '../../src/intake/testing/make-warc.ts';

/** Something that each parser reads. */
const bytes = (words: string): Uint8Array => Buffer.from(words);
const json = (value: unknown): Uint8Array => bytes(JSON.stringify(value));

const PAGE = newsPage('Hill taken', 'Rebels took the hill &amp; the bridge on Saturday, a shopkeeper said.');
const ARTICLE =
  '<p>Rebels took the hill on Saturday, a shopkeeper said.</p><p>The road to the north stayed shut until noon, and trucks waited at the bridge.</p>';
const LINKED = JSON.stringify({
  '@context': 'https://schema.org',
  '@graph': [
    {
      '@type': 'NewsArticle',
      headline: 'Hill taken',
      datePublished: '2024-03-02T10:00:00+02:00',
      dateModified: '2024-03-02T12:00:00+02:00',
      author: [{ '@id': '#ada' }],
      publisher: { '@type': 'Organization', name: 'Ridge Post' },
      articleBody: 'Rebels took the hill.',
    },
    { '@id': '#ada', '@type': 'Person', name: 'Ada Brook' },
  ],
});
const NITF =
  '<nitf><head><title>Hill</title></head><body><body.head><hedline><hl1>Hill taken</hl1></hedline><byline>By Ada Brook</byline><dateline><location>Ridge</location></dateline></body.head><body.content><p>Rebels took the hill.</p><p>Trucks waited.</p></body.content></body></nitf>';
const newsItem = (content: string): string =>
  `<newsItem guid="urn:1" xml:lang="en"><itemMeta><provider qcode="x:y"><name>Ridge Wire</name></provider><versionCreated>2024-03-02T12:00:00Z</versionCreated><pubStatus qcode="stat:usable"/></itemMeta><contentMeta><headline>Hill</headline><by>By Ada Brook</by></contentMeta><contentSet>${content}</contentSet></newsItem>`;
const RECORD = {
  id: '1',
  title: 'Hill',
  outlet: 'Ridge Post',
  published: '2024-03-02',
  text: 'Rebels took the hill.',
  authors: ['Ada'],
};
const CHUNKED = httpAnswer('5\r\n<p>a\n\r\n0\r\n\r\n', ['Transfer-Encoding: chunked']);
const INFO = warcRecord('warcinfo', '', 'x', 'application/warc-fields');
const FIRST = warcRecord('response', 'https://ridge.example/1', CHUNKED);

export const SAMPLES = {
  page: bytes(PAGE),
  linked: bytes(
    `<!doctype html><html><head><script type="application/ld+json">${LINKED}</script></head><body><article>${ARTICLE}</article></body></html>`,
  ),
  microdata: bytes(
    `<!doctype html><html><body><article itemscope itemtype="https://schema.org/NewsArticle"><h1 itemprop="headline">Hill taken</h1><span itemprop="author" itemscope><b itemprop="name">Ada Brook</b></span><time itemprop="datePublished" datetime="2024-03-02T10:00:00Z">Saturday</time><meta itemprop="dateModified" content="2024-03-02T12:00:00Z"><div itemprop="publisher" itemscope><meta itemprop="name" content="Ridge Post"></div>${ARTICLE}</article></body></html>`,
  ),
  newsml: bytes(
    `<?xml version="1.0" encoding="UTF-8"?><newsMessage><itemSet>${newsItem(`<inlineXML>${NITF}</inlineXML>`)}</itemSet></newsMessage>`,
  ),
  newsmlXhtml: bytes(
    newsItem(
      `<inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><body>${ARTICLE}</body></html></inlineXML><inlineData contenttype="text/plain">Rebels took the hill.</inlineData>`,
    ),
  ),
  nitf: bytes(`<?xml version="1.0"?>${NITF}`),
  ninjs: json({
    uri: 'urn:1',
    headline: 'Hill',
    versioncreated: '2024-03-02T10:00:00Z',
    byline: 'By Ada Brook',
    pubstatus: 'usable',
    body_xhtml: '<p>Rebels took the hill.</p>',
  }),
  ninjs3: json({
    uri: 'urn:1',
    standard: { name: 'ninjs', version: '3.0' },
    headlines: [{ role: 'main', value: 'Hill' }],
    bylines: [{ value: 'By Ada Brook' }],
    contentCreated: '2024-03-02T10:00:00Z',
    bodies: [
      { contentType: 'text/html', value: '<p>Rebels took the hill.</p>' },
      { contentType: 'text/plain', value: 'Rebels took the hill.' },
    ],
  }),
  mail: bytes(
    'From: "Desk" <desk@ridge.example>\r\nTo: you@desk.example\r\nSubject: =?utf-8?B?SGlsbA==?=\r\nDate: Sat, 02 Mar 2024 10:00:00 +0200\r\nMIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary="b"\r\n\r\n--b\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nRebels took=\r\n the hill =E2=80=93 again.\r\n--b\r\nContent-Type: text/html; charset=iso-8859-1\r\nContent-Transfer-Encoding: base64\r\n\r\nPHA+UmViZWxzPC9wPg==\r\n--b--\r\n',
  ),
  pdf: makePdf(
    [
      pdfText([
        [12, 72, 700, 'Rebels took the hill on Satur-'],
        [12, 72, 686, 'day, a shopkeeper said.'],
      ]),
    ],
    '/Title (Hill)',
  ),
  rss: bytes(
    `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Ridge</title><ttl>30</ttl><item><title>Hill &amp;amp; bridge</title><link>/a</link><guid>g</guid><pubDate>Sat, 02 Mar 2024 10:00:00 GMT</pubDate><content:encoded><![CDATA[<p>${'Rebels took the hill. '.repeat(40)}</p>]]></content:encoded></item></channel></rss>`,
  ),
  rdf: bytes(
    '<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="https://ridge.example/"><title>Ridge</title><link>https://ridge.example/</link><items><rdf:Seq><rdf:li rdf:resource="https://ridge.example/1"/></rdf:Seq></items></channel><item rdf:about="https://ridge.example/1"><title>Hill</title><link>https://ridge.example/1</link><dc:creator>Ada Brook</dc:creator><dc:date>2024-03-02T10:00:00Z</dc:date><description>Rebels took the hill.</description></item></rdf:RDF>',
  ),
  atom: bytes(
    '<feed xmlns="http://www.w3.org/2005/Atom"><title>Ridge</title><entry><id>urn:1</id><title>Hill</title><link href="https://ridge.example/1"/><updated>2024-03-02T10:00:00Z</updated><content type="html">&lt;p&gt;x&lt;/p&gt;</content></entry></feed>',
  ),
  jsonFeed: json({
    version: 'https://jsonfeed.org/version/1.1',
    title: 'Ridge',
    items: [
      { id: '1', url: 'https://ridge.example/1', content_html: '<p>x</p>', authors: [{ name: 'Ada' }] },
    ],
  }),
  opml: bytes(
    '<opml version="2.0"><body><outline text="a"><outline xmlUrl="https://ridge.example/feed"/></outline></body></opml>',
  ),
  record: json(RECORD),
  records: bytes(`${JSON.stringify(RECORD)}\n`.repeat(2)),
  named: json({
    Headline: 'Hill',
    Body: 'Rebels took the hill.',
    Day: '2024-03-02',
    Byline: 'Ada Brook',
    Link: 'https://ridge.example/1',
  }),
  csv: bytes('title,text,published\n"Hill ""taken""","Rebels\ntook it",2024-03-02\nB,"c,d",\n'),
  table: bytes(
    'Headline;Body;Day;Byline;Link\n"Hill ""taken""";"Rebels\ntook it";2 Mar 2024 10:00;Ada Brook and Ben Hill;https://ridge.example/1\nB;"c;d";2024-03-03;;\n',
  ),
  columnMap: bytes('title=Headline,text=Body,published=Day,authors=Byline'),
  robots: bytes('User-agent: *\nDisallow: /a*b$\nAllow: /a/b\nCrawl-delay: 3\n'),
  warc: packed(
    INFO,
    FIRST,
    warcRecord('response', 'https://ridge.example/2', httpAnswer(gzipSync(PAGE), ['Content-Encoding: gzip'])),
  ),
  plainWarc: Buffer.concat([INFO, FIRST]),
  geonames: bytes(
    '1\tArvo\tArvo\tArwo,Arvoh\t34.5\t69.2\tP\tPPLA\tAF\t\t13\t\t\t\t4400\t\t1791\tAsia/Kabul\t2024-03-02\n2\tBelm\tBelm\t\t34.1\t69.9\tP\tPPL\tAF\t\t13\t\t\t\t0\t\t\tAsia/Kabul\t2024-03-02\n',
  ),
  boundaries: json({
    type: 'FeatureCollection',
    features: [
      {
        type: 'Feature',
        properties: { ADM1_EN: 'Arvo', ADM0_PCODE: 'AF' },
        geometry: {
          type: 'Polygon',
          coordinates: [
            [
              [69, 34],
              [70, 34],
              [70, 35],
              [69, 34],
            ],
          ],
        },
      },
    ],
  }),
} as const;
