import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type LocalLedger, openLedger } from '../src/dateline.ts';
import { createApp, LOCAL_GUEST } from '../src/http/index.ts';
import type { Asker, Sitrep, SitrepFileQuery } from '../src/model/index.ts';
import { makeLedgerDirectory, removeDirectories } from './support/pglite.ts';

const REPORTS = [
  {
    title: 'Farah falls',
    outlet: 'Ridge Post',
    published: '2021-08-10',
    url: 'https://ridge.example/farah',
    text: 'The Taliban captured the city of Farah on Tuesday, a member of the provincial council told Ridge Post.\n\nOmid Rahmani, a resident of Farah, said that at least 12 civilians were killed in Farah on Tuesday. About 2,000 people fled Farah on Tuesday, the United Nations said.',
  },
  {
    title: 'Ministry speaks of <script>alert(1)</script>',
    outlet: 'Harbour Wire',
    published: '2021-08-11',
    url: 'javascript:alert(1)',
    text: 'The Taliban have not captured Farah, the Afghan defence ministry said on Wednesday.',
  },
];
const desk: Asker = { id: 'desk', name: 'The desk', role: 'analyst', withhold: true };
const WHEN = { from: '2021-08-09', to: '2021-08-12', country: 'AF' } as const;

let ledger: LocalLedger, sitrep: Sitrep;
beforeAll(async () => {
  const opened = await openLedger({
    database: await makeLedgerDirectory(),
    now: () => '2021-08-20T12:00:00.000Z',
  });
  if (opened.kind !== 'local') throw new Error('the ledger is held by another process');
  ledger = opened;
  await ledger.add(desk, REPORTS);
  sitrep = await ledger.sitrep(desk, WHEN);
}, 300_000);
afterAll(async () => {
  await ledger.close();
  removeDirectories();
});

async function fileOf(query: Omit<SitrepFileQuery, 'from' | 'to'>, by = desk): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of (await ledger.sitrepFile(by, { ...WHEN, ...query })).bytes) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** The text of a PDF as another reader finds it, page by page, and how many pages it has. */
async function readPdf(bytes: Uint8Array): Promise<{ text: string; pages: number; title: unknown }> {
  const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const loading = pdfjs.getDocument({ data: new Uint8Array(bytes), useSystemFonts: false, verbosity: 0 });
  const document = await loading.promise;
  let text = '';
  for (let n = 1; n <= document.numPages; n++) {
    const { items } = await (await document.getPage(n)).getTextContent();
    text += `${items.map(item => ('str' in item ? item.str : '')).join(' ')}\n`;
  }
  const { info } = await document.getMetadata();
  await loading.destroy();
  return {
    text: text.replace(/\s+/g, ' '),
    pages: document.numPages,
    title: (info as { Title?: string }).Title,
  };
}

describe('the report', () => {
  test('tells what changed, with the words and the numbered report', () => {
    const [change] = sitrep.changes;
    expect(change?.text).toMatch(/^Farah (?:fell to|was held by) the Taliban (?:on|from) 10 August/);
    const evidence = change!.evidence.find(e => e.stance === 'for')!;
    expect(evidence.quote).toContain('captured the city of Farah');
    expect(sitrep.sources.find(s => s.n === evidence.source)).toMatchObject({
      outlet: 'Ridge Post',
      title: 'Farah falls',
    });
  });

  test('every sentence but a summary of nothing stands on words that are in the reports', async () => {
    const texts = REPORTS.flatMap(r => [r.text, r.title]).map(t => t.replace(/\s+/g, ' '));
    const all = [...sitrep.summary, ...sitrep.changes, ...sitrep.disputed, ...sitrep.figures];
    expect(all.length).toBeGreaterThan(4);
    for (const sentence of all) {
      expect(sentence.evidence.length, sentence.text).toBeGreaterThan(0);
      for (const { quote, source } of sentence.evidence) {
        const pattern = quote.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll('█', '.');
        expect(
          texts.some(t => new RegExp(pattern).test(t)),
          quote,
        ).toBe(true);
        expect(sitrep.sources.some(s => s.n === source)).toBe(true);
      }
    }
  });

  test('says what is disputed, with the word against it', () => {
    const against = sitrep.disputed.flatMap(s => s.evidence).filter(e => e.stance === 'against');
    expect(against.some(e => /have not captured Farah/.test(e.quote))).toBe(true);
  });

  test('gives figures with their ranges', () => {
    const killed = sitrep.figures.find(f => f.term === 'killed');
    expect(killed).toMatchObject({ low: 12, high: null, place: 'Farah', who: 'civilians' });
    expect(killed?.text).toMatch(
      /^At least 12 civilians were killed in Farah on 10 August 2021, according to/,
    );
    expect(sitrep.figures.find(f => f.term === 'fled')).toMatchObject({ low: 2000 });
  });

  test('has the map of its last day', () => {
    expect(sitrep.map.areas).toHaveLength(34);
    expect(sitrep.map.points.find(p => p.name === 'Farah')).toMatchObject({ changed: true });
    expect(sitrep.map.sides.map(s => s.name)).toContain('Taliban');
  });

  test('masks private persons unless it is asked otherwise', async () => {
    expect(JSON.stringify(sitrep)).not.toMatch(/Omid|Rahmani/);
    for (const format of ['md', 'html'] as const)
      expect((await fileOf({ format })).toString('utf8')).not.toMatch(/Omid|Rahmani/);
    expect(JSON.stringify(await ledger.sitrep({ ...desk, withhold: false }, WHEN))).toMatch(/Omid Rahmani/);
  });

  test('what was not known yet is not in it', async () => {
    const early = await ledger.sitrep(desk, { ...WHEN, knownAt: '2021-08-10' });
    expect(early.changes).toHaveLength(sitrep.changes.length);
    expect(JSON.stringify(early)).not.toMatch(/have not captured/);
    expect((await ledger.sitrep(desk, { ...WHEN, knownAt: '2021-08-09' })).changes).toEqual([]);
  });

  test('refuses days that make no sense', async () => {
    await expect(ledger.sitrep(desk, { from: '2021-08-12', to: '2021-08-09' })).rejects.toThrow(
      'ends before it begins',
    );
    await expect(ledger.sitrep(desk, { from: '2021-02-31', to: '2021-08-09' })).rejects.toThrow('2021-02-31');
  });
});

describe('as a file', () => {
  test('Markdown has each section, sentence and source', async () => {
    const md = (await fileOf({ format: 'md' })).toString('utf8');
    for (const head of [
      '# Afghanistan',
      '## In brief',
      '## What changed',
      '## What is disputed',
      '## Sources',
    ])
      expect(md).toContain(head);
    expect(md).toContain(`- ${sitrep.changes[0]!.text}`);
    expect(md).toContain('](<https://ridge.example/farah>)');
    expect(md).not.toContain('<script>');
    expect(md).not.toMatch(/\]\(<?javascript:/);
  });

  test('HTML is whole in itself and runs nothing', async () => {
    const html = (await fileOf({ format: 'html' })).toString('utf8');
    const { document } = parseHTML(html);
    expect(document.querySelectorAll('script')).toHaveLength(0);
    const addresses = [...document.querySelectorAll('[href], [src]')].map(
      e => e.getAttribute('href') ?? e.getAttribute('src') ?? '',
    );
    expect(addresses.filter(a => !a.startsWith('#'))).toEqual(['https://ridge.example/farah']);
    expect(html).not.toMatch(/url\(\s*['"]?http|@import/);
    for (const a of document.querySelectorAll('a.ref'))
      expect(document.getElementById(a.getAttribute('href')!.slice(1)), a.outerHTML).not.toBeNull();
    expect(document.querySelector('svg')?.querySelectorAll('path').length).toBeGreaterThanOrEqual(34);
    const ids = [...document.querySelectorAll('[id]')].map(e => e.id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('PDF is read by another reader: sentences, sources, title', async () => {
    const bytes = await fileOf({ format: 'pdf' });
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
    const { text, pages, title } = await readPdf(bytes);
    expect(pages).toBeGreaterThan(0);
    expect(title).toBe('Afghanistan: 9 to 12 August 2021');
    expect(text).toContain(sitrep.changes[0]!.text);
    expect(text).toContain('Ridge Post. Farah falls. 10 August 2021');
    expect(text).not.toMatch(/Omid|Rahmani/);
    expect(bytes.includes('/StructTreeRoot')).toBe(true);
    expect(await fileOf({ format: 'pdf' })).toEqual(bytes);
  }, 300_000);
});

describe('an editor', () => {
  test('changes words, drops sentences, adds a note; what a sentence stands on stays', async () => {
    const id = sitrep.changes[0]!.id;
    const edits = {
      note: 'Checked by the desk.',
      sentences: [
        { id, text: 'Farah was lost.' },
        { id: sitrep.figures[0]!.id, drop: true },
      ],
    };
    const md = (await fileOf({ format: 'md', edits, knownAt: sitrep.knownAt })).toString('utf8');
    expect(md).toContain('> Checked by the desk.');
    expect(md).toContain('- Farah was lost. *(edited)*\n  - “The Taliban captured the city of Farah');
    expect(md).not.toContain(sitrep.figures[0]!.text);
    await expect(
      ledger.sitrepFile(desk, {
        ...WHEN,
        format: 'md',
        edits: { sentences: [{ id: 'change:x:1', text: 'y' }] },
      }),
    ).rejects.toThrow('no sentence "change:x:1"');
  });

  test('names and quotations in any script are set, from right to left where they run so', async () => {
    const id = sitrep.changes[0]!.id;
    const words = 'فراه (Farah) ፋራህ Фарах ফারাহ ফারাহ फ़राह ფარა Ֆարահ Tāluqān';
    const bytes = await fileOf({
      format: 'pdf',
      edits: { note: 'كابل وقندهار', sentences: [{ id, text: words }] },
    });
    const { text } = await readPdf(bytes);
    for (const word of ['Фарах', 'ფარა', 'Ֆարահ', 'ፋራህ', 'Farah']) expect(text).toContain(word);
    expect(text.replace(/\s/g, '')).toContain('Tāluqān');
    const odd = await fileOf({ format: 'pdf', edits: { note: 'Kokang 果' } });
    expect((await readPdf(odd)).text).toContain('[U+679C]');
  }, 300_000);
});

test('over HTTP: the structure, and a file with an editor’s words', async () => {
  const app = createApp(ledger, {
    hosts: null,
    token: () => null,
    guest: LOCAL_GUEST,
    version: '0',
    read: async () => {
      throw new Error('nothing is read here');
    },
  });
  const got = await app.request('/api/sitrep?from=2021-08-09&to=2021-08-12&country=AF');
  expect(got.status).toBe(200);
  const structure = (await got.json()) as Sitrep;
  expect(structure.changes).toEqual(sitrep.changes);
  expect(JSON.stringify(structure)).not.toMatch(/Rahmani/);
  const posted = await app.request('/api/sitrep', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...WHEN, format: 'md', edits: { title: 'The week in Farah' } }),
  });
  expect(posted.headers.get('content-type')).toMatch(/^text\/markdown/);
  expect(posted.headers.get('content-disposition')).toContain('situation-report-AF-2021-08-09-2021-08-12.md');
  expect(await posted.text()).toMatch(/^# The week in Farah\n/);
  const wrong = await app.request('/api/export/xml');
  expect(wrong.status).toBe(400);
  const csv = await app.request('/api/export/acled?country=AF');
  expect(csv.headers.get('content-disposition')).toContain('dateline-acled-AF.csv');
  expect(await csv.text()).toMatch(/^event_id_cnty,event_date,/);
});
