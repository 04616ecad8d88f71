import type { ReportRow } from '../../model/index.ts';
import type { Page } from './claim.ts';
import { type Column, table } from './layout.ts';
import { count, day, instant } from './words.ts';

/** The reports on file, a line each: when, who, what, how many claims, and whose text it carries. */
export function printReports(rows: readonly ReportRow[], page: Page): string {
  const { style, width } = page;
  if (rows.length === 0) return 'No report is on file yet: "dateline add" files some.\n';
  const names = new Map(rows.map(row => [row.id, row.ref ?? row.id]));
  const columns: readonly Column<ReportRow>[] = [
    // An id is there to be copied: it is never cut.
    { head: 'REPORT', cell: row => row.ref ?? row.id },
    { head: 'PUBLISHED', cell: row => (row.published ? day(row.published) : `filed ${instant(row.filed)}`) },
    { head: 'OUTLET', cell: row => row.outlet ?? '', shrinks: true },
    { head: 'TITLE', cell: row => row.title ?? '', shrinks: true, mark: style.bold },
    { head: 'CLAIMS', cell: row => (row.unread ? '' : String(row.claims)), align: 'right' },
    {
      head: 'NOTE',
      cell: row => row.unread ?? (row.copyOf ? `copy of ${names.get(row.copyOf) ?? row.copyOf}` : ''),
      mark: style.doubt,
      shrinks: true,
    },
  ];
  return `${style.bold(count(rows.length, 'report'))}\n\n${table(rows, columns, width, style.dim)}\n`;
}
