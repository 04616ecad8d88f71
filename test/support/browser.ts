import chromium from '@sparticuz/chromium';
import { type Browser, type BrowserContext, type Page, chromium as playwright } from 'playwright-core';

/** Switches of the package that a test must not have: they weaken the page's own rules, or tie the browser's parts together. */
const UNWANTED = [
  '--single-process',
  '--no-zygote',
  '--disable-web-security',
  '--allow-running-insecure-content',
  '--in-process-gpu',
];

/** A Chromium that comes from the npm registry with the libraries it needs, drawing WebGL in software. Works as root. */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = await chromium.executablePath();
  return playwright.launch({
    executablePath,
    args: [...chromium.args.filter(a => !UNWANTED.includes(a)), '--no-sandbox', '--font-render-hinting=none'],
    headless: true,
  });
}

/** Adds up the layout shifts that no input caused. */
const WATCH_SHIFTS = `window.layoutShift = 0;
new PerformanceObserver(list => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.layoutShift += entry.value;
}).observe({ type: 'layout-shift', buffered: true });`;

/** The layout shift of a page so far. */
export const layoutShift = (page: Page): Promise<number> => page.evaluate('window.layoutShift');

export interface Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Requests to any other machine than the page's own server. */
  readonly outward: string[];
  /** What the page wrote to the console as an error, and what it threw. */
  readonly errors: string[];
}

/** Opens an address in a fresh profile at a width, watching for requests that leave the machine and for errors. */
export async function visit(
  browser: Browser,
  url: string,
  look: { width: 1280 | 390 | 1680; dark?: boolean; height?: number; calm?: boolean },
): Promise<Visit> {
  const context = await browser.newContext({
    viewport: { width: look.width, height: look.height ?? (look.width === 390 ? 844 : 800) },
    colorScheme: look.dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
    locale: 'en-GB',
    timezoneId: 'UTC',
    hasTouch: look.width === 390,
  });
  const page = await context.newPage();
  const outward: string[] = [],
    errors: string[] = [];
  const origin = new URL(url).origin;
  page.on('request', r => {
    if (!r.url().startsWith(origin) && !r.url().startsWith('data:') && !r.url().startsWith('blob:'))
      outward.push(r.url());
  });
  page.on('console', m => {
    if (m.type() === 'error') errors.push(m.text());
  });
  page.on('pageerror', e => errors.push(e.message));
  await page.addInitScript({ content: WATCH_SHIFTS });
  await page.goto(url);
  return { page, context, outward, errors };
}

/** Waits until the map has drawn and the fonts are here. */
export async function settled(page: Page): Promise<void> {
  // Asked once: a polled expression would need eval, which the real server's policy forbids.
  await page.evaluate('document.fonts.ready.then(() => null)');
  if (await page.locator('.map').count())
    await page.waitForSelector('.map[data-phase=here], .map[data-phase=failed]', { timeout: 20_000 });
  await page.waitForTimeout(120);
}
