import type { Changes } from '../../model/index.ts';
import type { Page } from './claim.ts';
import { block } from './layout.ts';
import { markBasis } from './status.ts';
import { count, day, days, instant } from './words.ts';

/** What changed between two days, day by day, a sentence each with its basis. */
export function printChanges(changes: Changes, page: Page): string {
  const { style, width } = page;
  const when = `${days(changes.from, changes.to)}${changes.knownAt ? `, as known at ${instant(changes.knownAt)}` : ''}`;
  if (changes.rows.length === 0) return `${style.bold(when)}\nNothing changed.\n`;
  const dates = [...new Set(changes.rows.map(row => row.on))];
  const parts = dates.map(on => {
    const lines = changes.rows
      .filter(row => row.on === on)
      .map(({ sentence, after }) =>
        block(sentence, width, '    ', '  - ', line => markBasis(line, after.basis, style)),
      );
    return `${style.accent(day(on))}\n${lines.join('\n')}`;
  });
  return `${style.bold(when)} ${style.dim(`· ${count(changes.rows.length, 'change')}`)}\n\n${parts.join('\n\n')}\n`;
}
