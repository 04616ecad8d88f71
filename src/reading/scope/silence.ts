import { type Document, NEGATORS, type Token } from '../../language/index.ts';
import { isYetToBeDone } from './clauses.ts';

const NOBODY = new Set(['nobody', 'none', 'neither', 'nothing']);

/** Whether a word names nobody: "none", "no soldier", "not one of them", "neither Baraza nor Sadra". */
export const isNobody = (doc: Document, t: Token): boolean =>
  NOBODY.has(t.lower) ||
  isNotOne(doc, t) ||
  (doc.children[t.index] ?? []).some(
    c =>
      /^(?:det|cc:preconj)/.test(doc.tokens[c]!.deprel) &&
      ['no', 'neither', 'none'].includes(doc.tokens[c]!.lower),
  );

/** "not one soldier", "not a single one of them", "not even one policeman": where the "not" is that of the noun, and not of its verb. */
function isNotOne(doc: Document, t: Token): boolean {
  const { first } = doc.sentences[t.sentence]!;
  const not = doc.tokens.slice(Math.max(first, t.index - 5), t.index).findLast(x => x.lower === 'not');
  if (!not || not.head === t.head) return false;
  const between = doc.tokens.slice(not.index + 1, t.index + 1).map(x => x.lower);
  return /^(?:even )?(?:one|a single|a)(?: \S+){0,2}$/.test(between.join(' '));
}

/** Verbs of saying, for what is left unsaid. */
export const SAYS = new Set([
  'say',
  'confirm',
  'acknowledge',
  'admit',
  'concede',
  'claim',
  'announce',
  'deny',
  'specify',
  'explain',
  'verify',
  'mention',
  'tell',
  'disclose',
]);
const UNWILLING = new Set(['decline', 'refuse', 'fail']);

/** "would not confirm that", "has not said when", "declined to say whether", "did not deny that": somebody's silence. */
export function isUnsaid(doc: Document, head: Token, lemma: string, rel: string): boolean {
  if (head.upos !== 'VERB' || !SAYS.has(lemma) || rel === 'nsubj') return false;
  const kids = (doc.children[head.index] ?? []).map(c => doc.tokens[c]!);
  if (kids.some(k => k.deprel === 'aux:pass' || k.deprel === 'nsubj:pass')) return false;
  if (kids.some(k => k.deprel === 'advmod' && NEGATORS.has(k.lower))) return true;
  if (kids.some(k => k.deprel === 'nsubj' && isNobody(doc, k))) return true;
  const above = doc.tokens[head.head];
  if (above && isYetToBeDone(doc, head, above)) return true;
  return head.deprel === 'xcomp' && above !== undefined && UNWILLING.has(above.lemma);
}
