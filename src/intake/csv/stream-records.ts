import { decodingStream } from '../decode-stream.ts';
import { IntakeError } from '../intake-error.ts';
import { type CsvRow, createRowParser } from './parse-rows.ts';

export interface CsvRecord {
  readonly line: number;
  /** Cells by the head's names as written, trimmed. */
  readonly cells: Readonly<Record<string, string>>;
}

/**
 * The records of a stream of CSV bytes, in memory bounded by the longest row. The delimiter (comma, semicolon or tab) is told by the
 * head line. Throws an IntakeError where there is no head, or a row that never ends.
 */
export async function* streamCsv(stream: AsyncIterable<Uint8Array | string>): AsyncGenerator<CsvRecord> {
  let names: string[] | null = null,
    parser: ReturnType<typeof createRowParser> | null = null,
    head = '';
  const recordOf = (row: CsvRow): CsvRecord | null => {
    if (names == null) {
      names = row.cells.map(name => name.trim());
      return null;
    }
    if (row.cells.every(cell => cell.trim() === '')) return null;
    const { line, cells } = row;
    return { line, cells: Object.fromEntries(names.map((name, i) => [name, cells[i] ?? ''])) };
  };
  for await (const text of decodingStream(stream)) {
    let piece = text;
    if (parser == null) {
      head += text;
      if (!head.trimStart().includes('\n') && head.length < HEAD_LIMIT) continue;
      parser = createRowParser(delimiterOf(head));
      piece = head;
    }
    for (const row of parser.push(piece)) {
      const record = recordOf(row);
      if (record) yield record;
    }
  }
  const rest: CsvRow[] = [];
  if (parser == null) {
    if (head.trim() === '') throw new IntakeError('it is empty');
    parser = createRowParser(delimiterOf(head));
    rest.push(...parser.push(head));
  }
  for (const row of [...rest, ...parser.end()]) {
    const record = recordOf(row);
    if (record) yield record;
  }
}

const HEAD_LIMIT = 65_536;

/** The delimiter that parts the head line most often. */
function delimiterOf(text: string): string {
  const head = /\S[^\n]*/.exec(text)?.[0] ?? '';
  const bare = head.replace(/"[^"]*"/g, '');
  const times = (char: string): number => bare.split(char).length;
  return [',', ';', '\t'].reduce((best, char) => (times(char) > times(best) ? char : best));
}
