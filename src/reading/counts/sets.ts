import { readFileSync } from 'node:fs';
import type { Document } from '../../language/document.ts';
import type { QuantityMention } from '../annotations.ts';
import { singular } from '../figures/terms.ts';
import { formTable } from '../inflect.ts';

interface Sets {
  readonly nouns: readonly string[];
  readonly taking: readonly string[];
  readonly falling: readonly string[];
  readonly holding: readonly string[];
  readonly control: readonly string[];
  readonly loss: readonly string[];
  readonly reckons: readonly string[];
}
const DATA = JSON.parse(readFileSync(new URL('./data/sets.json', import.meta.url), 'utf8')) as Sets;
const PLACES = new Set(DATA.nouns);

/** Verbs whose object was taken or is held; those whose subject fell. By every form. */
export const TAKING = formTable([...DATA.taking, ...DATA.holding]);
export const FALLING = formTable(DATA.falling);
/** Nouns under which places are held ("in rebel hands"), and those of what is taken or held ("control of"). */
export const CONTROL = new Set(DATA.control);
export const LOSS = new Set(DATA.loss);
/** Verbs that give a number for what was counted before. */
export const RECKONS = new Set(DATA.reckons);

/** Whether a token names a kind of place that is counted. */
export const isPlaceNoun = (doc: Document, i: number): boolean => {
  const token = doc.tokens[i]!;
  return (
    (token.upos === 'NOUN' || token.upos === 'PROPN') &&
    (PLACES.has(singular(token.lower)) || PLACES.has(token.lower))
  );
};

/** The kind of place that a bare number is said of: "brings to 60 the settlements cleared". */
export function placeNounBeside(doc: Document, quantity: QuantityMention): number | null {
  if (quantity.head >= quantity.last) return null;
  const sentence = doc.sentences[doc.tokens[quantity.first]!.sentence]!;
  const verb = doc.tokens[quantity.head]!.head;
  for (let i = sentence.first; i < sentence.last; i++) {
    if (!isPlaceNoun(doc, i)) continue;
    let at = doc.tokens[i]!;
    if (at.deprel === 'nmod' && doc.tokens[at.head]?.lemma === 'number') at = doc.tokens[at.head]!;
    if (verb >= 0 && at.head === verb && /^(?:obj|nsubj)$/.test(at.deprel) && doc.tokens[i]!.xpos !== 'NN')
      return i;
  }
  return null;
}

/** Whether a number counts places at all: not "one of the first cities", "all but one of the villages", "the 8th Brigade's base". */
export function isNumberOfPlaces(doc: Document, quantity: QuantityMention): boolean {
  const before = doc.tokens[quantity.first - 1]?.lower ?? '';
  if (before === 'but' || before === 'at') return before === 'at';
  const next = doc.tokens[quantity.last]!;
  // "the third-largest city", "five districts out of 18"
  if (quantity.ordinal && /^-?(?:largest|biggest|most|-)/.test(next?.lower ?? '')) return false;
  if (before === 'of' && doc.tokens[quantity.first - 2]?.lower === 'out') return false;
  // "Sadra and Melfa, two villages on the river, were cleared": what is named is not counted
  const head = doc.tokens[quantity.head]!;
  const listed = head.deprel === 'conj' && before === ',' && doc.tokens[head.head]?.upos === 'PROPN';
  const named = head.deprel === 'appos' || listed;
  if (!quantity.ordinal) return !named && !(quantity.min === 1 && quantity.outOf === null);
  if (
    /^[A-Z]/.test(next.text) &&
    next.upos === 'PROPN' &&
    /^(?:brigade|division|army|corps|battalion|regiment|fleet)/.test(next.lower)
  )
    return false;
  if (doc.tokens.slice(quantity.last, quantity.head).some(t => /^['’]s?$/.test(t.lower))) return false;
  return !(before === 'the' && doc.tokens[quantity.first - 2]?.lower === 'of');
}
