import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What a change of colours alone can break. */
export const COLOURS = ['color-contrast', 'link-in-text-block'];

/**
 * What axe finds against WCAG 2.2 AA on the page as it stands, one line a finding. The bar of the times is laid at the page's end
 * meanwhile: axe takes a button that is scrolled half under it for a small one. `within` looks at a part of the page alone, `rules` at some rules alone.
 */
export async function findBarriers(
  page: Page,
  within = 'html',
  rules?: readonly string[],
): Promise<string[]> {
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(SOURCE);
  const run = `(async () => {
    const bar = document.querySelector('.dock');
    if (bar != null) bar.style.position = 'static';
    const found = await axe.run('${within}', { runOnly: ${JSON.stringify(rules ?? RULES)} });
    if (bar != null) bar.style.position = '';
    return found.violations.flatMap(v => v.nodes.map(n =>
      v.id + ': ' + n.target.join(' ') + ' — ' + (n.any[0]?.message ?? n.all[0]?.message ?? n.none[0]?.message ?? v.help)));
  })()`;
  return (await page.evaluate(run)) as string[];
}
