import type { FeedRow, ImportRow, JobList, JobRow } from '../../model/index.ts';
import type { Page } from './claim.ts';
import { type Column, table } from './layout.ts';
import { count, instant } from './words.ts';

/** The feeds that are watched, a line each; what went wrong stands below. */
export function printFeeds(rows: readonly FeedRow[], { style, width }: Page): string {
  if (rows.length === 0) return 'No feed is watched yet: "dateline feeds add ADDRESS" adds one.\n';
  const columns: readonly Column<FeedRow>[] = [
    // An address is there to be copied: it is never cut.
    { head: 'FEED', cell: row => row.address },
    { head: 'NAME', cell: row => row.title ?? '', shrinks: true, mark: style.bold },
    { head: 'ARTICLES', cell: row => String(row.items), align: 'right' },
    { head: 'POLLED', cell: row => (row.polled ? instant(row.polled) : 'not yet') },
    { head: 'NEXT', cell: row => (row.next ? instant(row.next) : 'now') },
  ];
  const below = (row: FeedRow): string => row.problem ?? '';
  return `${style.bold(count(rows.length, 'feed'))}\n\n${table(rows, columns, width, style.dim, below)}\n`;
}

/** The queue: how much there is of each state, the jobs, and long imports. */
export function printJobs({ counts, jobs, imports }: JobList, page: Page, only: string | null): string {
  const { style, width } = page;
  const shown = jobs.filter(job => job.state !== 'done' || only === 'done');
  const columns: readonly Column<JobRow>[] = [
    { head: 'JOB', cell: row => String(row.id), align: 'right' },
    {
      head: 'STATE',
      cell: row => row.state,
      mark: (text, row) => (row.state === 'dead' ? style.bad(text) : text),
    },
    { head: 'WHAT', cell: row => `${row.kind} ${row.name}`, shrinks: true },
    { head: 'TRIES', cell: row => String(row.attempts), align: 'right' },
    { head: 'NEXT', cell: row => (row.state === 'waiting' ? instant(row.due) : '') },
  ];
  const below = (row: JobRow): string => row.problem ?? '';
  const parts = [
    style.bold(
      `${counts.waiting} waiting, ${counts.running} running, ${counts.done} done, ${counts.dead} given up`,
    ),
  ];
  if (shown.length > 0) parts.push(table(shown, columns, width, style.dim, below));
  if (only == null && imports.length > 0) parts.push(printImports(imports, page));
  if (counts.dead > 0) parts.push(style.dim('dateline jobs retry tries again what was given up.'));
  return `${parts.join('\n\n')}\n`;
}

function printImports(rows: readonly ImportRow[], { style, width }: Page): string {
  const columns: readonly Column<ImportRow>[] = [
    { head: 'IMPORT', cell: row => row.name, shrinks: true },
    { head: 'RECORDS', cell: row => row.done.toLocaleString('en-GB'), align: 'right' },
    { head: 'FILED', cell: row => String(row.counts.filed), align: 'right' },
    { head: 'UNREAD', cell: row => String(row.counts.unread), align: 'right' },
    { head: 'REFUSED', cell: row => String(row.counts.refused), align: 'right' },
    {
      head: 'STATE',
      cell: row => (row.finished ? 'finished' : `stopped or under way, ${instant(row.changed)}`),
    },
  ];
  return table(rows, columns, width, style.dim);
}
