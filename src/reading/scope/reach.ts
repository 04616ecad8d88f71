import type { Document, Token } from '../../language/index.ts';
import { sets } from './words.ts';

const base = (rel: string): string => rel.split(':')[0]!;

/** Who does not speak of an event does not deny it. */
const SILENT = new Set([
  'mention',
  'comment',
  'address',
  'discuss',
  'verify',
  'confirm',
  'report',
  'announce',
]);

/** Verbs that say of an event whether there was one. */
const OCCUR = new Set([
  'happen',
  'occur',
  'take',
  'begin',
  'start',
  'come',
  'succeed',
  'follow',
  'materialise',
  'materialize',
  'be',
]);

/**
 * Whether a "not" beside a word reaches what stands below it: not a finite verb coordinated with it ("never held the hills, and
 * left"), nor what is only its subject ("the threat to take it is not taken seriously").
 */
export function reachedByDenial(below: Token, head: Token): boolean {
  if (below.deprel === 'conj') return !(below.upos === 'VERB' && /^VB[DZP]$/.test(below.xpos));
  if (SILENT.has(head.lemma)) return false;
  return !base(below.deprel).startsWith('nsubj') || OCCUR.has(head.lemma) || sets.false.has(head.lemma);
}

/** A coordinated verb without subject or auxiliary of its own shares those of the first; nouns share theirs. */
export function sharesScope(doc: Document, below: Token, head: Token): boolean {
  const kids = doc.children[below.index] ?? [];
  const own = kids.some(c => ['nsubj', 'aux', 'csubj'].includes(base(doc.tokens[c]!.deprel)));
  const same = (below.upos === 'VERB') === (head.upos === 'VERB');
  return same && !own && (below.upos !== 'VERB' || below.xpos === head.xpos || below.xpos === 'VB');
}
