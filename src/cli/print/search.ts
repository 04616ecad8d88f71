import type { SearchResult } from '../../model/index.ts';
import type { Page } from './claim.ts';
import { printEvidence } from './history.ts';
import { block } from './layout.ts';
import { day, whereWords } from './words.ts';

/** What a search found: places, reports with the words that matched, claims with theirs. */
export function printSearch({ reports, claims, places }: SearchResult, page: Page): string {
  const { style, width } = page;
  const hits = reports.map(report => {
    const facts = [report.outlet, report.published ? day(report.published) : null, report.id]
      .filter(Boolean)
      .join(' · ');
    const excerpt = report.excerpt.replace(/«([^»]*)»/g, (_, words: string) => style.bold(words));
    return [
      block(`${style.bold(report.title ?? 'untitled')} · ${style.dim(facts)}`, width, '    ', '  - '),
      block(`… ${excerpt} …`, width, '    '),
    ].join('\n');
  });
  const parts = [
    part(
      'Places',
      places.map(place =>
        block(
          `${style.bold(place.name)}, ${whereWords(place)} · ${style.dim(place.id)}`,
          width,
          '    ',
          '  - ',
        ),
      ),
      page,
    ),
    part('Reports', hits, page),
    part(
      'Statements',
      claims.map(claim => printEvidence(claim, page)),
      page,
    ),
  ].filter(text => text !== '');
  return parts.length ? `${parts.join('\n\n')}\n` : 'Nothing was found.\n';
}

const part = (head: string, lines: readonly string[], { style }: Page): string =>
  lines.length ? `${style.accent(head)}\n${lines.join('\n')}` : '';
