import { z } from 'zod';
import { ProblemError } from './problem.ts';

/** Most rows of one page. */
const MOST = 1000;

/** What a list takes besides its own parameters. The whole list comes where neither is given. */
export const paging = {
  limit: z
    .string()
    .regex(/^[1-9]\d{0,3}$/, { error: issue => `"${issue.input}" is no number of rows from 1 to ${MOST}` })
    .transform(Number)
    .refine(n => n <= MOST, { error: issue => `"${issue.input}" is more than ${MOST}` })
    .optional()
    .describe('At most so many rows; the Link header leads to the next ones.'),
  cursor: z.string().optional().describe('Where a page before this one ended: taken from its Link header.'),
};

interface Page<Row> {
  readonly rows: readonly Row[];
  /** Of the page after this one; null where this is the last. */
  readonly cursor: string | null;
}

/**
 * A page of a list. The cursor names the last row seen, so that rows which come before it do not shift what follows; where
 * that row has gone, its position stands for it.
 */
export function pageOf<Row>(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
  { limit, cursor }: { readonly limit?: number | undefined; readonly cursor?: string | undefined },
): Page<Row> {
  if (limit == null && cursor == null) return { rows, cursor: null };
  const start = cursor == null ? 0 : startAfter(rows, keyOf, cursor);
  const end = start + (limit ?? 100);
  const page = rows.slice(start, end);
  const last = page.at(-1);
  const isLast = last == null || end >= rows.length;
  return { rows: page, cursor: isLast ? null : encode(end, keyOf(last)) };
}

function startAfter<Row>(rows: readonly Row[], keyOf: (row: Row) => string, cursor: string): number {
  const { position, key } = decode(cursor);
  const before = rows[position - 1];
  if (before != null && keyOf(before) === key) return position;
  const found = rows.findIndex(row => keyOf(row) === key);
  return found < 0 ? position : found + 1;
}

const encode = (position: number, key: string): string =>
  Buffer.from(JSON.stringify([position, key])).toString('base64url');

function decode(cursor: string): { position: number; key: string } {
  try {
    const [position, key] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown[];
    if (Number.isInteger(position) && typeof key === 'string') return { position: position as number, key };
  } catch {
    // Not ours: told below.
  }
  throw new ProblemError(400, `"${cursor}" is no cursor of this list: take it from a Link header`);
}

/** The header that leads to the next page (RFC 8288). */
export function linkTo(url: string, cursor: string): string {
  const next = new URL(url);
  next.searchParams.set('cursor', cursor);
  return `<${next.pathname}${next.search}>; rel="next"`;
}
