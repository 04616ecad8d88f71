import type { Browser, CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startFixture } from '../../src/web/testing/fixture/server.ts';
import { launchBrowser, visit } from '../support/browser.ts';
import { ensurePages } from '../support/built-pages.ts';

let browser: Browser;
beforeAll(async () => {
  await ensurePages();
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

/**
 * Seconds of processor time that the page's own thread has spent: scripts, styles, layout, painting. Unlike a clock it does not run on
 * while other work on the machine has the processor; drawing by the graphics process is not in it.
 */
async function busySeconds(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return metrics.find(m => m.name === 'TaskDuration')!.value;
}

async function watch(page: Page): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  return session;
}

const MOVES = 60;
/** Moves the handle a day at a time, one move a frame. */
const MOVE = `(async () => {
  const handle = document.querySelector('.handle-at');
  const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set;
  const last = Number(handle.value);
  for (let k = 1; k <= ${MOVES}; k++) {
    set.call(handle, String(last - k));
    handle.dispatchEvent(new Event('input', { bubbles: true }));
    await new Promise(done => requestAnimationFrame(done));
  }
  await new Promise(done => requestAnimationFrame(done));
  return last - Number(handle.value);
})()`;

test('moving a handle costs at most 16 ms a frame with 5,000 places and 50,000 periods', {
  timeout: 180_000,
}, async () => {
  const large = await startFixture({ large: 5000 });
  const { page, context } = await visit(browser, large.url, { width: 1280 });
  const session = await watch(page);
  await page.waitForSelector('.map[data-phase=here]', { timeout: 120_000 });
  const from = await busySeconds(session);
  expect(await page.evaluate(MOVE)).toBe(MOVES);
  const each = ((await busySeconds(session)) - from) * (1000 / MOVES);
  console.log(`a handle's move: ${each.toFixed(1)} ms of the page's thread`);
  await context.close();
  large.server.close();
  expect(each).toBeLessThanOrEqual(16);
});

test('the first view takes at most a second', { timeout: 90_000 }, async () => {
  const fixture = await startFixture();
  const { page, context } = await visit(browser, 'about:blank', { width: 1280 });
  const session = await watch(page);
  const from = await busySeconds(session);
  await page.goto(fixture.url, { waitUntil: 'commit' });
  await page.locator('.change').first().waitFor();
  const busy = ((await busySeconds(session)) - from) * 1000;
  const clock = (await page.evaluate('performance.now()')) as number;
  console.log(`first view: ${busy.toFixed(0)} ms of the page's thread, ${clock.toFixed(0)} ms by the clock`);
  await context.close();
  fixture.server.close();
  expect(busy).toBeLessThanOrEqual(1000);
});
