import type { Span } from '../model/index.ts';

/**
 * The paragraphs of a text: its lines that are not blank, trimmed. A text whose lines were wrapped (blank lines between
 * paragraphs, and long lines that break off in the middle of a sentence) is split at blank lines only.
 * @example findParagraphs('One.\n\nTwo.') // [{ start: 0, end: 4 }, { start: 6, end: 10 }]
 */
export function findParagraphs(text: string): Span[] {
  const breakAt = isWrapped(text)
    ? /(?:\r\n|\n|\r)[^\S\r\n]*(?:\r\n|\n|\r)\s*|\u2029/g
    : /[\r\n\u2028\u2029\u000b\u000c\u0085]+/g;
  const paragraphs: Span[] = [];
  const push = (start: number, end: number): void => {
    const part = text.slice(start, end);
    const trimmed = part.trim();
    if (trimmed === '') return;
    const from = start + part.indexOf(trimmed);
    paragraphs.push({ start: from, end: from + trimmed.length });
  };
  let start = 0;
  for (const match of text.matchAll(breakAt)) {
    push(start, match.index);
    start = match.index + match[0].length;
  }
  push(start, text.length);
  return paragraphs;
}

/** Whether many single line breaks fall inside sentences: a long line without closing punctuation, then a small letter. */
function isWrapped(text: string): boolean {
  let inside = 0;
  let single = 0;
  const lines = text.split(/\r\n|[\n\r]/);
  for (let i = 0; i + 1 < lines.length; i++) {
    const line = lines[i]!.trimEnd();
    if (line.trimStart() === '' || lines[i + 1]!.trim() === '') continue;
    single++;
    if (lines[i]!.length >= 40 && !/[.!?:;”"’')\]]$/.test(line) && /^\s*\p{Ll}/u.test(lines[i + 1]!))
      inside++;
  }
  return single >= 2 && inside * 3 > single;
}
