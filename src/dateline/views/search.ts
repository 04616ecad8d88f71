import {
  type Asker,
  LedgerError,
  type Moment,
  type ReportHit,
  type SearchResult,
} from '../../model/index.ts';
import {
  type FoundReport,
  findExcerpts,
  loadClaims,
  searchPlaces,
  searchReports,
  type Tx,
} from '../../store/index.ts';
import type { Context } from '../context.ts';
import { knownAtOf } from '../moment.ts';
import { type Withholding, withholdingFor } from '../withholding/withhold.ts';
import { toClaimView } from './claim-view.ts';

const USUAL = 20;
const MOST = 100;

export interface SearchQuery extends Moment {
  /** How many of each kind at most; 20 unless told. */
  readonly limit?: number | undefined;
}

/**
 * Reports and claims by their words, places by name; best first. What is masked for whoever asks is not found either: the
 * words are sought again in the masked text.
 */
export function search(
  context: Context,
  by: Asker,
  words: string,
  query: SearchQuery = {},
): Promise<SearchResult> {
  if (words.trim() === '') throw new LedgerError('invalid', 'the words to look for are empty');
  const limit = Math.max(1, Math.min(query.limit ?? USUAL, MOST));
  const knownAt = knownAtOf(query.knownAt);
  return context.store.read(async tx => {
    const found = await searchReports(tx, words, { knownAt, limit });
    const { hits: reports, withholding } = await hitsFor(tx, by, words, found);
    const claims = await searchClaims(
      tx,
      words,
      reports.map(r => r.id),
      withholding,
      limit,
    );
    return { reports, claims, places: await searchPlaces(tx, words, limit) };
  });
}

/** Reports found, as whoever asks may see them: where the words are masked for them, the report is no hit. */
export async function hitsFor(
  tx: Tx,
  by: Asker,
  words: string,
  found: readonly FoundReport[],
): Promise<{ hits: ReportHit[]; withholding: Withholding }> {
  const withholding = await withholdingFor(
    tx,
    by,
    found.map(r => r.id),
  );
  const texts = found.map(({ id, title, text }) => {
    const mask = withholding.of(id);
    return { id, title: mask(title ?? ''), text: mask(text) };
  });
  const excerpts = await findExcerpts(tx, words, texts);
  const titles = new Map(texts.map(t => [t.id, t.title]));
  const hits = found.flatMap(({ text: _text, ...report }): ReportHit[] => {
    const excerpt = excerpts.get(report.id);
    const title = report.title == null ? null : titles.get(report.id)!;
    return excerpt == null ? [] : [{ ...report, title, excerpt }];
  });
  return { hits, withholding };
}

/** The claims of reports found whose own words match. */
async function searchClaims(
  tx: Tx,
  words: string,
  reports: readonly string[],
  withholding: Withholding,
  limit: number,
): Promise<SearchResult['claims']> {
  if (reports.length === 0) return [];
  const stored = await loadClaims(tx, { reports });
  const views = stored.map(s => toClaimView(s, withholding.of(s.claim.report)));
  const texts = views.map(({ id, quote }) => ({ id, title: '', text: quote.text }));
  const matching = await findExcerpts(tx, words, texts);
  const order = new Map(reports.map((id, i) => [id, i]));
  return views
    .filter(v => matching.has(v.id))
    .sort((a, b) => order.get(a.report)! - order.get(b.report)! || a.quote.start - b.quote.start)
    .slice(0, limit);
}
