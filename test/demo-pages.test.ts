import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { readBaseline } from '../src/cli/baseline.ts';
import { type LocalLedger, openLedger, read } from '../src/dateline.ts';
import { type Serving, serve } from '../src/http/index.ts';
import type { Asker, ReportInput } from '../src/model/index.ts';
import { findBarriers } from './support/axe.ts';
import { launchBrowser, layoutShift, settled, type Visit, visit } from './support/browser.ts';
import { ensurePages } from './support/built-pages.ts';
import { makeLedgerDirectory, removeDirectories } from './support/pglite.ts';

/** The pages on the real server and the real record: what `npm start` shows, as a reader goes through it. */

vi.setConfig({ testTimeout: 90_000, hookTimeout: 180_000, expect: { poll: { timeout: 15_000 } } });

const SAMPLE = join(import.meta.dirname, '../collections/afghanistan-2021');
const DESK: Asker = { id: 'desk', name: 'The desk', role: 'administrator', withhold: false };
const FARAH = 'gn:1142264';
/** Where pictures go, for a person to look at; none are taken where it is not set. */
const PICTURES = process.env.DATELINE_PICTURES;

let browser: Browser, ledger: LocalLedger, serving: Serving, seen: Visit, page: Page;

beforeAll(async () => {
  await ensurePages();
  ledger = (await openLedger({ database: await makeLedgerDirectory(), demo: true })) as LocalLedger;
  const { baseline } = JSON.parse(readFileSync(join(SAMPLE, 'collection.json'), 'utf8'));
  const rows = await readBaseline(join(SAMPLE, baseline.file), ledger, DESK);
  await ledger.decide(
    DESK,
    { kind: 'baseline', name: baseline.name, rows },
    baseline.why,
    `${baseline.known}T00:00:00.000Z`,
  );
  const folder = join(SAMPLE, 'dispatches');
  const dispatches = readdirSync(folder)
    .filter(name => name.endsWith('.json'))
    .map(name => JSON.parse(readFileSync(join(folder, name), 'utf8')) as ReportInput);
  await ledger.add(DESK, dispatches);
  serving = await serve(ledger, {
    port: 0,
    host: '127.0.0.1',
    version: '0.0.0',
    webRoot: join(import.meta.dirname, '../dist/web'),
    read: async input => ({ reading: await read(input) }),
  });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await serving?.stop(100);
  await ledger?.close();
  removeDirectories();
});

const textOf = async (of = 'body'): Promise<string> =>
  ((await page.evaluate(`document.querySelector('${of}').innerText`)) as string).replace(/\s+/g, ' ');

async function open(path: string, name: string): Promise<void> {
  await page.goto(serving.address + path);
  await settled(page);
  if (PICTURES) await page.screenshot({ path: join(PICTURES, `demo-${name}.png`) });
}

for (const width of [1280, 390] as const)
  test(`from the map to the words, at ${width} pixels`, async () => {
    seen = await visit(browser, serving.address, { width });
    ({ page } = seen);

    await open('/?at=2021-08-10&knownAt=2021-08-10', `map-${width}`);
    await expect.poll(() => textOf()).toContain('Farah fell to the Taliban');
    if (width === 1280) {
      await page.locator('.handle-at').focus();
      await page.keyboard.press('ArrowLeft');
      await expect.poll(() => page.url()).toContain('at=2021-08-09');
      await expect.poll(() => textOf('.panel')).not.toContain('Farah fell to the Taliban');
    }

    await open(`/?view=place&place=${FARAH}`, `place-${width}`);
    const place = await textOf();
    for (const said of ['Farah', 'How belief changed', 'captured the western city of Farah on Tuesday'])
      expect(place).toContain(said);

    await page.locator('.quote-link').first().click();
    await page.locator('mark.words-chosen').waitFor();
    await settled(page);
    if (PICTURES) await page.screenshot({ path: join(PICTURES, `demo-report-${width}.png`) });
    expect(await textOf('mark.words-chosen')).toContain('Farah');

    await open('/?view=discrepancies', `discrepancies-${width}`);
    await expect.poll(() => textOf()).toContain('Taloqan was taken by the Taliban on 8 August');
    await open('/?view=reports', `reports-${width}`);
    await expect.poll(() => textOf()).toContain('copy of');
    await open('/', `first-${width}`);

    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
    expect(seen.outward).toEqual([]);
    expect(seen.errors).toEqual([]);
    await seen.context.close();
  });

test('every page, on a phone and dark: no barrier, no shift, no error, nothing outward; the policy is strict and kept', async () => {
  seen = await visit(browser, serving.address, { width: 390, dark: true });
  ({ page } = seen);
  const reports = (await page.evaluate("fetch('/api/reports').then(r => r.json())")) as {
    id: string;
    copyOf: string | null;
  }[];
  const copy = reports.find(r => r.copyOf != null)!.id;
  const views = [
    '/?at=2021-08-12&knownAt=2021-08-12&from=2021-08-10',
    '/?view=today',
    '/?view=discrepancies',
    '/?view=review',
    '/?view=reports',
    `/?view=report&report=${copy}`,
    `/?view=place&place=${FARAH}`,
    '/?view=side&side=taliban',
    '/?view=figures',
    '/?view=sitrep',
    '/?view=search&q=farah',
    '/?view=add',
  ];
  const wrong: unknown[] = [];
  for (const view of views) {
    const response = (await page.goto(serving.address + view))!;
    await settled(page);
    const policy = response.headers()['content-security-policy'] ?? '';
    if (!policy.startsWith("default-src 'none'") || /unsafe|\*|https?:/.test(policy))
      wrong.push([view, policy]);
    const found = [
      ...(await findBarriers(page)),
      ...((await layoutShift(page)) < 0.001 ? [] : [`a shift of ${await layoutShift(page)}`]),
      ...((await page.evaluate('document.documentElement.scrollWidth')) === 390
        ? []
        : ['wider than the screen']),
      ...seen.outward.splice(0),
      ...seen.errors.splice(0),
    ];
    if (found.length > 0) wrong.push([view, found]);
  }
  expect(wrong).toEqual([]);
  // Another address on this machine stands for any other: the browser asks nobody there.
  const asked = `fetch('http://127.0.0.2:${new URL(serving.address).port}/').then(() => 'answered', () => 'refused')`;
  expect(await page.evaluate(asked)).toBe('refused');
  expect(seen.errors.join()).toContain('Content Security Policy');
  await seen.context.close();
});
