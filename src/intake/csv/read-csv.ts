import { IntakeError } from '../intake-error.ts';
import { createRowParser } from './parse-rows.ts';

/**
 * The rows of a CSV text by its head line. Heads are trimmed and in small letters, cells trimmed. Throws an IntakeError naming the
 * line of a quote that never ends.
 * @example readCsv('place,side\nFarah,taliban\n') // [{ line: 2, cells: { place: 'Farah', side: 'taliban' } }]
 */
export function readCsv(text: string): { line: number; cells: Record<string, string> }[] {
  const parser = createRowParser();
  const [head, ...rows] = [...parser.push(text.replace(/^\ufeff/, '')), ...parser.end()];
  if (head == null) throw new IntakeError('it is empty');
  const names = head.cells.map(name => name.trim().toLowerCase());
  return rows
    .filter(row => row.cells.some(cell => cell.trim() !== ''))
    .map(({ line, cells }) => ({
      line,
      cells: Object.fromEntries(names.map((name, i) => [name, (cells[i] ?? '').trim()])),
    }));
}
