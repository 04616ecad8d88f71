import type { Document, Quotation, Token } from '../../language/document.ts';
import type { Span } from '../../model/index.ts';
import type { Run } from './speech-act.ts';

export const base = (rel: string): string => rel.split(':')[0]!;

/** First and last token of everything below a token; `without` leaves out children and what is below them. */
export function subtree(doc: Document, i: number, without: (t: Token) => boolean = () => false): Run {
  let first = i;
  let last = i + 1;
  const walk = (at: number, depth: number): void => {
    first = Math.min(first, at);
    last = Math.max(last, at + 1);
    if (depth > 40) return;
    for (const c of doc.children[at] ?? []) if (!without(doc.tokens[c]!)) walk(c, depth + 1);
  };
  walk(i, 0);
  return { first, last };
}

export const spanOf = (doc: Document, run: Run): Span => ({
  start: doc.tokens[run.first]!.start,
  end: doc.tokens[run.last - 1]!.end,
});

const OPENING = /["“”«»‘]/;

/** The span of a run of tokens without the punctuation and the "that" at its edges; null where nothing is left. */
export function trimmed(doc: Document, first: number, last: number): Span | null {
  while (
    first < last &&
    (doc.tokens[first]!.upos === 'PUNCT' || doc.tokens[first]!.lower === 'that') &&
    !OPENING.test(doc.tokens[first]!.text)
  )
    first++;
  while (last > first && /^[,;:—–-]$/.test(doc.tokens[last - 1]!.text)) last--;
  return first < last ? { start: doc.tokens[first]!.start, end: doc.tokens[last - 1]!.end } : null;
}

/** Looks up by offset, in a list sorted by start, with a moving start: quotations and paragraphs do not overlap. */
export const quotationAt = (doc: Document, offset: number): Quotation | undefined => {
  let low = 0;
  let high = doc.quotations.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (doc.quotations[middle]!.end > offset) high = middle;
    else low = middle + 1;
  }
  const found = doc.quotations[low];
  return found && found.start <= offset ? found : undefined;
};

/** Whether a run holds a finite verb. */
export function hasFiniteVerb(doc: Document, first: number, last: number): boolean {
  for (let i = first; i < last; i++) {
    const t = doc.tokens[i]!;
    if (t.upos === 'AUX' || (t.upos === 'VERB' && /^(?:VBD|VBZ|VBP|MD)$/.test(t.xpos))) return true;
  }
  return false;
}

/** The part of a sentence between semicolons (outside of quotations) that a token stands in, from a colon before it on. */
export function segmentOf(doc: Document, token: Token): Run {
  const sentence = doc.sentences[token.sentence]!;
  let { first, last } = sentence;
  for (let i = first; i < last; i++) {
    const mark = doc.tokens[i]!.text;
    if ((mark !== ';' && mark !== ':') || quotationAt(doc, doc.tokens[i]!.start)) continue;
    if (i < token.index) first = i + 1;
    else if (mark === ';') {
      last = i;
      break;
    }
  }
  return { first, last };
}
