import type { Mark } from '../../dateline/intake/index.ts';
import type { Asker, Filing, ImportRow, Ledger } from '../../model/index.ts';

/** Keeps note in the ledger of how far long imports have come, so that they go on where they stopped. */
export interface ImportMarks {
  /** How many records of an archive are done with. */
  doneOf(source: string): Promise<number>;
  /** One more record of an archive, or of none, is done with. */
  step(mark: Mark | undefined, outcome: Filing['outcome']): Promise<void>;
  /** All that was to be done is done, or it was stopped before. */
  end(isWhole: boolean): Promise<void>;
}

/** Shorter imports are begun anew: what was filed is known at once. */
const LONG = 100;
const EVERY_RECORDS = 200;
const EVERY_MS = 5000;

/** @example const marks = createImportMarks({ ledger }, by, say); */
export function createImportMarks(
  lent: { readonly ledger: Pick<Ledger, 'incoming'> },
  by: Asker,
  say: (line: string) => void,
): ImportMarks {
  const none = { filed: 0, known: 0, unread: 0, refused: 0 };
  const begun = new Map<string, ImportRow['counts']>();
  let current: { mark: Mark; counts: Record<Filing['outcome'], number>; since: number; at: number } | null =
    null;
  const note = async (finished: boolean): Promise<void> => {
    if (current == null) return;
    const { mark, counts } = current;
    if (mark.done < LONG && !begun.has(mark.source)) return;
    begun.set(mark.source, counts);
    current.since = 0;
    current.at = performance.now();
    await lent.ledger.incoming.noteImport(by, { ...mark, counts: { ...counts }, finished });
  };
  return {
    async doneOf(source) {
      const row = await lent.ledger.incoming.importOf(by, source);
      if (row == null) return 0;
      begun.set(source, row.counts);
      say(`${row.name}: going on after number ${row.done.toLocaleString('en-GB')}, where it stopped before`);
      return row.done;
    },
    async step(mark, outcome) {
      if (mark == null || mark.source !== current?.mark.source) await note(true);
      if (mark == null) {
        current = null;
        return;
      }
      if (mark.source !== current?.mark.source)
        current = { mark, counts: { ...none, ...begun.get(mark.source) }, since: 0, at: performance.now() };
      current.mark = mark;
      current.counts[outcome]++;
      if (++current.since >= EVERY_RECORDS || performance.now() - current.at > EVERY_MS) await note(false);
    },
    end: isWhole => note(isWhole),
  };
}
