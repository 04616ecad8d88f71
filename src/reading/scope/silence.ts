import { type Document, NEGATORS, type Token } from '../../language/index.ts';
import { isYetToBeDone } from './clauses.ts';

const NOBODY = new Set(['nobody', 'none', 'neither', 'nothing']);
const base = (rel: string): string => rel.split(':')[0]!;

/** Whether a word names nobody: "none", "no soldier". */
export const isNobody = (doc: Document, t: Token): boolean =>
  NOBODY.has(t.lower) ||
  (doc.children[t.index] ?? []).some(
    c => base(doc.tokens[c]!.deprel) === 'det' && ['no', 'neither', 'none'].includes(doc.tokens[c]!.lower),
  );

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
