import type { Document, Token } from '../../language/index.ts';
import { isNobody } from './silence.ts';
import { sets } from './words.ts';

const base = (rel: string): string => rel.split(':')[0]!;

/** "denied it, saying that it held the town", "rejects this: its men are there": what is denied is told by a word of its own. */
export function isSaidInstead(doc: Document, head: Token, below: Token): boolean {
  const [next, after] = [doc.tokens[head.index + 1], doc.tokens[head.index + 2]];
  if (/^(?:it|this|that|these)$/.test(next?.lower ?? '') && /^[,:;–—]$/.test(after?.text ?? '')) return true;
  const object = (doc.children[head.index] ?? []).find(
    c => c !== below.index && c > head.index && base(doc.tokens[c]!.deprel) === 'obj',
  );
  if (object === undefined || object > below.index || base(below.deprel) === 'acl') return false;
  const { lower, upos } = doc.tokens[object]!;
  if (upos !== 'PRON' && !sets.told.has(doc.tokens[object]!.lemma)) return false;
  const between = doc.tokens.slice(object + 1, below.index);
  return /^(?:it|this|that|both|these)$/.test(lower)
    ? between.some(t => /^[,:;–—]$/.test(t.text))
    : between.some(t => t.text === ':' || /^(?:saying|insisting|adding|stating)$/.test(t.lower));
}

/** "nothing suggests", "no footage shows", "nothing to indicate". */
export const isShownByNothing = (doc: Document, verb: Token): boolean =>
  (doc.children[verb.index] ?? []).some(
    c => doc.tokens[c]!.deprel === 'nsubj' && isNobody(doc, doc.tokens[c]!),
  ) ||
  (verb.deprel.startsWith('acl') && verb.head >= 0 && isNobody(doc, doc.tokens[verb.head]!));

const MISREPORTS = /^(?:report|claim|announce|say|declare|state)$/;
const WRONGLY = /^(?:wrongly|falsely|erroneously|mistakenly|incorrectly)$/;
/** "falsely claimed", "had wrongly reported": where the adverb stands. */
export const wronglyAt = (doc: Document, verb: Token): number | undefined =>
  MISREPORTS.test(verb.lemma)
    ? (doc.children[verb.index] ?? []).find(c => WRONGLY.test(doc.tokens[c]!.lower))
    : undefined;

/** "It was a lie that …": a predicate whose subject is only "it". */
export const isExtraposed = (doc: Document, head: Token): boolean => {
  const kids = (doc.children[head.index] ?? []).map(c => doc.tokens[c]!);
  return kids.some(k => k.deprel === 'cop') && kids.some(k => k.lower === 'it' && k.index < head.index);
};
