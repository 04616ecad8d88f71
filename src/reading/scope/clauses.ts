import type { Document, Token } from '../../language/document.ts';

const childrenOf = (doc: Document, i: number): Token[] => (doc.children[i] ?? []).map(c => doc.tokens[c]!);

/** "no longer holds", "is no longer in": what is over. */
export const isNoLonger = (doc: Document, i: number): boolean =>
  childrenOf(doc, i).some(t => t.lower === 'longer' && doc.tokens[t.index - 1]?.lower === 'no');

/** "without taking it", "stopped short of entering it", "is far from having taken it": done by nobody. */
export function isLeftUndone(doc: Document, below: Token): boolean {
  const mark = childrenOf(doc, below.index).find(
    t => (t.deprel === 'mark' || t.deprel === 'case') && t.index < below.index,
  );
  if (!mark || (below.xpos !== 'VBG' && !childrenOf(doc, below.index).some(t => t.lower === 'having')))
    return false;
  const before = doc.tokens[mark.index - 1]?.lower;
  return (
    mark.lower === 'without' ||
    (mark.lower === 'of' && before === 'short') ||
    (mark.lower === 'from' && before === 'far')
  );
}

/** "came close to taking it": nearly done. */
export const isNearlyDone = (doc: Document, below: Token): boolean =>
  below.xpos === 'VBG' &&
  childrenOf(doc, below.index).some(
    t => t.lower === 'to' && t.index < below.index && doc.tokens[t.index - 1]?.lower === 'close',
  );

/** "has yet to retake it": not done so far. */
export const isYetToBeDone = (doc: Document, below: Token, head: Token): boolean =>
  /^(?:have|be|remain)$/.test(head.lemma) &&
  (below.xpos === 'VB' || (below.xpos === 'VBN' && doc.tokens[below.index - 1]?.lower === 'be')) &&
  doc.tokens.slice(Math.max(0, below.index - 4), below.index).some(t => t.lower === 'yet') &&
  childrenOf(doc, below.index).some(t => t.lower === 'to' && t.deprel === 'mark');

const WAITING = /^(?:until|till|once|when|after|before|unless)$/;
const AHEAD = /^(?:will|would|shall|must|can|could|wo|'ll|’ll|should|may|might)$/;

/**
 * "will fight until it is retaken", "once it is taken they will go on", "must be cleared before it can be taken": a clause of time
 * beside what is still to come is still to come itself. `isAhead` tells whether the clause above it is only planned or possible.
 */
export function awaits(
  doc: Document,
  below: Token,
  head: Token,
  isAhead: (at: number) => boolean,
): string | null {
  if (!below.deprel.startsWith('advcl')) return null;
  const kids = childrenOf(doc, below.index);
  const mark = kids.find(
    t => WAITING.test(t.lower) && t.index < below.index && /^(?:mark|advmod)$/.test(t.deprel),
  );
  if (!mark) return null;
  // "when the army took it, families would go": told as past
  const finite = [below, ...kids.filter(t => t.upos === 'AUX')];
  const past =
    finite.some(t => t.xpos === 'VBD' || t.lower === 'had') && !/^(?:until|till)$/.test(mark.lower);
  if (past) return null;
  const future = childrenOf(doc, head.index).some(t => t.upos === 'AUX' && AHEAD.test(t.lower));
  return future || isAhead(head.index) ? mark.lower : null;
}

/** "Their condition is that the army leaves": what a noun of wanting is said to be. */
export const isWanted = (doc: Document, i: number, nouns: ReadonlySet<string>): boolean =>
  childrenOf(doc, i).some(t => t.deprel === 'nsubj:outer' && nouns.has(t.lemma));
