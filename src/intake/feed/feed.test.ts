import { expect, test } from 'vitest';
import { IntakeError, readFeed, readOpml } from '../index.ts';

const ADDRESS = 'https://ridge.example/feed.xml';
const LONG =
  'Rebels took the hill above the town on Saturday, a shopkeeper said, and the army left its post at noon. '.repeat(
    8,
  );

test('RSS: newest first, summaries told from articles, relative links, mail names', async () => {
  const feed = await readFeed(
    `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
    <channel><title>Ridge &amp; Post</title><ttl>30</ttl><language>en-gb</language>
    <item><title>Old</title><link>/old</link><guid isPermaLink="false">g-old</guid><pubDate>Fri, 01 Mar 2024 10:00:00 GMT</pubDate><description>Short.</description></item>
    <item><title>New &lt;b&gt;hill&lt;/b&gt;</title><link>https://ridge.example/new</link><pubDate>Sat, 02 Mar 2024 10:00:00 GMT</pubDate><dc:creator>Ada Brook</dc:creator>
      <description>Short.</description><content:encoded><![CDATA[<p>${LONG}</p><p>${LONG}</p>]]></content:encoded></item>
    <item><title>Cut</title><link>https://ridge.example/cut</link><pubDate>Fri, 01 Mar 2024 09:00:00 GMT</pubDate><author>ben@ridge.example (Ben Stone)</author><description>${LONG} Read more…</description></item>
    </channel></rss>`,
    ADDRESS,
  );
  expect(feed).toMatchObject({ title: 'Ridge & Post', wait: 1800 });
  expect(
    feed.items.map(({ text, ...item }) => ({ ...item, text: text?.split('\n\n').length ?? null })),
  ).toEqual([
    {
      id: 'https://ridge.example/new',
      link: 'https://ridge.example/new',
      title: 'New hill',
      published: '2024-03-02T10:00:00.000Z',
      updated: null,
      authors: ['Ada Brook'],
      language: 'en',
      text: 2,
    },
    {
      id: 'g-old',
      link: 'https://ridge.example/old',
      title: 'Old',
      published: '2024-03-01T10:00:00.000Z',
      updated: null,
      authors: [],
      language: 'en',
      text: null,
    },
    {
      id: 'https://ridge.example/cut',
      link: 'https://ridge.example/cut',
      title: 'Cut',
      published: '2024-03-01T09:00:00.000Z',
      updated: null,
      authors: ['Ben Stone'],
      language: 'en',
      text: null,
    },
  ]);
});

test('Atom, RDF and JSON Feed', async () => {
  const atom = await readFeed(
    `<feed xmlns="http://www.w3.org/2005/Atom"><title>Ridge</title><entry><id>urn:1</id><title type="html">Hill &amp;amp; bridge</title><link rel="self" href="x"/><link rel="alternate" href="https://ridge.example/1"/>
     <published>2024-03-02T10:00:00Z</published><updated>2024-03-02T11:00:00Z</updated><author><name>Ada Brook</name></author><summary>Short.</summary></entry></feed>`,
    ADDRESS,
  );
  expect(atom.items).toEqual([
    {
      id: 'urn:1',
      link: 'https://ridge.example/1',
      title: 'Hill & bridge',
      published: '2024-03-02T10:00:00Z',
      updated: '2024-03-02T11:00:00Z',
      authors: ['Ada Brook'],
      language: null,
      text: null,
    },
  ]);
  const rdf = await readFeed(
    `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="x"><title>Ridge</title><link>x</link></channel>
     <item rdf:about="https://ridge.example/1"><title>Hill</title><link>https://ridge.example/1</link><dc:date>2024-03-02T10:00:00Z</dc:date></item></rdf:RDF>`,
    ADDRESS,
  );
  expect(rdf.items[0]).toMatchObject({ id: 'https://ridge.example/1', published: '2024-03-02T10:00:00Z' });
  const json = await readFeed(
    JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'Ridge',
      items: [
        {
          id: '1',
          url: 'https://ridge.example/1',
          title: 'Hill',
          content_text: LONG,
          date_published: '2024-03-02T10:00:00Z',
          authors: [{ name: 'Ada Brook' }],
        },
      ],
    }),
    ADDRESS,
  );
  expect(json.items[0]).toMatchObject({ id: '1', text: LONG.trim(), authors: ['Ada Brook'] });
});

test('items without a web address or a text are left out', async () => {
  const feed = await readFeed(
    '<rss version="2.0"><channel><title>x</title><item><title>a</title><link>javascript:alert(1)</link></item><item><title>b</title></item></channel></rss>',
    ADDRESS,
  );
  expect(feed.items).toEqual([]);
});

test('OPML: folders opened, each feed once', async () => {
  expect(
    await readOpml(
      '<opml version="2.0"><body><outline text="Wires"><outline text="Ridge" xmlUrl="https://ridge.example/feed.xml"/></outline><outline title="Harbour" xmlUrl="https://harbour.example/atom"/><outline xmlUrl="https://ridge.example/feed.xml"/><outline xmlUrl="file:///etc/passwd"/></body></opml>',
    ),
  ).toEqual([
    { address: 'https://ridge.example/feed.xml', title: 'Ridge' },
    { address: 'https://harbour.example/atom', title: 'Harbour' },
  ]);
});

test.each(['', '<html></html>', '{"version":1}', '<rss>'])('%j is no feed', async text => {
  await expect(readFeed(text, ADDRESS)).rejects.toBeInstanceOf(IntakeError);
  await expect(readOpml(text)).rejects.toBeInstanceOf(IntakeError);
});

const item = (n: number): string =>
  `<item><title>Hill ${n}</title><guid>g${n}</guid><link>https://ridge.example/${n}</link></item>`;
const atom = (n: number): string =>
  `<entry><title>Hill ${n}</title><id>urn:${n}</id><link href="https://ridge.example/${n}"/></entry>`;

test.each([
  [
    'RSS',
    `<?xml version="1.0"?><rss version="2.0"><channel><title>Ridge</title>${item(1)}${item(2)}<item><title>Hi`,
  ],
  ['RSS in an element', `<rss version="2.0"><channel><title>Ridge</title>${item(1)}${item(2)}<item><tit`],
  [
    'Atom',
    `<feed xmlns="http://www.w3.org/2005/Atom"><title>Ridge</title>${atom(1)}${atom(2)}<entry><title>`,
  ],
])('%s that stops halfway gives the items that came whole, and says so', async (_, text) => {
  const feed = await readFeed(text, ADDRESS);
  expect(feed.items.map(i => i.title)).toEqual(['Hill 1', 'Hill 2']);
  expect(feed.brokenOff).toBe(true);
});

test('a whole feed is not broken off; one without a whole item is refused', async () => {
  const whole = `<rss version="2.0"><channel><title>Ridge</title>${item(1)}</channel></rss>\n`;
  expect((await readFeed(whole, ADDRESS)).brokenOff).toBe(false);
  await expect(
    readFeed('<rss version="2.0"><channel><title>Ridge</title><item><ti', ADDRESS),
  ).rejects.toThrow(IntakeError);
});

test('a feed that lies in a file keeps items with links of their own; one that leads nowhere keeps its words', async () => {
  const short = '<item><title>Mill</title><description>The mill fell on Monday.</description></item>';
  const text = `<rss version="2.0"><channel><title>Ridge</title>${item(1)}${short}</channel></rss>`;
  const { items } = await readFeed(text, 'feeds/ridge.xml');
  expect(items.map(i => [i.title, i.link, i.text])).toEqual([
    ['Hill 1', 'https://ridge.example/1', null],
    ['Mill', null, 'The mill fell on Monday.'],
  ]);
});
