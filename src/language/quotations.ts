import type { Span } from '../model/index.ts';
import type { Quotation } from './document.ts';

/** What closes a quotation, by the mark that opens it. */
const DOUBLE: Readonly<Record<string, string>> = { '"': '"”', '“': '”"', '”': '”"', '«': '»', '„': '“”"' };
const SINGLE: Readonly<Record<string, string>> = { "'": "'’", '‘': "’'" };
/** A quotation that no mark closes runs on over at most so many paragraphs. */
const MOST_PARAGRAPHS = 8;
/** A quotation in single marks is at most so many characters long: a lone mark is searched no further for its other. */
const LONGEST_SINGLE = 1000;

/**
 * The quotations of a text in the order of their beginnings, nested ones too: double marks (straight, curly, angled), and
 * single marks where they cannot be apostrophes. Where a paragraph ends inside a quotation and the next one opens with a
 * mark again, both are one quotation; otherwise a quotation that no mark closes ends with its paragraph.
 * @example findQuotations('He said “no”.', [{ start: 0, end: 13 }]) // [{ start: 8, end: 12, inner: { start: 9, end: 11 } }]
 */
export function findQuotations(text: string, paragraphs: readonly Span[]): Quotation[] {
  const found = findDouble(text, paragraphs);
  for (const paragraph of paragraphs) found.push(...findSingle(text, paragraph));
  return found.sort((a, b) => a.start - b.start || b.end - a.end);
}

function findDouble(text: string, paragraphs: readonly Span[]): Quotation[] {
  const found: Quotation[] = [];
  let open = -1;
  let runs = 0;
  const close = (innerEnd: number, end: number): void => {
    found.push({ start: open, end, inner: { start: open + 1, end: innerEnd } });
    open = -1;
    runs = 0;
  };
  for (const [index, { start, end }] of paragraphs.entries()) {
    for (let at = open >= 0 ? start + 1 : start; at < end; at++) {
      const mark = text[at]!;
      if (open >= 0 && DOUBLE[text[open]!]!.includes(mark) && !(mark === '"' && looksOpening(text, at)))
        close(at, at + 1);
      else if (mark in DOUBLE && (mark !== '"' && mark !== '”' ? true : looksOpening(text, at))) {
        if (open >= 0 && mark !== '"' && mark !== text[open]) continue;
        if (open >= 0) close(trimmedEnd(text, open + 1, at), trimmedEnd(text, open + 1, at));
        open = at;
      }
    }
    if (open < 0) continue;
    const next = paragraphs[index + 1];
    if (next && runs < MOST_PARAGRAPHS && text[next.start]! === text[open]) runs++;
    else close(end, end);
  }
  return found;
}

function findSingle(text: string, { start, end }: Span): Quotation[] {
  const found: Quotation[] = [];
  for (let at = start; at < end; at++) {
    const closing = SINGLE[text[at]!];
    if (closing === undefined || !looksOpening(text, at) || isClipping(text, at)) continue;
    const last = singleClose(text, at, Math.min(end, at + LONGEST_SINGLE), closing);
    if (last < 0) continue;
    found.push({ start: at, end: last + 1, inner: { start: at + 1, end: last } });
    at = last;
  }
  return found;
}

/** Where a single mark closes: after punctuation or before a blank or punctuation; a plural's apostrophe only when nothing better comes. */
function singleClose(text: string, open: number, end: number, closing: string): number {
  let doubtful = -1;
  for (let at = open + 2; at < end; at++) {
    if (!closing.includes(text[at]!) || /[\s(“"]/.test(text[at - 1]!)) continue;
    const after = text.slice(at + 1, at + 3);
    if (/^[\p{L}\p{N}]/u.test(after)) continue;
    if (/s/i.test(text[at - 1]!) && /^\s\p{Ll}/u.test(after)) {
      if (doubtful < 0) doubtful = at;
    } else return at;
  }
  return doubtful;
}

/** Whether a mark stands as an opening one does: nothing, a blank, a bracket or another mark before it, a word after it. */
function looksOpening(text: string, at: number): boolean {
  const before = at === 0 ? ' ' : text[at - 1]!;
  const after = text[at + 1] ?? ' ';
  return /[\s([{“"'‘«—–\-/:]/.test(before) && !/[\s,.;:!?)\]]/.test(after);
}

/** 'em, 'til, '90s: letters left out, no quotation. */
const isClipping = (text: string, at: number): boolean =>
  /^(?:\d0s|em\b|til\b|cause\b|tis\b|twas\b|n['’]|bout\b)/i.test(text.slice(at + 1, at + 8));

const trimmedEnd = (text: string, from: number, to: number): number =>
  from + text.slice(from, to).trimEnd().length;
