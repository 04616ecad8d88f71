import type { Document } from '../../language/document.ts';
import { slotsOf } from '../frames/slots.ts';
import { type EventRow, namesOf } from './event-rows.ts';

const AGAINST = ['on', 'against', 'at', 'of', 'upon', 'in', 'with', 'between', 'into', 'into'];

/**
 * Whether a word of violence hits whom its row asks for: civilians (`civil`) or armed men (`armed`), by the words that stand as
 * what is hit. Where the sentence names no such words, violence counts as one against civilians unless armed men are
 * named behind the word.
 */
export function hitsWhomAsked(doc: Document, row: EventRow, trigger: number): boolean {
  if (!row.civil && !row.armed) return true;
  const hit = whoIsHit(doc, trigger);
  const has = (words: readonly string[], tokens: readonly number[]): boolean =>
    tokens.some(i => namesOf(doc.tokens[i]!).some(name => words.includes(name)));
  if (row.civil) {
    if (has(row.civil, hit.heads)) return true;
    return hit.heads.length === 0 && has(row.civil, hit.behind);
  }
  if (has(row.armed!, hit.heads)) return true;
  return hit.heads.length === 0 && has(row.armed!, hit.behind);
}

/** The heads of what is hit, with their conjuncts, and the nouns behind the word in its sentence. */
function whoIsHit(doc: Document, trigger: number): { heads: readonly number[]; behind: readonly number[] } {
  const slots = slotsOf(doc, trigger);
  const verbal = doc.tokens[trigger]!.upos === 'VERB';
  const args = [
    ...slots.obj,
    ...(verbal ? AGAINST.slice(0, 3) : AGAINST).flatMap(p => slots.by.get(p) ?? []),
  ];
  const heads = args.flatMap(i => conjuncts(doc, i)).filter(i => !isPlaceOnly(doc, i));
  const sentence = doc.sentences[doc.tokens[trigger]!.sentence]!;
  const behind: number[] = [];
  for (let i = trigger + 1; i < sentence.last; i++)
    if (['NOUN', 'PROPN'].includes(doc.tokens[i]!.upos)) behind.push(i);
  return { heads, behind };
}

const isPlaceOnly = (doc: Document, i: number): boolean =>
  doc.tokens[i]!.upos === 'PROPN' && !/^[A-Z]{2,}$/.test(doc.tokens[i]!.text);

/** A head with what is coordinated with it, and what it counts ("five of the soldiers"). */
const conjuncts = (doc: Document, i: number, depth = 0): number[] => [
  i,
  ...(depth > 3
    ? []
    : (doc.children[i] ?? [])
        .filter(c => /^(?:conj|nmod|compound|amod|appos)/.test(doc.tokens[c]!.deprel))
        .flatMap(c =>
          /^(?:conj|appos|nmod)/.test(doc.tokens[c]!.deprel) ? conjuncts(doc, c, depth + 1) : [c],
        )),
];
