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

/**
 * A Chromium that comes from the npm registry with the libraries it needs, drawing WebGL in software. Works as root. The page itself is
 * put together without WebGL: in software that takes several times as long, and a picture of it again.
 */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = await chromium.executablePath();
  return playwright.launch({
    executablePath,
    args: [
      ...chromium.args.filter(a => !UNWANTED.includes(a)),
      '--no-sandbox',
      '--font-render-hinting=none',
      '--disable-gpu-compositing',
    ],
    headless: true,
  });
}

/** Counts the questions that the page has asked its server and that are not answered whole. */
const WATCH_QUESTIONS = `window.unanswered = 0;
const ask = window.fetch;
window.fetch = async (...question) => {
  window.unanswered++;
  try {
    const answer = await ask(...question);
    answer.clone().arrayBuffer().catch(() => null).finally(() => setTimeout(() => window.unanswered--));
    return answer;
  } catch (error) {
    window.unanswered--;
    throw error;
  }
};`;

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
  await page.addInitScript({ content: WATCH_QUESTIONS });
  await page.goto(url);
  return { page, context, outward, errors };
}

/**
 * Runs in a page: waits until every question is answered, nothing is waited for, the map has drawn and the fonts are here, and two more
 * frames have shown it and asked nothing new.
 */
const SETTLE = `(async () => {
  const frame = () => new Promise(done => requestAnimationFrame(done));
  const unsettled = '.waiting, .dock[aria-hidden], .map:not([data-phase=here], [data-phase=failed])';
  const waited = () =>
    window.unanswered > 0 ? window.unanswered + ' answers'
    : document.querySelector('main') == null ? 'the page'
    : document.querySelector(unsettled)?.outerHTML.slice(0, 200) ?? (document.fonts.status === 'loading' ? 'fonts' : null);
  const until = performance.now() + 60_000;
  for (let calm = 0; calm < 3; ) {
    await frame();
    calm = waited() == null ? calm + 1 : 0;
    if (performance.now() > until) throw new Error('still waited for: ' + waited());
  }
})()`;

/** Changes what the system prefers, and waits until the page has been told and shows it. */
export async function inScheme(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  const query = `matchMedia('(prefers-color-scheme: ${colorScheme})')`;
  if (await page.evaluate(`${query}.matches`)) return;
  const told = page.evaluate(
    `new Promise(done => ${query}.addEventListener('change', () => done(null), { once: true }))`,
  );
  await page.emulateMedia({ colorScheme });
  await told;
  await settled(page);
}

/** Waits until a page shows all it has to show. One question to the page: a polled one would need eval, which the policy forbids. */
export const settled = (page: Page): Promise<void> => page.evaluate(SETTLE);
