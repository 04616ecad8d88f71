import type { Document, Token } from '../../language/document.ts';
import type { Span } from '../../model/index.ts';
import { caseOf } from '../frames/slots.ts';
import { subtree } from './spans.ts';

const OUTSIDE = new Set([
  'acl',
  'acl:relcl',
  'appos',
  'parataxis',
  'conj',
  'cc',
  'punct',
  'advcl',
  'list',
  'dep',
  'discourse',
  'ccomp',
  'cop',
  'nsubj',
  'expl',
  'aux',
]);
/** Prepositions of where somebody speaks or is, no part of who he is. */
const WHERE = /^(?:in|at|inside|outside|near|on|from|with|around|across|to|by)$/;
const COUNT =
  /^(?:one|two|three|four|five|six|seven|eight|nine|ten|several|some|many|another|other|various|multiple|a|few|itself|himself|herself|themselves|\d+)$/;
const ARTICLE = /^(?:the|a|an|this|that|these|those|its|their|his|her)\s+/i;

/** Who speaks: a short name, all that is said of him, and where the one and the other stand. */
export interface SourcePhrase {
  readonly name: string;
  readonly words: string;
  readonly span: Span;
  readonly around: Span;
}

/**
 * The words of a noun phrase, without what is only added to it: numbers, places, days. `within`: the words found for the
 * source of a speech act, which the phrase does not go beyond.
 */
export function phraseOf(doc: Document, top: number, within?: Span): SourcePhrase {
  const head = oneOfMany(doc, top);
  const core = subtree(doc, head, t => isAdded(doc, t, head));
  const full = subtree(
    doc,
    head,
    t =>
      ['acl:relcl', 'parataxis', 'conj', 'cc', 'advcl', 'ccomp'].includes(t.deprel) ||
      (t.deprel === 'case' && t.head === head),
  );
  let first = core.first;
  while (first < head && isLeading(doc.tokens[first]!)) first++;
  let last = Math.min(core.last, first + 14);
  while (within && last > head + 1 && doc.tokens[last - 1]!.end > within.end) last--;
  const span = { start: doc.tokens[first]!.start, end: doc.tokens[last - 1]!.end };
  const around = {
    start: Math.min(doc.tokens[full.first]!.start, within?.start ?? Infinity),
    end: Math.max(doc.tokens[full.last - 1]!.end, within?.end ?? 0),
  };
  return {
    name: doc.text.slice(span.start, span.end).replace(ARTICLE, '').replace(/\s+/g, ' '),
    words: doc.text.slice(around.start, around.end).replace(/\s+/g, ' '),
    span,
    around,
  };
}

/** "One of their officers": an officer. */
function oneOfMany(doc: Document, head: number): number {
  if (!COUNT.test(doc.tokens[head]!.lower)) return head;
  return (
    (doc.children[head] ?? []).find(
      c =>
        doc.tokens[c]!.deprel.startsWith('nmod') && caseOf(doc, c) === 'of' && doc.tokens[c]!.upos === 'NOUN',
    ) ?? head
  );
}

const isLeading = (t: Token): boolean =>
  t.upos === 'DET' ||
  t.upos === 'PUNCT' ||
  t.upos === 'ADP' ||
  (t.upos === 'NUM' && COUNT.test(t.lower)) ||
  (t.upos === 'ADV' && !/^\d/.test(t.text)) ||
  (t.upos !== 'PROPN' && COUNT.test(t.lower));

/** Whether a token below the head only adds to who it is. */
function isAdded(doc: Document, t: Token, head: number): boolean {
  if (OUTSIDE.has(t.deprel)) return true;
  if (t.head !== head) return false;
  if (t.deprel === 'case') return true;
  if (t.index < head) return false;
  if (t.deprel === 'nmod:unmarked' && COUNT.test(t.lower)) return true;
  return (
    doc.tokens[head]!.upos === 'NOUN' && /^(?:nmod|obl)/.test(t.deprel) && WHERE.test(caseOf(doc, t.index))
  );
}
