import type { Span } from '../model/index.ts';
import type { Document, Sentence, Token } from './document.ts';

/** A relation without its subtype: `nsubj:pass` → `nsubj`. */
export const relationOf = (token: Token): string => {
  const colon = token.deprel.indexOf(':');
  return colon < 0 ? token.deprel : token.deprel.slice(0, colon);
};

/** Whether a token bears one of the relations; `nsubj` covers its subtypes, `nsubj:pass` only itself. */
export const bears = (token: Token, ...relations: readonly string[]): boolean =>
  relations.includes(token.deprel) || relations.includes(relationOf(token));

/** The tokens that depend on a token, in order of the text. */
export const childrenOf = (document: Document, token: number): Token[] =>
  document.children[token]!.map(child => document.tokens[child]!);

/** Those children that bear one of the relations (see `bears`).
 * @example dependents(document, verb, 'obj', 'nsubj:pass')
 */
export const dependents = (document: Document, token: number, ...relations: readonly string[]): Token[] =>
  childrenOf(document, token).filter(child => bears(child, ...relations));

/** The first of those, or undefined. */
export const dependent = (
  document: Document,
  token: number,
  ...relations: readonly string[]
): Token | undefined => dependents(document, token, ...relations)[0];

/** The token that a token depends on; undefined for a root. */
export const headOf = (document: Document, token: number): Token | undefined =>
  document.tokens[document.tokens[token]!.head];

/** The tokens above a token, nearest first, up to its sentence's root. */
export function ancestors(document: Document, token: number): Token[] {
  const path: Token[] = [];
  for (let above = headOf(document, token); above; above = headOf(document, above.index)) path.push(above);
  return path;
}

/** Whether `below` lies in the subtree of `above` (a token lies in its own). */
export const isUnder = (document: Document, below: number, above: number): boolean =>
  below === above || ancestors(document, below).some(token => token.index === above);

/** All indexes of a token's subtree, itself with them, in order of the text; `without` leaves out children by relation and all under them. */
export function subtree(document: Document, token: number, ...without: readonly string[]): number[] {
  const found = [token];
  for (let k = 0; k < found.length; k++)
    for (const child of document.children[found[k]!]!)
      if (k > 0 || !bears(document.tokens[child]!, ...without)) found.push(child);
  return found.sort((a, b) => a - b);
}

/** The half-open token range from the first to the last token of a subtree; `without` as in `subtree`. */
export function subtreeRange(
  document: Document,
  token: number,
  ...without: readonly string[]
): { first: number; last: number } {
  const found = subtree(document, token, ...without);
  return { first: found[0]!, last: found.at(-1)! + 1 };
}

/** The span of a half-open token range that is not empty. */
export const spanOf = (document: Document, first: number, last: number): Span => ({
  start: document.tokens[first]!.start,
  end: document.tokens[last - 1]!.end,
});

/** The tokens joined to a token by conjunction, itself first: "A, B and C" from A. */
export const conjuncts = (document: Document, token: number): Token[] => [
  document.tokens[token]!,
  ...dependents(document, token, 'conj').flatMap(each => conjuncts(document, each.index)),
];

/** The first conjunct of the chain that a token stands in: from B or C in "A, B and C", A. */
export function firstConjunct(document: Document, token: number): Token {
  let first = document.tokens[token]!;
  while (bears(first, 'conj') && first.head >= 0) first = document.tokens[first.head]!;
  return first;
}

/** Words that turn what they stand with into its contrary. */
export const NEGATORS: ReadonlySet<string> = new Set([
  'not',
  "n't",
  'n’t',
  'never',
  'nt',
  'neither',
  'nor',
  'hardly',
  'no',
]);
const DENYING = new Set([...NEGATORS, 'without', 'nobody', 'nothing', 'none']);

/**
 * Whether a word is denied by words of its own: "did not take", "never took", "no troops", "without taking", "neither".
 * A negated verb above it does not count ("did not say that it fell").
 */
export const isNegated = (document: Document, token: number): boolean =>
  childrenOf(document, token).some(
    child =>
      DENYING.has(child.lower) && bears(child, 'advmod', 'det', 'mark', 'case', 'cc', 'nsubj', 'obj', 'neg'),
  );

/** The sentence of a token. */
export const sentenceOf = (document: Document, token: number): Sentence =>
  document.sentences[document.tokens[token]!.sentence]!;

/** The tokens of a sentence. */
export const tokensOf = (document: Document, sentence: Sentence): readonly Token[] =>
  document.tokens.slice(sentence.first, sentence.last);

/** The tokens that share a character with a span, in order. */
export function tokensIn(document: Document, span: Span): readonly Token[] {
  const first = firstEndingAfter(document.tokens, span.start);
  let last = first;
  while (last < document.tokens.length && document.tokens[last]!.start < span.end) last++;
  return document.tokens.slice(first, last);
}

/** The token that covers an offset, or undefined. */
export const tokenAt = (document: Document, offset: number): Token | undefined =>
  tokensIn(document, { start: offset, end: offset + 1 })[0];

/** Of the tokens `[first, last)`, the one whose head lies outside them (the first such). */
export function headIn(document: Document, first: number, last: number): Token {
  for (let i = first; i < last; i++) {
    const { head, deprel } = document.tokens[i]!;
    if ((head < first || head >= last) && deprel !== 'punct') return document.tokens[i]!;
  }
  return document.tokens[first]!;
}

function firstEndingAfter(tokens: readonly Token[], offset: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tokens[middle]!.end > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}
