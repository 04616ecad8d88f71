import { expect, test } from 'vitest';
import { readPage } from '../index.ts';

const body = `<article><h1>Hill taken</h1>${'<p>Rebels took the hill above the town on Saturday, a shopkeeper said, and the army left its post at noon.</p>'.repeat(6)}</article>`;
const page = (head: string, content = body) =>
  readPage(
    `<!doctype html><html lang="en"><head>${head}</head><body>${content}</body></html>`,
    'https://www.ridge.example/a?utm=1',
  );
const ld = (data: unknown) => `<script type="application/ld+json">${JSON.stringify(data)}</script>`;

test('JSON-LD: a graph, authors by reference, the update', async () => {
  const read = await page(
    ld({
      '@graph': [
        {
          '@type': 'WebPage',
          mainEntity: {
            '@type': 'NewsArticle',
            headline: 'Hill taken',
            datePublished: '2024-03-02T10:00:00Z',
            dateModified: '2024-03-02T15:00:00Z',
            author: [{ '@id': '#ada' }, { '@type': 'Person', name: 'Ben Stone' }],
            publisher: { '@id': '#post' },
          },
        },
        { '@id': '#ada', '@type': 'Person', name: 'Ada Brook' },
        { '@id': '#post', '@type': 'NewsMediaOrganization', name: 'The Ridge Post' },
      ],
    }) + '<meta property="og:site_name" content="Other">',
  );
  expect(read).toMatchObject({
    title: 'Hill taken',
    outlet: 'The Ridge Post',
    published: '2024-03-02T10:00:00Z',
    updated: '2024-03-02T15:00:00Z',
    authors: ['Ada Brook', 'Ben Stone'],
  });
});

test('OpenGraph and its like', async () => {
  const read = await page(
    '<meta property="og:title" content="Hill taken"><meta property="og:site_name" content="Ridge Post"><meta property="article:published_time" content="2024-03-02T10:00:00+0200"><meta property="article:modified_time" content="2024-03-02T12:00:00+0200"><meta property="article:author" content="https://ridge.example/ada"><meta name="author" content="Ada Brook"><link rel="canonical" href="/hill">',
  );
  expect(read).toMatchObject({
    title: 'Hill taken',
    outlet: 'Ridge Post',
    published: '2024-03-02T10:00:00+02:00',
    updated: '2024-03-02T12:00:00+02:00',
    authors: ['Ada Brook'],
    url: 'https://www.ridge.example/hill',
  });
});

test('microdata', async () => {
  const read = await page(
    '',
    `<div itemscope itemtype="https://schema.org/NewsArticle"><h1 itemprop="headline">Hill taken</h1><span itemprop="author" itemscope><span itemprop="name">Ada Brook</span></span>
     <time itemprop="datePublished" datetime="2024-03-02T10:00:00Z">2 March</time><meta itemprop="dateModified" content="2024-03-03T10:00:00Z"><div itemprop="publisher" itemscope><meta itemprop="name" content="Ridge Post"></div>${body}</div>`,
  );
  expect(read).toMatchObject({
    title: 'Hill taken',
    outlet: 'Ridge Post',
    published: '2024-03-02T10:00:00Z',
    updated: '2024-03-03T10:00:00Z',
    authors: ['Ada Brook'],
  });
});

test('the page itself, where it says nothing in data: no date is guessed', async () => {
  const read = await page(
    '<title>Hill taken</title>',
    body.replace('<h1>', '<a rel="author" href="/ada">Ada Brook</a><h1>'),
  );
  expect(read).toMatchObject({
    title: 'Hill taken',
    outlet: 'ridge.example',
    published: null,
    updated: null,
    authors: ['Ada Brook'],
  });
});

test('a page that a script fills: the text that its data carries', async () => {
  const articleBody = 'Rebels took the hill above the town on Saturday, a shopkeeper said. '
    .repeat(10)
    .trim();
  const read = await page(
    ld({ '@type': 'NewsArticle', headline: 'Hill', articleBody }),
    '<div id="app">Please enable JavaScript.</div>',
  );
  expect(read.text).toBe(articleBody);
});

test.each([
  ['Hill taken | Ridge Post', 'Hill taken'],
  ['Hill taken \u2013 ridge post', 'Hill taken'],
  ['A day at the Ridge Post', 'A day at the Ridge Post'],
])('the title %j is %j', async (title, bare) => {
  const read = await page(
    `<meta property="og:title" content="${title}"><meta property="og:site_name" content="Ridge Post">`,
  );
  expect(read.title).toBe(bare);
});

test('markup nested without end, and broken data, do no harm', async () => {
  for (const depth of [3000, 2_000_000])
    await expect(readPage(`<body>${'<div>'.repeat(depth)}x`, null)).rejects.toThrow(
      'nested deeper than any article',
    );
  const read = await page(
    `<script type="application/ld+json">{"@type":</script><script type="application/ld+json">${'['.repeat(5000)}</script><meta property="og:title" content="Hill">`,
  );
  expect(read.title).toBe('Hill');
});
