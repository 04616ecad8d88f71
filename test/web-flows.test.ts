import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { startFixture } from '../src/web/testing/fixture/server.ts';
import { findBarriers } from './support/axe.ts';
import { launchBrowser, settled, type Visit, visit } from './support/browser.ts';
import { ensurePages } from './support/built-pages.ts';

/** What an analyst does, page by page, with the keyboard where there is a key for it. */

vi.setConfig({ testTimeout: 90_000, hookTimeout: 120_000 });

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
