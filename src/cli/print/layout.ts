const ANSI = /\u001b\[\d+m/g;

/** How many columns a text takes: ANSI codes and combining marks take none, wide East Asian characters two. */
export function widthOf(text: string): number {
  let width = 0;
  for (const char of text.replace(ANSI, '')) {
    if (/\p{Mark}|\u200d/u.test(char)) continue;
    width += /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60]/.test(char)
      ? 2
      : 1;
  }
  return width;
}

/** The text on as many lines as it needs, words whole unless one is wider than the line. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (let word of text.trim().split(/\s+/)) {
    while (widthOf(word) > width) {
      if (line !== '') lines.push(line);
      line = '';
      lines.push(word.slice(0, width));
      word = word.slice(width);
    }
    if (line !== '' && widthOf(line) + 1 + widthOf(word) > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return line === '' ? lines : [...lines, line];
}

/** Wrapped and indented; the first line may have another lead ("  1  "). */
export function block(
  text: string,
  width: number,
  indent: string,
  first = indent,
  mark: (line: string) => string = line => line,
): string {
  return wrap(text, Math.max(20, width - widthOf(indent)))
    .map((line, i) => (i === 0 ? first : indent) + mark(line))
    .join('\n');
}

/** A text cut to a width, the cut shown by an ellipsis. */
export const cut = (text: string, width: number): string =>
  widthOf(text) <= width ? text : `${[...text].slice(0, Math.max(1, width - 1)).join('')}…`;

export interface Column<Row> {
  readonly head: string;
  readonly cell: (row: Row) => string;
  readonly align?: 'right';
  /** Gives way first where the line is too long for the terminal. */
  readonly shrinks?: boolean;
  readonly mark?: (text: string, row: Row) => string;
}

const GAP = '  ';
/** No column is cut below this. */
const NARROWEST = 10;

/** Rows under a head, columns aligned, no wider than the terminal: columns that may shrink are cut. `below` is more on a row, on lines of its own. */
export function table<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  width: number,
  markHead: (text: string) => string,
  below: (row: Row) => string = () => '',
): string {
  const cells = rows.map(row => columns.map(column => column.cell(row)));
  const used = columns.map((_, i) => i).filter(i => cells.some(line => line[i] !== ''));
  const widths = columns.map((column, i) =>
    Math.max(widthOf(column.head), ...cells.map(line => widthOf(line[i]!))),
  );
  let over = used.reduce((sum, i) => sum + widths[i]!, 0) + GAP.length * (used.length - 1) - width;
  const shrinking = used.filter(i => columns[i]!.shrinks);
  while (over-- > 0) {
    const widest = shrinking.reduce((a, b) => (widths[b]! > widths[a]! ? b : a), shrinking[0] ?? -1);
    if (widest < 0 || widths[widest]! <= NARROWEST) break;
    widths[widest]!--;
  }
  const pad = (text: string, i: number): string => {
    const space = ' '.repeat(Math.max(0, widths[i]! - widthOf(text)));
    return columns[i]!.align === 'right' ? space + text : text + space;
  };
  const line = (texts: readonly string[], mark: (text: string, i: number) => string): string =>
    used
      .map(i => mark(pad(cut(texts[i]!, widths[i]!), i), i))
      .join(GAP)
      .trimEnd();
  const head = line(
    columns.map(column => column.head),
    markHead,
  );
  const body = cells.map((texts, row) =>
    line(texts, (text, i) => columns[i]!.mark?.(text, rows[row]!) ?? text),
  );
  const under = rows.map(row =>
    below(row) === '' ? [] : [block(below(row), width, '    ', '    ', markHead)],
  );
  return [head, ...body.flatMap((text, row) => [text, ...under[row]!])].join('\n');
}
