import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type LocalLedger, openLedger, read } from '../src/dateline.ts';
import { type Serving, serve } from '../src/http/index.ts';
import { launchBrowser, settled, visit } from './support/browser.ts';
import { ensurePages } from './support/built-pages.ts';
import { makeLedgerDirectory, removeDirectories } from './support/pglite.ts';

vi.setConfig({ testTimeout: 90_000 });

let browser: Browser, ledger: LocalLedger, serving: Serving;
beforeAll(async () => {
  await ensurePages();
  ledger = (await openLedger({ database: await makeLedgerDirectory() })) as LocalLedger;
  serving = await serve(ledger, {
    port: 0,
    host: '127.0.0.1',
    version: '0.0.0',
    webRoot: fileURLToPath(new URL('../dist/web', import.meta.url)),
    sessions: ledger.sessions,
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

/** In a real browser, whose forms say where they come from, or do not. */
test('the first administrator comes in by the link, finds their account, goes and comes back', async () => {
  const link = await ledger.sessions.first();
  const seen = await visit(browser, `${serving.address}/welcome?token=${link!.token}`, { width: 1280 });
  const { page } = seen;
  await page.getByLabel('Your name').fill('Ada Desk');
  await page.getByLabel('E-mail address').fill('ada@desk.example');
  await page.getByLabel('Password').fill('four quiet words here');
  await page.getByRole('button', { name: 'Begin' }).click();
  await page.locator('header').getByRole('link', { name: 'Account' }).click();
  await page.getByRole('heading', { name: 'Your account' }).waitFor();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByLabel('E-mail address').fill('ada@desk.example');
  await page.getByLabel('Password').fill('four quiet words here');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.locator('header').getByRole('link', { name: 'Account' }).waitFor();
  await settled(page);
  expect(seen.errors).toEqual([]);
  expect(seen.outward).toEqual([]);
  await seen.context.close();
});
