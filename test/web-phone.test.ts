import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { startFixture } from '../src/web/testing/fixture/server.ts';
import { findBarriers } from './support/axe.ts';
import { launchBrowser, layoutShift, settled, type Visit, visit } from './support/browser.ts';
import { ensurePages } from './support/built-pages.ts';
import { compareWithGolden } from './support/goldens.ts';

/** What an analyst does with a phone in one hand: every page within reach, nothing covered, both times at hand. */

vi.setConfig({ testTimeout: 90_000, hookTimeout: 180_000, expect: { poll: { timeout: 15_000 } } });

let browser: Browser, fixture: Awaited<ReturnType<typeof startFixture>>, seen: Visit, page: Page;

beforeAll(async () => {
  await ensurePages();
  [browser, fixture] = await Promise.all([launchBrowser(), startFixture()]);
  seen = await visit(browser, fixture.url, { width: 390 });
  ({ page } = seen);
});
afterAll(async () => {
  await browser?.close();
  fixture?.server.close();
});

const open = async (path: string): Promise<void> => {
  await page.goto(fixture.url + path);
  await settled(page);
};
const boxOf = async (of: string): Promise<{ x: number; y: number; width: number; height: number }> =>
  (await page.locator(of).first().boundingBox())!;

test('one button says the page and opens all nine, country and theme; Escape gives it back', async () => {
  await open('/?view=figures');
  const pages = page.getByRole('button', { name: 'Pages: Figures' });
  await pages.click();
  const links = page.locator('#pages nav a');
  expect(await links.count()).toBe(9);
  for (const link of await links.all()) {
    const box = (await link.boundingBox())!;
    expect(box.x).toBeGreaterThanOrEqual(0);
    expect(box.x + box.width).toBeLessThanOrEqual(390);
    expect(box.y + box.height).toBeLessThanOrEqual(844);
    expect(box.height).toBeGreaterThanOrEqual(44);
  }
  expect(await page.locator('#pages nav a[aria-current]').textContent()).toBe('Figures');
  expect(await page.locator('.top-country').isVisible()).toBe(true);
  expect(await findBarriers(page, '.top')).toEqual([]);
  expect(await compareWithGolden(page, 'pages-390')).toBeNull();
  await page.keyboard.press('Escape');
  expect(await links.first().isVisible()).toBe(false);
  expect(await page.evaluate('document.activeElement.className')).toBe('pages-button');
  await pages.click();
  await page.locator('#pages nav a', { hasText: 'Review' }).click();
  await page.locator('.review-card').waitFor();
  expect(await links.first().isVisible()).toBe(false);
  await page.getByRole('button', { name: 'Pages: Review' }).click();
  await page.mouse.click(200, 700);
  expect(await links.first().isVisible()).toBe(false);
});

test('the times are a bar that covers no button, opens its lanes, and stays as it was left', async () => {
  await open('/?view=review');
  await page.locator('.review-card').waitFor();
  const bar = await boxOf('.dock');
  expect(bar.height).toBeLessThanOrEqual(56);
  const accept = await boxOf('.review-buttons .primary');
  expect(accept.y + accept.height).toBeLessThanOrEqual(bar.y);
  for (const button of await page.locator('.dock button:visible').all()) {
    const box = (await button.boundingBox())!;
    expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(24);
  }
  expect(await page.locator('.handle-at').count()).toBe(0);
  await page.getByRole('button', { name: 'Open the timeline' }).click();
  await page.locator('.handle-at').focus();
  await page.keyboard.press('ArrowLeft');
  await expect.poll(() => page.url()).toContain('at=2021-08-14');
  expect(await findBarriers(page)).toEqual([]);
  await page.reload();
  await settled(page);
  expect(await page.locator('.handle-at').count()).toBe(1);
  expect(await layoutShift(page)).toBeLessThan(0.001);
  // the timeline is drawn a moment after the page stands
  await expect.poll(() => compareWithGolden(page, 'review-times-390')).toBeNull();
  await page.getByRole('button', { name: 'Close the timeline' }).click();
  expect((await boxOf('.dock')).height).toBeLessThanOrEqual(56);
});

test('a day is typed in a way that means one day everywhere, and what is none is said', async () => {
  await open('/?view=today&from=2021-08-08&at=2021-08-10&knownAt=2021-08-10');
  const from = page.getByLabel('From', { exact: true });
  expect(await from.inputValue()).toBe('8 Aug 2021');
  await from.fill('8/9/2021');
  expect(await page.getByRole('alert').textContent()).toContain('“8/9/2021” is no date');
  expect(page.url()).toContain('from=2021-08-08');
  await from.fill('11 Aug 2021');
  expect(await page.getByRole('alert').textContent()).toContain('after 2021-08-10');
  await from.fill('2021-08-09');
  await from.blur();
  expect(await from.inputValue()).toBe('9 Aug 2021');
  await expect.poll(() => page.url()).toContain('from=2021-08-09');
  await from.press('ArrowDown');
  await expect.poll(() => page.url()).toContain('from=2021-08-08');
  expect(await findBarriers(page)).toEqual([]);
});

test('nothing left the machine, and nothing was thrown', () => {
  expect(seen.outward).toEqual([]);
  expect(seen.errors).toEqual([]);
});
