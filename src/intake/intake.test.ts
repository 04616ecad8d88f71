import { describe, expect, test } from 'vitest';
import {
  decodeText,
  IntakeError,
  linesOf,
  readBytes,
  readRecord,
  readRecordLine,
  sniffFormat,
} from './index.ts';

const utf8 = (text: string): Uint8Array => Buffer.from(text, 'utf8');

describe('decodeText', () => {
  test.each([
    ['UTF-8', utf8('Laukkai – “taken”')],
    ['UTF-8 with a mark', Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), utf8('Laukkai – “taken”')])],
    ['UTF-16 LE with a mark', Buffer.from('\ufeffLaukkai – “taken”', 'utf16le')],
    ['UTF-16 BE with a mark', Buffer.from('\ufeffLaukkai – “taken”', 'utf16le').swap16()],
    ['UTF-16 LE without', Buffer.from('Laukkai – “taken”', 'utf16le')],
    [
      'Windows-1252',
      Buffer.from([...Buffer.from('Laukkai '), 0x96, 0x20, 0x93, ...Buffer.from('taken'), 0x94]),
    ],
  ])('%s', (_, bytes) => {
    expect(decodeText(bytes)).toBe('Laukkai – “taken”');
  });

  test('keeps line ends and spaces as they are', () => {
    expect(decodeText(utf8(' a\r\n\r\n b \n'))).toBe(' a\r\n\r\n b \n');
  });
});

test.each([
  ['', 'empty'],
  [' \n\t ', 'empty'],
  ['%PDF-1.7 …', 'pdf'],
  ['\u0000\u0001\u0002\u0003MZ\u0000\u0000', 'binary'],
  ['<!doctype html><title>x</title>', 'page'],
  ['<?xml version="1.0"?>\n<rss version="2.0"/>', 'feed'],
  ['{"text":"a"}\n{"text":"b"}\n', 'json-lines'],
  ['{"text":"a"}\n{"text"\n', 'json-lines'],
  ['{\n "text": "a"\n}', 'json'],
  ['[{"text":"a"}]', 'json'],
  ['[Kabul] Fighting went on.', 'text'],
  ['Fighting went on.', 'text'],
])('sniffFormat %j → %s', (text, format) => {
  expect(sniffFormat(utf8(text))).toBe(format);
});

describe('readBytes', () => {
  test('keeps a plain text whole', async () => {
    const text = 'Sarmada falls\r\n\r\n  Rebels took it on Tuesday.\n';
    expect(await readBytes(utf8(text))).toEqual([{ text, url: null }]);
  });

  test.each([
    ['an empty file', '', 'it is empty'],
    ['a PDF', '%PDF-1.4\n%âãÏÓ', 'the PDF cannot be read'],
    ['a binary', '\u0000\u0001\u0002\u0003\u0004\u0005', 'it is binary'],
    ['an empty page', '<html><body></body></html>', 'the page has no article text'],
    ['a text too long', 'x'.repeat(1_000_001), 'its text has 1,000,001 characters'],
  ])('refuses %s', async (_, text, why) => {
    await expect(readBytes(utf8(text))).rejects.toThrow(why);
    await expect(readBytes(utf8(text))).rejects.toBeInstanceOf(IntakeError);
  });

  test('takes the article out of a page, with what the page says of itself', async () => {
    const paragraphs = Array.from(
      { length: 6 },
      (_, i) =>
        `<p>Paragraph ${i}: rebels took the hill above the town, a shopkeeper said, and the army left its post at noon.</p>`,
    ).join('\n');
    const page = `<!doctype html><html lang="en"><head><title>Hill taken | Ridge Post</title>
      <meta property="og:site_name" content="Ridge Post"><link rel="canonical" href="/2024/hill">
      <script type="application/ld+json">{"@type":"NewsArticle","headline":"Hill taken","datePublished":"2024-03-02T10:00:00+02:00","publisher":{"name":"The Ridge Post"}}</script>
      </head><body><nav><a href="/">Home</a> <a href="/w">World</a></nav><article><h1>Hill taken</h1>${paragraphs}</article>
      <footer>Subscribe now</footer></body></html>`;
    const [report] = await readBytes(utf8(page), { address: 'https://ridge.example/2024/hill?utm=1' });
    expect(report).toMatchObject({
      title: 'Hill taken',
      outlet: 'The Ridge Post',
      published: '2024-03-02T10:00:00+02:00',
      url: 'https://ridge.example/2024/hill',
    });
    expect(report!.text.split('\n\n').filter(p => p.startsWith('Paragraph'))).toHaveLength(6);
    expect(report!.text).not.toContain('Subscribe');
  });

  test('a page of 5 MB gives its article', async () => {
    const article =
      '<p>Rebels took the hill above the town on Tuesday, a shopkeeper said, and the army left its post.</p>'.repeat(
        9,
      );
    const page = `<html><body><script>${'x'.repeat(5_000_000)}</script><article>${article}</article></body></html>`;
    const [report] = await readBytes(utf8(page));
    expect(report!.text.length).toBeLessThan(2000);
  });
});

describe('readRecord', () => {
  test('takes the fields of a report', () => {
    expect(readRecord({ id: 7, title: null, text: 'a', extra: 1, published: '2024-03-02' })).toEqual({
      id: '7',
      text: 'a',
      published: '2024-03-02',
    });
  });

  test.each([
    ['[]', 'not a report'],
    ['{', 'not JSON: {'],
    ['{"title":"x"}', 'the report has no "text"'],
    ['{"text":5}', '"text" is 5'],
    ['{"text":"a","title":["x"]}', '"title" is ["x"]'],
    ['{"text":"a","published":"31/02/2024"}', 'the publication date "31/02/2024" cannot be read'],
  ])('%s → %s', (line, why) => {
    expect(() => readRecordLine(line)).toThrow(why);
  });
});

test('linesOf counts every line, joins chunks, and lets a line go that is too long', async () => {
  async function* chunks() {
    yield Buffer.from('\ufeffa\r\n\nb');
    yield Buffer.from('c\n');
    yield Buffer.from('x'.repeat(60));
    yield Buffer.from(`${'x'.repeat(60)}\nlast`);
  }
  const lines = [];
  for await (const line of linesOf(chunks(), 100)) lines.push(line);
  expect(lines).toEqual([
    { number: 1, text: 'a' },
    { number: 3, text: 'bc' },
    { number: 4, text: '', tooLong: true },
    { number: 5, text: 'last' },
  ]);
});
