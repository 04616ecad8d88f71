import { readFileSync } from 'node:fs';

/** The rows of a table with a header line, as records by column. Lines that begin with `//` are notes. */
export function readTable(url: URL): Record<string, string>[] {
  const lines = readFileSync(url, 'utf8')
    .split('\n')
    .filter(l => l.trim() !== '' && !l.startsWith('//'));
  const columns = lines[0]!.split('\t');
  return lines.slice(1).map(line => {
    const cells = line.split('\t');
    return Object.fromEntries(columns.map((c, i) => [c, (cells[i] ?? '').trim()]));
  });
}
