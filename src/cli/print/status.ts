import { type Basis, daysBetween, type StatusRow } from '../../model/index.ts';
import type { Style } from '../style.ts';
import type { Page } from './claim.ts';
import { block, type Column, table } from './layout.ts';
import { count, day, days, holderWords } from './words.ts';

/** Marks a basis by its strength. */
export function markBasis(text: string, basis: Basis, style: Style): string {
  if (basis === 'confirmed' || basis === 'decided') return style.good(text);
  if (basis === 'disputed') return style.bad(text);
  if (basis === 'claimed') return style.doubt(text);
  return basis === 'assumed' ? style.dim(text) : text;
}

/** "since 10 Aug 2021", or the interval in which it changed hands. */
export const sinceWords = (row: StatusRow): string =>
  row.sinceEarliest != null && row.sinceEarliest !== row.since
    ? days(row.sinceEarliest, row.since)
    : day(row.since);

/** Parts taken and pressure on the place. */
export const moreWords = (row: StatusRow): string => [...row.parts, ...row.pressure].join('; ');

/** The last word is told by its age from so many days on. */
const STALE_DAYS = 7;

/** When the last word came; where that is long before the day asked about, how long: much may have changed since. */
export function lastWordWords({ lastWord }: StatusRow, at: string): string {
  if (lastWord == null) return 'none';
  const age = at === '' ? 0 : daysBetween(lastWord, at);
  return age < STALE_DAYS ? day(lastWord) : `${count(age, 'day')} ago`;
}

/** A place's name with its province; a division is told from the town of its name. @example placeLabel(kunduz) // 'Kunduz (province)' */
function placeLabel({ name, kind, admin1Name }: StatusRow['place']): string {
  const own = kind === 'province' || kind === 'district' ? `${name} (${kind})` : name;
  return admin1Name == null || admin1Name === name ? own : `${own}, ${admin1Name}`;
}

const columnsOf = ({ style }: Page, at: string): readonly Column<StatusRow>[] => [
  {
    head: 'PLACE',
    cell: ({ place }) => placeLabel(place),
    shrinks: true,
    mark: style.bold,
  },
  { head: 'HELD BY', cell: holderWords, shrinks: true },
  {
    head: 'STATUS',
    cell: row => (row.status === 'held' ? '' : row.status),
    mark: text => style.doubt(text),
  },
  { head: 'SINCE', cell: sinceWords },
  { head: 'BASIS', cell: row => row.basis, mark: (text, row) => markBasis(text, row.basis, style) },
  { head: 'ORIGINS', cell: row => (row.origins ? String(row.origins) : ''), align: 'right' },
  { head: 'LAST WORD', cell: row => lastWordWords(row, at), mark: style.dim },
];

/** The record at a moment, a line a place, with a summary of who holds how many. */
export function printStatus(
  rows: readonly StatusRow[],
  when: string,
  page: Page,
  { at = '', sums = [] }: { readonly at?: string; readonly sums?: readonly string[] } = {},
): string {
  const { style, width } = page;
  if (rows.length === 0) return `${style.bold(when)}\nNothing is on record for this.\n`;
  const held = new Map<string, number>();
  for (const row of rows) held.set(holderWords(row), (held.get(holderWords(row)) ?? 0) + 1);
  const shares = [...held].sort((a, b) => b[1] - a[1]).map(([name, n]) => `${name} ${n}`);
  const contested = rows.filter(row => row.status === 'contested').length;
  const summary = [
    count(rows.length, 'place'),
    ...shares,
    ...(contested ? [`${contested} of them contested`] : []),
  ].join(' · ');
  const told = sums.map(sentence => `${block(sentence, width, '')}\n`).join('');
  return `${style.bold(when)}\n${style.dim(summary)}\n${told}\n${table(rows, columnsOf(page, at), width, style.dim, moreWords)}\n`;
}
