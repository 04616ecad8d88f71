import { IntakeError } from './intake-error.ts';

/**
 * The rows of a CSV text by its head line (RFC 4180: quotes doubled inside quotes, line breaks allowed in them). Heads are trimmed
 * and in small letters. Throws an IntakeError naming the line of a quote that never ends.
 * @example readCsv('place,side\nFarah,taliban\n') // [{ line: 2, cells: { place: 'Farah', side: 'taliban' } }]
 */
export function readCsv(text: string): { line: number; cells: Record<string, string> }[] {
  const [head, ...rows] = rowsOf(text.replace(/^\ufeff/, ''));
  if (head == null) throw new IntakeError('it is empty');
  const names = head.cells.map(name => name.trim().toLowerCase());
  return rows
    .filter(row => row.cells.some(cell => cell.trim() !== ''))
    .map(({ line, cells }) => ({
      line,
      cells: Object.fromEntries(names.map((name, i) => [name, (cells[i] ?? '').trim()])),
    }));
}

function rowsOf(text: string): { line: number; cells: string[] }[] {
  const rows: { line: number; cells: string[] }[] = [];
  let cells: string[] = [],
    cell = '',
    line = 1,
    start = 1,
    quotedAt = 0;
  const endCell = (): void => {
    cells.push(cell);
    cell = '';
  };
  const endRow = (): void => {
    endCell();
    rows.push({ line: start, cells });
    cells = [];
    start = line + 1;
  };
  for (let i = 0; i < text.length; i++) {
    const char = text[i]!;
    if (quotedAt) {
      if (char !== '"') cell += char;
      else if (text[i + 1] === '"') cell += text[++i];
      else quotedAt = 0;
    } else if (char === '"' && cell.trim() === '') {
      quotedAt = line;
      cell = '';
    } else if (char === ',') endCell();
    else if (char === '\n') endRow();
    else if (char !== '\r') cell += char;
    if (char === '\n') line++;
  }
  if (quotedAt) throw new IntakeError(`line ${quotedAt}: a quote is opened and never closed`);
  if (cell !== '' || cells.length > 0) endRow();
  return rows;
}
