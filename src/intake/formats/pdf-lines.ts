/** A piece of text on a page, as PDF.js gives it: `y` grows upwards. */
export interface PdfItem {
  readonly str: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly fontSize: number;
  readonly hasEOL: boolean;
}

interface Line {
  readonly text: string;
  readonly y: number;
  readonly x: number;
  readonly size: number;
}

/**
 * The text of pages: pieces put together to lines, lines to paragraphs. A new paragraph begins where the gap is wider than the
 * lines', where the size of the letters changes, or where a line is set in. A word cut by a hyphen at a line's end is put together.
 */
export function joinLines(pages: readonly (readonly PdfItem[])[]): string {
  const paragraphs: string[] = [];
  for (const page of pages) {
    let last: Line | null = null,
      paragraph = '';
    for (const line of linesOf(page)) {
      if (last != null && isApart(last, line)) {
        paragraphs.push(paragraph);
        paragraph = '';
      }
      paragraph = join(paragraph, line.text);
      last = line;
    }
    paragraphs.push(paragraph);
  }
  return paragraphs
    .map(text => text.replace(/\s+/g, ' ').trim())
    .filter(text => text !== '')
    .join('\n\n');
}

function linesOf(page: readonly PdfItem[]): Line[] {
  const lines: Line[] = [];
  let text = '',
    first: PdfItem | null = null,
    end = 0;
  const finish = (): void => {
    if (first != null && text.trim() !== '')
      lines.push({ text, y: first.y, x: first.x, size: first.fontSize });
    text = '';
    first = null;
  };
  for (const item of page) {
    if (first != null && Math.abs(item.y - first.y) > Math.max(2, first.fontSize * 0.5)) finish();
    if (item.str !== '') {
      const isGap = first != null && item.x - end > item.fontSize * 0.2 && !/\s$/.test(text);
      text += (isGap ? ' ' : '') + item.str;
      first ??= item;
      end = item.x + item.width;
    }
    if (item.hasEOL) finish();
  }
  finish();
  return lines;
}

function isApart(last: Line, line: Line): boolean {
  const gap = last.y - line.y;
  // A new column begins higher up, and may go on with the sentence.
  if (gap < 0) return /[.!?”"]$/.test(last.text.trimEnd());
  return (
    gap > last.size * 1.65 ||
    Math.abs(line.size - last.size) > 1 ||
    (line.x - last.x > last.size * 0.8 &&
      line.x - last.x < last.size * 4 &&
      /[.!?”"]$/.test(last.text.trimEnd()))
  );
}

/** "Tues-" and "day" are one word; "pro-" and "Government" are two. */
const join = (before: string, line: string): string =>
  /\p{Ll}-$/u.test(before) && /^\p{Ll}/u.test(line) ? before.slice(0, -1) + line : `${before} ${line}`;
