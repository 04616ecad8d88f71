import { revisionOf } from '../../store/index.ts';
import type { Context } from '../context.ts';

/** Rows that were read of one revision of the record, by what was asked; the oldest first. */
export interface Remembered {
  readonly revision: number;
  readonly of: Map<string, Answer>;
}

interface Answer {
  readonly rows: Promise<readonly unknown[]>;
  /** How many rows there are, once they are here. */
  size: number;
}

/** Rows that are kept at most, all answers together: some 20 MB. */
const MOST_ROWS = 20_000;

/**
 * Rows of the record, read once for as long as nothing changes it: many ask for the same country and day. The revision is that of the
 * database, so that what another process files is seen too. An answer is never older than the question.
 */
export async function remember<Row>(
  context: Pick<Context, 'store' | 'cache'>,
  asked: string,
  read: () => Promise<Row[]>,
): Promise<Row[]> {
  const { cache, store } = context;
  const revision = await revisionOf(store.db);
  if (cache.rows == null || cache.rows.revision < revision) cache.rows = { revision, of: new Map() };
  const { of } = cache.rows;
  // Another question has met a newer record meanwhile: this one is answered by itself.
  if (cache.rows.revision !== revision) return read();
  const found = of.get(asked);
  if (found != null) return [...((await found.rows) as Row[])];
  const answer: Answer = { rows: read(), size: 0 };
  of.set(asked, answer);
  try {
    const rows = (await answer.rows) as Row[];
    answer.size = rows.length;
    dropOldest(of);
    return [...rows];
  } catch (error) {
    of.delete(asked);
    throw error;
  }
}

function dropOldest(of: Remembered['of']): void {
  let all = [...of.values()].reduce((sum, { size }) => sum + size, 0);
  for (const [asked, { size }] of of) {
    if (all <= MOST_ROWS) return;
    of.delete(asked);
    all -= size;
  }
}
