import type { Rereading, StatusRow } from '../../model/index.ts';
import { claimLine, type Page } from './claim.ts';
import { block } from './layout.ts';
import { count, holderWords } from './words.ts';

/** What reading again changed, or would change: claims that came and went, lines of the record, orphaned decisions. */
export function printRereading(rereading: Rereading, page: Page): string {
  const { style, width } = page;
  const { reader, read, changed, status, orphans, accepted } = rereading;
  if (read === 0) return `Reader ${reader} has read every report already.\n`;
  const head = `${accepted ? 'Read' : 'Would read'} ${count(read, 'report')} again with reader ${reader}: ${changed.length} differ`;
  const reports = changed.map(({ report, title, gained, lost }) =>
    [
      block(`${style.bold(title ?? report)}`, width, '    ', '  '),
      ...gained.map(claim => block(claimLine(claim, style), width, '      ', `    ${style.good('+')} `)),
      ...lost.map(claim => block(claimLine(claim, style), width, '      ', `    ${style.bad('-')} `)),
    ].join('\n'),
  );
  const record = status.map(({ before, after }) => {
    const place = (after ?? before)?.place.name ?? '';
    return block(`${style.bold(place)}: ${rowWords(before)} → ${rowWords(after)}`, width, '    ', '  ');
  });
  const parts = [
    style.bold(head),
    ...reports,
    record.length ? `${style.accent('The record')}\n${record.join('\n')}` : '',
    orphans.length
      ? style.doubt(`${count(orphans.length, 'decision')} without a claim: ${orphans.join(', ')}`)
      : '',
  ];
  return `${parts.filter(text => text !== '').join('\n\n')}\n`;
}

const rowWords = (row: StatusRow | null): string =>
  row == null ? 'nothing' : `${holderWords(row)} (${row.status}, ${row.basis})`;
