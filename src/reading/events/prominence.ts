import type { Document } from '../../language/document.ts';

/** What each step up the tree takes from a word's prominence: a clause told beside, a noun within a noun. */
const STEPS: readonly (readonly [RegExp, number])[] = [
  [/^(?:acl|advcl)/, 0.7],
  [/^(?:nmod|obl|amod|compound)/, 0.45],
  [/^(?:conj|parataxis|appos)/, 0.15],
  [/^(?:nsubj|obj|xcomp|ccomp|csubj)/, 0.1],
];
const SENTENCE = 0.55;
const DEEPEST = 2.4;

/** How far a word stands from the front of the story, in the order of the text and of its sentence's tree: 0 for the verb of the lead. */
export function prominenceOf(doc: Document, word: number): number {
  let depth = 0;
  for (let at = doc.tokens[word]!, hops = 0; at.head >= 0 && hops < 10; at = doc.tokens[at.head]!, hops++)
    depth += STEPS.find(([relation]) => relation.test(at.deprel))?.[1] ?? 0;
  return Math.min(DEEPEST, depth) + Math.min(4, doc.tokens[word]!.sentence) * SENTENCE;
}
