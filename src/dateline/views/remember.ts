import { revisionOf } from '../../store/index.ts';
import type { Context } from '../context.ts';

/** Rows that were read, by what was asked; the oldest first. */
export type Remembered = Map<string, Answer>;

interface Answer {
  /** That of the record, or of the country's, which the rows were read of. */
  readonly revision: number;
  readonly rows: Promise<readonly unknown[]>;
  /** How many rows there are, once they are here. */
  size: number;
}

/** What is asked, in words of its own, and the one country that it is about, if it is. */
interface Question {
  readonly words: string;
  readonly country?: string | undefined;
}

/** Rows that are kept at most, all answers together: some 20 MB. */
const MOST_ROWS = 20_000;

/**
 * Rows of the record, read once for as long as nothing changes it, or its part about a country: many ask for the same country and
 * day. The revision is that of the database, so that what another process files is seen too. An answer is never older than the question.
 */
export async function remember<Row>(
  context: Pick<Context, 'store' | 'cache'>,
  { words, country }: Question,
  read: () => Promise<Row[]>,
): Promise<Row[]> {
  const { cache, store } = context;
  const revision = await revisionOf(store.db, country);
  const found = cache.rows.get(words);
  if (found?.revision === revision) return [...((await found.rows) as Row[])];
  // Another question has met a newer record meanwhile: this one is answered by itself.
  if (found != null && found.revision > revision) return read();
  const answer: Answer = { revision, rows: read(), size: 0 };
  cache.rows.delete(words);
  cache.rows.set(words, answer);
  try {
    const rows = (await answer.rows) as Row[];
    answer.size = rows.length;
    dropOldest(cache.rows);
    return [...rows];
  } catch (error) {
    if (cache.rows.get(words) === answer) cache.rows.delete(words);
    throw error;
  }
}

function dropOldest(of: Remembered): void {
  let all = [...of.values()].reduce((sum, { size }) => sum + size, 0);
  for (const [asked, { size }] of of) {
    if (all <= MOST_ROWS) return;
    of.delete(asked);
    all -= size;
  }
}
