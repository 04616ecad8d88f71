import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

const FOLDER = join(import.meta.dirname, '../goldens');
const CODE = join(import.meta.dirname, 'compare-images.js');
/** How many of a hundred pixels may look different. */
const TOLERANCE = 1;

/**
 * Compares a page with its golden picture. Gives null where they look the same, else a sentence; the picture as it is now is left beside
 * the golden as `name-changed.png`. `GOLDENS=new` takes the pictures anew; a missing one is taken. `clip` is the part of the page to look at.
 */
export async function compareWithGolden(
  page: Page,
  name: string,
  clip?: { x: number; y: number; width: number; height: number },
): Promise<string | null> {
  mkdirSync(FOLDER, { recursive: true });
  const golden = join(FOLDER, `${name}.png`),
    changed = join(FOLDER, `${name}-changed.png`);
  const now = await page.screenshot({
    animations: 'disabled',
    caret: 'hide',
    ...(clip == null ? {} : { clip }),
  });
  rmSync(changed, { force: true });
  if (!existsSync(golden) || process.env.GOLDENS === 'new') {
    writeFileSync(golden, now);
    return null;
  }
  const before = readFileSync(golden);
  if (before.equals(now)) return null;
  const scratch = await page.context().newPage();
  await scratch.addScriptTag({ path: CODE });
  const call = `compareImages("${before.toString('base64')}", "${now.toString('base64')}")`;
  const different = (await scratch.evaluate(call)) as number;
  await scratch.close();
  if (different <= TOLERANCE) return null;
  writeFileSync(changed, now);
  return `${name}: ${different.toFixed(1)} of 100 pixels differ from the golden; see test/goldens/${name}-changed.png`;
}
