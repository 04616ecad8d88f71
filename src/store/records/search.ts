import { type Kysely, sql } from 'kysely';
import type { Instant } from '../../model/index.ts';
import type { Schema } from '../schema.ts';
import { instantOf } from './instants.ts';

type Tx = Kysely<Schema>;

/** A report whose words match. */
export interface FoundReport {
  readonly id: string;
  readonly title: string | null;
  readonly outlet: string | null;
  readonly published: string | null;
  readonly known: Instant;
  readonly text: string;
}

/** Which reports are looked through, and which come first. */
export interface ReportSearch {
  readonly knownAt?: Instant | null;
  readonly filedAfter?: Instant;
  /** Newest filed first, instead of best first. */
  readonly newestFirst?: boolean;
  readonly limit: number;
}

/** Reports whose title or text match the words, as web search boxes take them ("…", or, -), best first. */
export async function searchReports(
  tx: Tx,
  words: string,
  { knownAt = null, filedAfter, newestFirst = false, limit }: ReportSearch,
): Promise<FoundReport[]> {
  const after = filedAfter ?? null;
  const first = newestFirst ? sql`r.filed desc` : sql`ts_rank(r.words, q) desc`;
  const { rows } = await sql<Record<string, unknown>>`
    select r.id, r.title, r.outlet, r.published, r.known, r.text
    from reports r, websearch_to_tsquery('english', ${words}) q
    where r.words @@ q and (${knownAt}::timestamptz is null or r.known <= ${knownAt}::timestamptz)
      and (${after}::timestamptz is null or r.filed > ${after}::timestamptz)
    order by ${first}, r.known desc, r.id limit ${limit}`.execute(tx);
  return rows.map(row => ({
    id: row.id as string,
    title: row.title as string | null,
    outlet: row.outlet as string | null,
    published: row.published as string | null,
    known: instantOf(row.known),
    text: row.text as string,
  }));
}

/** A text in which words are sought again, after masking. */
export interface Sought {
  readonly id: string;
  readonly title: string;
  readonly text: string;
}

/** The texts that match, with an excerpt each: what matched between « and ». */
export async function findExcerpts(
  tx: Tx,
  words: string,
  texts: readonly Sought[],
): Promise<Map<string, string>> {
  if (texts.length === 0) return new Map();
  const { rows } = await sql<{ id: string; excerpt: string }>`
    select x.id, ts_headline('english', x.text, q,
      'StartSel=«, StopSel=», MaxFragments=2, MaxWords=24, MinWords=8, FragmentDelimiter=" … "') as excerpt
    from jsonb_to_recordset(${JSON.stringify(texts)}::jsonb) as x(id text, title text, text text),
      websearch_to_tsquery('english', ${words}) q
    where to_tsvector('english', x.title || ' ' || x.text) @@ q`.execute(tx);
  return new Map(rows.map(r => [r.id, r.excerpt]));
}
