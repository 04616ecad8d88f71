import type { DiscrepancyRow } from '../../model/index.ts';
import type { Page } from './claim.ts';
import { block } from './layout.ts';
import { count, instant } from './words.ts';

/** What does not add up: the sentence, what kind it is, and what settled it where something did. */
export function printDiscrepancies(rows: readonly DiscrepancyRow[], { style, width }: Page): string {
  return rows
    .map(row => {
      const facts = [
        row.kind,
        `known since ${instant(row.knownSince)}`,
        count(row.reports.length, 'report'),
        row.id,
      ];
      const lines = [
        block(
          row.note,
          width,
          '     ',
          row.settledBy ? '  ✓  ' : '  !  ',
          row.settledBy ? style.dim : text => text,
        ),
        block(facts.join(' · '), width, '     ', '     ', style.dim),
      ];
      if (row.settledBy)
        lines.push(
          block(
            `Settled: ${row.settledBy.note} (${instant(row.settledBy.known)})`,
            width,
            '     ',
            '     ',
            style.good,
          ),
        );
      return lines.join('\n');
    })
    .join('\n\n');
}

/** The list with its head: how many stand. */
export function printDiscrepancyList(rows: readonly DiscrepancyRow[], page: Page): string {
  if (rows.length === 0) return 'Nothing is on record that does not add up.\n';
  const open = rows.filter(row => row.settledBy == null).length;
  const head = `${count(rows.length, 'discrepancy', 'discrepancies')}, ${open} open`;
  return `${page.style.bold(head)}\n\n${printDiscrepancies(rows, page)}\n`;
}
