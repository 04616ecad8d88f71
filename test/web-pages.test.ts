import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { startFixture } from '../src/web/testing/fixture/server.ts';
import { COLOURS, findBarriers } from './support/axe.ts';
import { inScheme, launchBrowser, layoutShift, settled, type Visit, visit } from './support/browser.ts';
import { ensurePages } from './support/built-pages.ts';
import { compareWithGolden } from './support/goldens.ts';

type Fixture = Awaited<ReturnType<typeof startFixture>>;
// The map is drawn in software here, which takes its time where other work runs beside it.
vi.setConfig({ testTimeout: 90_000 });

let browser: Browser, fixture: Fixture;

beforeAll(async () => {
  await ensurePages();
  [browser, fixture] = await Promise.all([launchBrowser(), startFixture()]);
});
afterAll(async () => {
  await browser?.close();
  fixture?.server.close();
});

const SHEBERGHAN = 'gn:1124155';
/** Each view: its name, its address, and words that must stand on it. */
const VIEWS = [
  [
    'place',
    `/?place=${SHEBERGHAN}&at=2021-08-07&knownAt=2021-08-07`,
    ['Taliban, contested', 'Disputed', 'The defence ministry denied that the city had fallen'],
  ],
  [
    'map',
    '/?at=2021-08-12&knownAt=2021-08-12',
    ['Herat fell to the Taliban.', 'of 34 provincial capitals', 'Thu 12 Aug 2021'],
  ],
  [
    'map-since',
    '/?at=2021-08-12&knownAt=2021-08-12&from=2021-08-10',
    ['ringed: changed since 10 Aug 2021', 'Do not compare'],
  ],
  [
    'place-page',
    `/?view=place&place=${SHEBERGHAN}`,
    ['Confirmed', 'How belief changed', 'the council member'],
  ],
  [
    'report',
    '/?view=report&report=r-d06&claim=c-d06-4',
    ['Farah becomes the seventh capital to fall', 'Displaced: at least 60,000', 'an aid agency'],
  ],
  [
    'reports',
    '/?view=reports',
    ['Kabul taken; Mazar-e Sharif', 'copy of Kunduz and Sar-e Pol fall within hours'],
  ],
  ['discrepancies', '/?view=discrepancies', ['Counts differ', 'Open 3', 'Settled 1']],
  ['review', '/?view=review', ['To rule on', 'The record stands on it', 'Accept']],
  [
    'changes',
    '/?view=today&from=2021-08-08&at=2021-08-10&knownAt=2021-08-10',
    ['Farah fell to the Taliban', 'The words (1)'],
  ],
  [
    'side',
    '/?view=side&side=taliban',
    ['Holds 18 places on 15 August 2021', 'Places held over time', 'Gained 18'],
  ],
  ['figures', '/?view=figures', ['Displaced', 'Killed', 'Lashkar Gah']],
  [
    'search',
    '/?view=search&q=kunduz',
    ['Places in the record', 'Coastal Courier', 'seized Kunduz on Sunday'],
  ],
  [
    'sitrep',
    '/?view=sitrep&from=2021-08-08&at=2021-08-10&knownAt=2021-08-10',
    ['Changes', 'Leave out', 'Sources'],
  ],
  ['add', '/?view=add', ['Add a report', 'What is read stands here']],
] as const;

/** What a reader sees, in one line. */
const textOf = async (page: Page, of = 'body'): Promise<string> =>
  ((await page.evaluate(`document.querySelector('${of}').innerText`)) as string).replace(/\s+/g, ' ');

/** Goes to another address as the back button does, so that a map that is drawn stays. What moves by it is no shift: it was asked for. */
async function go(page: Page, path: string): Promise<void> {
  await page.evaluate(
    `history.pushState(null, '', ${JSON.stringify(path)}); scrollTo(0, 0); dispatchEvent(new PopStateEvent('popstate'));`,
  );
  await settled(page);
  await page.evaluate('window.layoutShift = 0');
}

describe.each([[1280], [390]] as const)('at %i pixels', width => {
  let seen: Visit;
  beforeAll(async () => {
    seen = await visit(browser, fixture.url + VIEWS[0][1], { width });
  });
  afterAll(() => seen?.context.close());

  test.each(VIEWS)(
    '%s: words, no barrier, no shift, nothing outward, as in its pictures, light and dark',
    async (name, path, words) => {
      const { page } = seen;
      await inScheme(page, 'light');
      if (path.startsWith('/?view=')) await page.goto(fixture.url + path);
      else await go(page, path);
      await settled(page);
      const text = await textOf(page);
      for (const said of words) expect(text).toContain(said);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
      expect(await layoutShift(page)).toBeLessThan(0.001);
      expect(await compareWithGolden(page, `${name}-${width}`)).toBeNull();
      expect(await findBarriers(page)).toEqual([]);
      await inScheme(page, 'dark');
      expect(await compareWithGolden(page, `${name}-${width}-dark`)).toBeNull();
      expect(await findBarriers(page, 'html', COLOURS)).toEqual([]);
      expect(seen.outward).toEqual([]);
      expect(seen.errors).toEqual([]);
    },
  );
});

describe('the views lead to each other', () => {
  let seen: Visit, page: Page;
  beforeAll(async () => {
    seen = await visit(browser, fixture.url, { width: 1280 });
    ({ page } = seen);
  });
  afterAll(() => seen?.context.close());
  const address = (): string => page.url().slice(fixture.url.length);
  const open = async (path: string): Promise<void> => {
    await page.goto(fixture.url + path);
    await settled(page);
    expect(await layoutShift(page)).toBeLessThan(0.001);
  };

  test('from a change to its place, to the words in the report, and back', async () => {
    await open('/?at=2021-08-10&knownAt=2021-08-10');
    await page.locator('.change a', { hasText: 'Farah' }).click();
    await page.locator('.claim .quote-link').first().waitFor();
    expect(address()).toContain('place=gn:1142170');
    await page.locator('.claim .quote-link').first().click();
    const chosen = page.locator('mark.words-chosen');
    await chosen.waitFor();
    expect(await chosen.textContent()).toBe('The Taliban captured Farah on Tuesday');
    expect(
      await page.evaluate("getComputedStyle(document.querySelector('mark.words-chosen')).fontFamily"),
    ).toContain('Source Serif 4');
    await page.goBack();
    await page.locator('.panel .place').waitFor();
    await page.goBack();
    await page.locator('.change').first().waitFor();
    expect(address()).toBe('/?at=2021-08-10&knownAt=2021-08-10');
  });

  test('the handles move by keyboard, together or apart, and the address follows', async () => {
    await open('/?at=2021-08-10&knownAt=2021-08-10');
    await page.locator('.handle-at').focus();
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowLeft');
    await expect.poll(address).toBe('/?at=2021-08-08&knownAt=2021-08-08');
    await page.locator('.link-times').click();
    await page.locator('.handle-known').focus();
    await page.keyboard.press('ArrowLeft');
    await expect.poll(address).toBe('/?at=2021-08-08&knownAt=2021-08-07&times=apart');
    expect(await page.locator('.handle-known').getAttribute('aria-valuetext')).toBe('7 Aug 2021');
    expect(await textOf(page)).toContain('Looking ahead of what was known');
    // lists follow a moving handle every fourth frame
    await expect.poll(() => textOf(page, '.panel'), { timeout: 15_000 }).not.toContain('Kunduz');
    expect(await textOf(page, '.panel')).toContain('Sheberghan');
  });

  test('an address opens the same view in another profile', async () => {
    await open(`/?place=${SHEBERGHAN}&at=2021-08-08&knownAt=2021-08-07&times=apart`);
    const here = await textOf(page);
    const other = await visit(browser, page.url(), { width: 1280 });
    await settled(other.page);
    expect(await textOf(other.page)).toBe(here);
    await other.context.close();
  });

  test('a click on the map leads to the place under it', async () => {
    await open('/?at=2021-08-12&knownAt=2021-08-12');
    const box = (await page.locator('.map-ground').boundingBox())!;
    await page.mouse.move(box.x + box.width * 0.19, box.y + box.height * 0.47);
    await page.locator('.tip').waitFor();
    const tip = await textOf(page, '.tip');
    expect(tip).toContain('Herat');
    expect(tip).toContain('Taliban');
    await page.mouse.click(box.x + box.width * 0.19, box.y + box.height * 0.47);
    await page.locator('.panel .place').waitFor();
    expect(await textOf(page, '.panel h2')).toBe('Herat');
  });

  test('two copies of one wire story side by side, with what differs marked', async () => {
    await open('/?view=report&report=r-d04');
    expect(await textOf(page)).toContain('They count as one origin.');
    await page.locator('.copies button').click();
    await page.locator('.side-by-side').waitFor();
    expect(await page.locator('.report-text ins').allInnerTexts()).toContain('Harbour Wire');
    // The button is pressed, and the pointer is still on it.
    expect(await findBarriers(page, '.copies')).toEqual([]);
  });

  test('a discrepancy opens its words, is settled with a reason, and this is undone', async () => {
    await open('/?view=discrepancies');
    await page.locator('.discrepancy summary', { hasText: 'Counts differ' }).click();
    await page.locator('.discrepancy .claim').nth(1).waitFor();
    const settle = page.getByRole('button', { name: 'Mark as settled' });
    const focused = (): Promise<unknown> => page.evaluate('document.activeElement.textContent');
    await settle.focus();
    await page.keyboard.press('Enter');
    await page.getByLabel('Why?').waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(focused).toBe('Mark as settled');
    await page.keyboard.press('Enter');
    await page.getByLabel('Why?').waitFor();
    await page.keyboard.type('The list of places says six.');
    const next = await page.locator('.discrepancy summary').nth(1).textContent();
    await page.keyboard.press('Enter');
    await expect.poll(focused).toBe(next);
    expect(await page.locator('[role=status].visually-hidden').allTextContents()).toContain(
      'Settled; 2 open.',
    );
    await page.getByRole('button', { name: /^Settled/ }).click();
    await page.locator('.discrepancy summary', { hasText: 'Counts differ' }).click();
    await page.getByText('It can be undone.').waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => page.getByText('It can be undone.').count()).toBe(0);
  });

  test('a ruling on who holds the place settles a discrepancy, and is undone in one step', async () => {
    await open('/?view=discrepancies');
    const count = (which: string): Promise<string | null> =>
      page.getByRole('button', { name: new RegExp(`^${which}`) }).textContent();
    const before = await count('Open');
    await page.locator('.discrepancy summary', { hasText: 'Who holds it' }).first().click();
    await page.getByRole('button', { name: 'Rule', exact: true }).click();
    await page.getByLabel('Why?').fill('The governor was seen in his office.');
    await page.getByRole('button', { name: 'Rule so' }).click();
    await expect.poll(() => count('Open')).not.toBe(before);
    await page.getByRole('button', { name: /^Settled/ }).click();
    await page.locator('.discrepancy summary').first().click();
    await page.getByText('It can be undone.').waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => count('Open')).toBe(before);
  });

  test('j and k go through the changes; Enter opens the words', async () => {
    await open('/?view=today&from=2021-08-08&at=2021-08-10&knownAt=2021-08-10');
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.locator('.today-change').nth(1).locator('blockquote').first().waitFor();
    await page.keyboard.press('k');
    expect(await page.evaluate("document.activeElement === document.querySelector('.change-open')")).toBe(
      true,
    );
  });

  test.each([
    ['today', '/?view=today', /from=2021-08-14&at=2021-08-15&knownAt=2021-08-15/],
    ['map', '/?tab=places&q=her', /country=AF&tab=places&q=her&at=2021-08-15/],
    ['place', `/?view=place&place=${SHEBERGHAN}`, /place=gn:1124155&at=/],
    ['figures', '/?view=figures', /country=AF&at=/],
    ['search', '/?view=search&q=kunduz&kind=control', /q=kunduz&kind=control&at=/],
    ['side', '/?view=side&side=taliban', /side=taliban&at=/],
    ['report', '/?view=report&report=r-d04&besides=r-d05', /report=r-d04&besides=r-d05&at=/],
    ['discrepancies', '/?view=discrepancies&tab=settled', /tab=settled&at=/],
    ['review', '/?view=review&tab=ruled', /tab=ruled&at=/],
    ['sitrep', '/?view=sitrep', /from=2021-08-08&at=2021-08-15/],
  ])(
    '%s: a view that moves with the record has an address that does not, and shows the same elsewhere',
    async (_, path, exact) => {
      await open(path);
      await page.getByRole('link', { name: 'Link to exactly this view' }).click();
      await expect.poll(address).toMatch(exact);
      await settled(page);
      const here = await textOf(page, 'main');
      const other = await visit(browser, page.url(), { width: 1280 });
      await settled(other.page);
      expect(await textOf(other.page, 'main')).toBe(here);
      await other.context.close();
    },
  );

  test('a ledger of old reports says of which day its last word is, and leads there', async () => {
    await page.route('**/api/extent', async route => {
      const extent = await (await route.fetch()).json();
      await route.fulfill({ json: { ...extent, defaultAt: '2026-12-01' } });
    });
    await open('/?view=today');
    expect(await textOf(page)).toContain('The last word on file is of 15 Aug 2021.');
    await page.getByRole('button', { name: 'Go to that day' }).click();
    await expect.poll(address).toContain('at=2021-08-15');
    expect(await page.locator('.last-word').count()).toBe(0);
    await page.unroute('**/api/extent');
  });

  test('a long inbox is shown in steps, and the focus goes on to the first of the next', async () => {
    await page.route('**/api/discrepancies*', async route => {
      const [row] = await (await route.fetch()).json();
      const rows = Array.from({ length: 120 }, (_, i) => ({ ...row, id: `x${i}`, settledBy: null }));
      await route.fulfill({ json: rows });
    });
    await open('/?view=discrepancies');
    expect(await page.locator('.discrepancy').count()).toBe(50);
    await page.getByRole('button', { name: 'Show 50 more of 70' }).press('Enter');
    expect(await page.locator('.discrepancy').count()).toBe(100);
    expect(await page.locator('.discrepancy').nth(50).locator('summary:focus').count()).toBe(1);
    await page.unroute('**/api/discrepancies*');
  });

  test('the theme is kept', async () => {
    await open('/?view=reports');
    await page.getByRole('button', { name: 'Dark theme' }).click();
    await page.reload();
    await settled(page);
    expect(await page.evaluate('getComputedStyle(document.documentElement).backgroundColor')).toBe(
      'rgb(23, 22, 20)',
    );
    await page.getByRole('button', { name: 'Light theme' }).click();
  });
});

test('names of scripts that run from right to left are drawn right: on the map, in lists and headings', async () => {
  const other = await startFixture({
    words: [
      ['"name":"Herat"', '"name":"هرات (شهر)"'],
      ['"name":"Lashkar Gah"', '"name":"לשכר גאה"'],
    ],
  });
  const { page, context, outward } = await visit(browser, `${other.url}/?at=2021-08-12&knownAt=2021-08-12`, {
    width: 1280,
  });
  await settled(page);
  // The first name of a script sends for its font; it is drawn again once that has come.
  await expect.poll(() => page.evaluate(`document.fonts.check('12px "Noto Sans Arabic"', 'ه')`)).toBe(true);
  await settled(page);
  expect(
    await compareWithGolden(page, 'right-to-left-1280', { x: 120, y: 320, width: 180, height: 190 }),
  ).toBeNull();
  const name = page.locator('.change bdi', { hasText: 'هرات' }).first();
  expect(await findBarriers(page)).toEqual([]);
  await name.click();
  await page.locator('#place-name bdi').waitFor();
  expect(await page.locator('#place-name').textContent()).toBe('هرات (شهر)');
  expect(outward).toEqual([]);
  await context.close();
  other.server.close();
});

test('a printed page is a document: light, with its map and both times, without what is to be clicked', async () => {
  const { page, context } = await visit(browser, `${fixture.url}/?at=2021-08-12&knownAt=2021-08-12`, {
    width: 1280,
    dark: true,
  });
  await settled(page);
  expect((await page.pdf({ format: 'A4' })).length).toBeGreaterThan(50_000);
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  const text = await textOf(page);
  expect(text).toContain('Afghanistan · On 12 August 2021, as known on 12 Aug 2021');
  expect(text).toContain('of 34 provincial capitals');
  for (const gone of ['Discrepancies', 'day before', 'Whole record']) expect(text).not.toContain(gone);
  expect(await compareWithGolden(page, 'print-1280')).toBeNull();
  await context.close();
});

test('thousands of dots: those that changed are drawn anew as all of them are, and they print', async () => {
  const many = await startFixture({ large: 2000 });
  const { page, context } = await visit(browser, `${many.url}/?at=2021-08-12&knownAt=2021-08-12`, {
    width: 1280,
  });
  const dots = `(() => {
    const canvas = document.querySelector('.map-places canvas');
    const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
    return data.reduce((hash, level) => Math.imul(hash ^ level, 16777619), 1);
  })()`;
  await settled(page);
  const before = await page.evaluate(dots);
  const handle = page.locator('.handle-at');
  for (let k = 0; k < 6; k++) await handle.press('ArrowRight');
  await expect.poll(() => page.url()).toContain('at=2021-08-18');
  await settled(page);
  const after = await page.evaluate(dots);
  expect(after).not.toBe(before);
  await page.reload();
  await settled(page);
  expect(await page.evaluate(dots)).toBe(after);
  // Printing draws the paper's own map.
  await page.pdf({ format: 'A4' });
  await page.emulateMedia({ media: 'print' });
  expect(await compareWithGolden(page, 'print-dots-1280')).toBeNull();
  await context.close();
  many.server.close();
});

/** A promise, and what makes it come true. */
function holdBack(): { held: Promise<void>; release: () => void } {
  let release = (): void => {};
  const held = new Promise<void>(done => {
    release = done;
  });
  return { held, release };
}

describe('when something is missing', () => {
  test('a server that fails is said in a sentence, and asked again', async () => {
    fixture.fail('/api/periods');
    const { page, context } = await visit(browser, `${fixture.url}/?view=today`, { width: 1280 });
    await page.getByText('The ledger is closing; try again in a moment.').waitFor();
    fixture.fail(null);
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.locator('.today-change').first().waitFor();
    await context.close();
  });

  test('a server that goes while somebody works: said in words, nothing lost, and gone when it is back', async () => {
    const going = await startFixture();
    const { page, context } = await visit(browser, `${going.url}/?view=discrepancies`, { width: 1280 });
    await page.locator('.discrepancy summary').first().click();
    await page.getByRole('button', { name: 'Mark as settled' }).click();
    await page.getByLabel('Why?').fill('Seen by two desks.');
    await page.route('**/api/**', route => route.abort());
    await page.keyboard.press('Enter');
    await page.locator('.lost', { hasText: 'does not answer' }).waitFor();
    expect(await page.getByLabel('Why?').inputValue()).toBe('Seen by two desks.');
    expect(await findBarriers(page)).toEqual([]);
    await page.unroute('**/api/**');
    // what was asked before the answer that the session has ended, and comes after it, does not say that it has not
    const late = holdBack();
    await page.route('**/api/extent', async route => {
      await late.held;
      await route.continue();
    });
    const asked = page.waitForRequest('**/api/extent');
    await page.evaluate("dispatchEvent(new Event('focus'))");
    await asked;
    await page.route('**/api/decisions', route =>
      route.fulfill({ status: 401, json: { detail: 'a key is needed' } }),
    );
    await page.getByLabel('Why?').press('Enter');
    const signedOut = page.locator('.lost', { hasText: 'signed out' }).getByRole('link', { name: 'Sign in' });
    await signedOut.waitFor();
    const answered = page.waitForResponse('**/api/extent');
    late.release();
    await answered;
    await page.evaluate('new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))');
    expect(await signedOut.count()).toBe(1);
    await page.unroute('**/api/extent');
    await page.unroute('**/api/decisions');
    await page.getByLabel('Why?').press('Enter');
    await page.getByLabel('Why?').waitFor({ state: 'detached' });
    expect(await page.locator('.lost').count()).toBe(0);
    await context.close();
    going.server.close();
  });

  test('an address of nothing says so', async () => {
    const { page, context } = await visit(browser, `${fixture.url}/?view=report&report=r-none`, {
      width: 390,
    });
    await page.getByText('Nothing is known under').waitFor();
    expect(await page.getByRole('button', { name: 'Try again' }).count()).toBe(0);
    expect(await findBarriers(page)).toEqual([]);
    await context.close();
  });

  test('an empty ledger says how to begin', async () => {
    const empty = await startFixture({ empty: true });
    const { page, context } = await visit(browser, empty.url, { width: 390 });
    await page.getByText('Nothing has been filed yet').waitFor();
    await page.locator('main').getByRole('link', { name: 'Add a report' }).click();
    await page.getByRole('heading', { name: 'Add a report' }).waitFor();
    await context.close();
    empty.server.close();
  });
});

test('the script weighs at most 450 kB gzipped, the map loaded apart', () => {
  const folder = join(import.meta.dirname, '../dist/web/assets');
  const sizes = readdirSync(folder)
    .filter(f => f.endsWith('.js'))
    .map(f => ({ f, kB: gzipSync(readFileSync(join(folder, f)), { level: 9 }).length / 1000 }));
  expect(sizes.reduce((n, s) => n + s.kB, 0)).toBeLessThanOrEqual(450);
  const first = sizes.filter(s => s.f.startsWith('index-'));
  expect(first.length).toBe(1);
  expect(first[0]!.kB).toBeLessThanOrEqual(120);
});
