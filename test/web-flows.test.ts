import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { startFixture } from '../src/web/testing/fixture/server.ts';
import { findBarriers } from './support/axe.ts';
import { launchBrowser, settled, type Visit, visit } from './support/browser.ts';
import { ensurePages } from './support/built-pages.ts';

/** What an analyst does, page by page, with the keyboard where there is a key for it. */

vi.setConfig({ testTimeout: 120_000, hookTimeout: 180_000, expect: { poll: { timeout: 15_000 } } });

let browser: Browser, fixture: Awaited<ReturnType<typeof startFixture>>, seen: Visit, page: Page;

beforeAll(async () => {
  await ensurePages();
  [browser, fixture] = await Promise.all([launchBrowser(), startFixture()]);
  seen = await visit(browser, fixture.url, { width: 1280 });
  ({ page } = seen);
  page.setDefaultTimeout(80_000);
});
afterAll(async () => {
  await browser?.close();
  fixture?.server.close();
});

const open = async (path: string): Promise<void> => {
  await page.goto(fixture.url + path);
  await settled(page);
};
/** What axe finds, from the top of the page: scrolled away under the header, a button is no smaller than it is. */
const barriers = async (): Promise<string[]> => {
  await page.evaluate('scrollTo(0, 0)');
  return findBarriers(page);
};
const textOf = async (of = 'body'): Promise<string> =>
  ((await page.evaluate(`document.querySelector('${of}').innerText`)) as string).replace(/\s+/g, ' ');

describe('review', () => {
  const card = (): Promise<string> => textOf('.review-quote mark');

  test('one key accepts, the next claim comes with the focus, u takes it back', async () => {
    await open('/?view=review');
    await page.locator('.review-card').waitFor();
    const first = await card();
    const total = Number(/of (\d+)/.exec(await textOf('.review-at'))?.[1]);
    await page.keyboard.press('a');
    await page.getByText('Accepted:').waitFor();
    await expect.poll(() => textOf('.review-at')).toBe(`1 of ${total - 1}`);
    expect(await card()).not.toBe(first);
    expect(await page.evaluate('document.activeElement.className')).toBe('review-card');
    await page.keyboard.press('u');
    await expect.poll(() => textOf('.review-at')).toBe(`1 of ${total}`);
    await expect.poll(card).toBe(first);
    await page.keyboard.press('j');
    await expect.poll(() => textOf('.review-at')).toBe(`2 of ${total}`);
    expect(await barriers()).toEqual([]);
  });

  test('a key pressed elsewhere rules on nothing', async () => {
    await open('/?view=review');
    await page.locator('.review-card').waitFor();
    const before = await textOf('.review-at');
    await page.getByRole('button', { name: 'Next', exact: true }).focus();
    await page.keyboard.press('r');
    expect(await textOf('.review-at')).toBe(before);
  });

  test('a correction names the other place and the reason, and stands among the rulings with its undo', async () => {
    await open('/?view=review');
    await page.locator('.review-card').waitFor();
    await page.keyboard.press('c');
    await page.getByLabel('Where').fill('Kunduz');
    await page.getByLabel('Which one').selectOption({ index: 1 });
    await page.getByLabel('Why?').fill('The sentence before it is about Kunduz.');
    expect(await barriers()).toEqual([]);
    await page.getByRole('button', { name: 'Rule so' }).click();
    await page.getByText('Corrected:').waitFor();
    await page.getByRole('button', { name: /^Ruled/ }).click();
    const rulings = await textOf('.rulings');
    expect(rulings).toContain('Corrected');
    expect(rulings).toContain('The sentence before it is about Kunduz.');
    expect(await barriers()).toEqual([]);
    await page.locator('.ruling').first().getByRole('button', { name: 'Undo' }).click();
    await page.locator('.ruling-undone').first().waitFor();
    expect(seen.errors).toEqual([]);
  });
});

describe('search', () => {
  test('reports by their words, with what matched marked; filters narrow it and stand in the address', async () => {
    await open('/?view=search&q=kunduz');
    await page.locator('.excerpt mark').first().waitFor();
    expect((await textOf('.excerpt mark')).toLowerCase()).toBe('kunduz');
    const all = await page.locator('.found .claim').count();
    await page.getByLabel('Basis').selectOption('disputed');
    await expect.poll(() => page.url()).toContain('basis=disputed');
    await expect.poll(() => page.locator('.found .claim').count()).toBeLessThan(all);
    await page.getByLabel('Published from').fill('2021-09-01');
    await expect.poll(() => page.locator('.excerpt').count()).toBe(0);
    expect(await barriers()).toEqual([]);
  });

  test('a saved search tells of a report that comes later, until it is looked at', async () => {
    await open('/?view=search&q=sandbag');
    await page.getByRole('button', { name: 'Save this search' }).click();
    await page.getByRole('link', { name: 'Add', exact: true }).click();
    await page.getByLabel('Text', { exact: true }).fill('Sandbags were laid before the bridge of Zorvino.');
    await page.getByRole('button', { name: 'Read', exact: true }).click();
    await page.getByRole('button', { name: 'File it' }).click();
    await page.locator('nav .fresh').waitFor();
    expect(await textOf('nav .fresh')).toBe('1 new');
    await page.getByRole('link', { name: /^Search/ }).click();
    await page.locator('.saved-list a').click();
    await expect.poll(() => page.locator('nav .fresh').count()).toBe(0);
    await page.getByText('Sandbags were laid').or(page.locator('.excerpt')).first().waitFor();
  });
});

test('a situation report: a sentence reworded, one left out, undone, and the edits go into the file', async () => {
  await open('/?view=sitrep&from=2021-08-08&at=2021-08-10&knownAt=2021-08-10');
  const first = page.locator('.sitrep-sentences').nth(1).locator('li').first();
  const own = await first.locator('.words').textContent();
  await first.getByRole('button', { name: 'Reword' }).click();
  await page.getByLabel('The sentence in your words').fill('The desk says it otherwise.');
  await page.keyboard.press('Control+Enter');
  await first.getByText('The record says:').waitFor();
  const second = page.locator('.sitrep-sentences').nth(1).locator('li').nth(1);
  await second.getByRole('button', { name: 'Leave out' }).click();
  await page.locator('.sitrep-out').waitFor();
  expect(await barriers()).toEqual([]);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Markdown' }).click(),
  ]);
  const sent = JSON.parse(await readFile((await download.path())!, 'utf8'));
  expect(sent).toMatchObject({ from: '2021-08-08', to: '2021-08-10', country: 'AF', format: 'md' });
  expect(sent.edits.sentences).toHaveLength(2);
  expect(sent.edits.sentences[1].text).toBe('The desk says it otherwise.');
  // A look at a source, or a reload, takes no edit away.
  await first.locator('sup a').first().click();
  await page.locator('.report-text').first().waitFor();
  await page.goBack();
  await first.getByText('The record says:').waitFor();
  await page.reload();
  await first.getByText('The record says:').waitFor();
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('button', { name: 'Undo' }).click();
  expect(await page.locator('.sitrep-out').count()).toBe(0);
  expect(await first.locator('.words').textContent()).toBe(own);
});

describe('adding', () => {
  test('what was typed is kept when the page is left, said so, and let go once filed', async () => {
    await open('/?view=add');
    await page.getByLabel('Text', { exact: true }).fill('The army took Arvo on Monday.');
    await page.getByLabel('Outlet').fill('Coastal Courier');
    await page.locator('nav').getByRole('link', { name: 'Reports' }).click();
    await page.locator('nav').getByRole('link', { name: 'Add' }).click();
    await page.getByText('What you wrote here was kept').waitFor();
    await page.reload();
    expect(await page.getByLabel('Text', { exact: true }).inputValue()).toBe('The army took Arvo on Monday.');
    expect(await page.getByLabel('Outlet').inputValue()).toBe('Coastal Courier');
    await page.getByRole('button', { name: 'Read', exact: true }).click();
    await page.getByRole('button', { name: 'File it' }).click();
    await page.locator('.notice').getByRole('link', { name: 'Open it' }).waitFor();
    await open('/?view=add');
    expect(await page.getByLabel('Text', { exact: true }).inputValue()).toBe('');
  });

  test('a day that is none is said, and nothing is read or filed without it', async () => {
    await open('/?view=add');
    await page.getByLabel('Text', { exact: true }).fill('Zorvino fell on Tuesday.');
    await page.getByLabel('Published').fill('17/8/21');
    await page.getByRole('button', { name: 'Read', exact: true }).click();
    expect(await page.getByRole('alert').textContent()).toContain('“17/8/21” is no date');
    expect(await page.locator('.add-hint').count()).toBe(1);
    await page.getByLabel('Published').fill('17 Aug 2021');
    await page.getByRole('button', { name: 'Read', exact: true }).click();
    await expect.poll(() => page.locator('.add-hint').count()).toBe(0);
    expect(await barriers()).toEqual([]);
  });

  test('a file that is chosen is read before it is filed', async () => {
    await open('/?view=add');
    await page.getByLabel('Drop files here, or choose some').setInputFiles({
      name: 'story.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from('Zorvino fell on Tuesday.'),
    });
    await expect
      .poll(() => page.getByLabel('Text', { exact: true }).inputValue())
      .toBe('Zorvino fell on Tuesday.');
    // what an earlier test typed is kept, so that the text alone may be there before the file is
    await expect.poll(() => page.getByLabel('Outlet').inputValue()).toBe('Harbour Wire');
    await page.getByRole('button', { name: 'File it' }).click();
    await page.getByText('Filed, with 1 claim.').waitFor();
  }, 15_000);

  test('an address gives its reports, says what it refused, files all, and can be watched', async () => {
    await open('/?view=add');
    await page.getByLabel('Address of a page or a feed').fill('https://feeds.example/all');
    await page.getByRole('button', { name: 'Fetch' }).click();
    await page.getByText('the page has no text').waitFor();
    expect(await barriers()).toEqual([]);
    await page.getByRole('button', { name: 'File all 2' }).click();
    await page.getByText('2 reports filed.').waitFor();
    await page.getByRole('button', { name: 'Watch this feed' }).click();
    await page.getByText('The feed is watched from now on').waitFor();
  });
});

test('a discrepancy is put off and taken up again', async () => {
  await open('/?view=discrepancies');
  const open3 = page.getByRole('button', { name: /^Open/ });
  const before = await open3.textContent();
  await page.locator('.discrepancy summary').first().click();
  await page.locator('.defer select').selectOption('3');
  await expect.poll(() => open3.textContent()).not.toBe(before);
  await page.getByRole('button', { name: /^Deferred/ }).click();
  await page.locator('.discrepancy summary').first().click();
  await page.getByRole('button', { name: 'Take up now' }).click();
  await expect.poll(() => open3.textContent()).toBe(before);
  expect(await barriers()).toEqual([]);
});

test('the map shows what changed since another day; the legend counts it, the list says it', async () => {
  await open('/?at=2021-08-12&knownAt=2021-08-12&from=2021-08-10');
  expect(await textOf('.legend-since')).toContain('ringed: changed since 10 Aug 2021');
  expect(await textOf('.legend-more')).toMatch(/[+−]\d/);
  const list = await textOf('.panel');
  expect(list).toContain('Herat fell to the Taliban');
  expect(list).not.toContain('Farah fell');
  await page.getByRole('button', { name: 'Do not compare' }).click();
  await expect.poll(() => textOf('.panel')).toContain('Farah fell');
  expect(await barriers()).toEqual([]);
});

test('a chart is saved as SVG with its styles, and as PNG', async () => {
  await open('/?view=side&side=taliban');
  const save = async (name: string): Promise<Buffer> => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name }).click(),
    ]);
    return readFile((await download.path())!);
  };
  const svg = (await save('Save as SVG')).toString('utf8');
  expect(svg).toContain('<title>Taliban: Places held over time</title>');
  expect(svg).toMatch(/fill="rgb/);
  const png = await save('Save as PNG');
  expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
  expect(png.readUInt32BE(16)).toBe(2160);
});

test('nothing left the machine, and nothing was thrown', () => {
  expect(seen.outward).toEqual([]);
  expect(seen.errors).toEqual([]);
});
