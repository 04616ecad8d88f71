import type { Document, Token } from '../../language/index.ts';
import type { PlaceMention } from '../annotations.ts';

/** Who speaks from a place: "the ministry in Kend". */
const OFFICE =
  /^(?:ministry|spokesman|spokeswoman|spokesperson|official|government|correspondent|diplomat|analyst|researcher|doctor|resident|minister|office|embassy|worker|teacher|trader|activist|agency|adviser|advisor|leader|chief|commander|officer|lawmaker|expert|source|reporter|volunteer|monitor|group|observatory|mayor|nurse|student|aide)$/;

/** What a place was found to be among the others when something asks which of them is meant. */
export interface Candidate {
  readonly mention: PlaceMention;
  /** How often the text has named it so far, and how often the one named most. */
  readonly times: number;
  readonly most: number;
  /** Whether a statement was made of this mention; of the place under any mention. */
  readonly told: boolean;
  readonly toldBefore: boolean;
  /** Whether it was the one named last; whether another of the candidates lies in it. */
  readonly isLast: boolean;
  readonly holdsAnother: boolean;
}

/** Whether a place only says where somebody speaks from, or where the report was written: that of its dateline. */
export const isOffice = ({ tokens }: Document, p: PlaceMention): boolean => {
  const head = tokens[p.head]!;
  if (head.deprel === 'discourse') return true;
  return head.deprel.startsWith('nmod') && OFFICE.test(tokens[head.head]?.lemma ?? '');
};

const CASES: readonly (readonly [name: string, words: RegExp])[] = [
  ['to', /^(?:to|towards?|into)$/],
  ['from', /^(?:from|out of)$/],
  ['of', /^of$/],
  ['in', /^(?:in|at)$/],
  ['near', /^(?:near|around|outside|between|beyond)$/],
  ['beside', /^(?:after|before|like|including|with|for|on|over|by|since)$/],
];

/**
 * What speaks for and against a place being the one that a word means which names none: how near it was named, what part it
 * plays there, what the text has told of it. The names of what holds of it, and `often`, a number.
 */
export function focusFeatures(
  doc: Document,
  token: number,
  { mention: p, times, most, told, toldBefore, isLast, holdsAnother }: Candidate,
): { readonly holds: readonly string[]; readonly often: number } {
  const { tokens, sentences } = doc;
  const here = tokens[token]!.sentence,
    there = tokens[p.first]!.sentence;
  const head = tokens[p.head]!;
  const holds: string[] = [distance(here - there)];
  const add = (name: string, is: boolean): void => {
    if (is) holds.push(name);
  };
  add('told', told);
  add('told before', toldBefore);
  add('subject', head.deprel.startsWith('nsubj'));
  add('object', head.deprel === 'obj');
  add('named most', times === most);
  add(`kind ${p.place.kind}`, /^(?:province|area|site|district)$/.test(p.place.kind));
  add('distance told', isNumberOfKilometres(tokens, p));
  const words = caseWords(doc, p.head);
  for (const [name, pattern] of CASES) add(`case ${name}`, pattern.test(words));
  add('last', isLast);
  add('lead', there === 0);
  add('same paragraph', sentences[here]!.paragraph === sentences[there]!.paragraph);
  for (const relation of ['appos', 'conj', 'compound', 'nmod:poss']) add(relation, head.deprel === relation);
  add('holds another', holdsAnother);
  return { holds, often: Math.min(4, times) - 1 };
}

const distance = (sentences: number): string =>
  sentences < 4 ? `back ${sentences}` : sentences < 7 ? 'back 4-6' : 'back far';

const caseWords = (doc: Document, head: number): string =>
  doc.children[head]!.filter(c => doc.tokens[c]!.deprel === 'case')
    .map(c => doc.tokens[c]!.lower)
    .join(' ');

/** "20 km from Baraza", "Baraza, 20 km to the south". */
const isNumberOfKilometres = (tokens: readonly Token[], p: PlaceMention): boolean =>
  [...tokens.slice(Math.max(0, p.first - 5), p.first), ...tokens.slice(p.last, p.last + 4)].some(t =>
    /^(?:km|kilomet|mile)/.test(t.lower),
  );
