import { IntakeError } from '../intake-error.ts';

export interface CsvRow {
  /** The line that it begins on, counted from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** Takes a CSV text in pieces and gives its rows as they are complete. */
export interface RowParser {
  push(text: string): CsvRow[];
  /** The last row. Throws an IntakeError where a quote was never closed. */
  end(): CsvRow[];
}

/** Longest row that is kept, in UTF-16 units: a quote that never closes must not swallow a whole archive. */
export const ROW_LIMIT = 4_000_000;

/**
 * Parses CSV (RFC 4180: quotes doubled inside quotes, line breaks allowed in them) with any one-character delimiter.
 * `push` throws an IntakeError naming the line of a row that grows past the limit.
 */
export function createRowParser(delimiter = ','): RowParser {
  let cells: string[] = [],
    cell = '',
    size = 0,
    line = 1,
    start = 1,
    quotedAt = 0,
    // A quote at the end of a piece: whether it is doubled is known with the next one.
    pending = false;
  let rows: CsvRow[] = [];
  const endCell = (): void => {
    cells.push(cell);
    cell = '';
  };
  const endRow = (): void => {
    endCell();
    rows.push({ line: start, cells });
    cells = [];
    size = 0;
    start = line + 1;
  };
  const take = (char: string): void => {
    if (pending) {
      pending = false;
      if (char === '"') {
        cell += char;
        return;
      }
      quotedAt = 0;
    }
    if (quotedAt) {
      if (char === '"') pending = true;
      else cell += char;
    } else if (char === '"' && cell.trim() === '') {
      quotedAt = line;
      cell = '';
    } else if (char === delimiter) endCell();
    else if (char === '\n') endRow();
    else if (char !== '\r') cell += char;
    if (char === '\n') line++;
  };
  const given = (): CsvRow[] => {
    const done = rows;
    rows = [];
    return done;
  };
  return {
    push(text) {
      for (let i = 0; i < text.length; i++) {
        take(text[i]!);
        if (++size > ROW_LIMIT) throw new IntakeError(`line ${start}: the row is too long for one report`);
      }
      return given();
    },
    end() {
      if (quotedAt && !pending) throw new IntakeError(`line ${quotedAt}: a quote is opened and never closed`);
      if (cell !== '' || cells.length > 0) endRow();
      return given();
    },
  };
}
