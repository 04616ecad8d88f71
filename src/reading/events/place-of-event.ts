import type { Document, Token } from '../../language/document.ts';
import { ancestors, headOf, relationOf } from '../../language/index.ts';
import type { Annotated, PlaceMention } from '../annotations.ts';
import { bySentence } from '../by-sentence.ts';
import { caseOf } from '../frames/slots.ts';
import { ON_ITS_WAY } from './words.ts';

/** Where a country's name stands for its government: "Chad has sent troops", "a US declaration". */
const NO_PLACE = /^(?:nsubj|compound|amod|nmod:poss|det)/;
/** A step up the tree out of a clause. */
const CLAUSE = /^(?:ccomp|advcl|acl|parataxis|csubj)/;
const OUT_OF_CLAUSE = 3;
/** A place before the event's word gives way to one behind it. */
const BEFORE = 0.4;

/**
 * Where an event happens: of the places that its sentence names, the one that is nearest to its word in the tree, steps out of
 * a clause counting more. Left out are where something was fired or came from, backers ("US-backed"), and names that only
 * modify another noun. Null where none is left. Requires: document, places.
 */
export function placeOfEvent(a: Annotated, trigger: number): PlaceMention | null {
  const doc = a.document;
  const here = bySentence(a).places[doc.tokens[trigger]!.sentence]!.filter(
    p => p.locative && isPlaceOfDeed(doc, p, trigger),
  );
  let best: PlaceMention | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const place of here) {
    const cost = distance(doc, trigger, place) + (place.first > trigger ? 0 : BEFORE);
    if (cost < least) [best, least] = [place, cost];
  }
  return best;
}

function isPlaceOfDeed(doc: Document, place: PlaceMention, trigger: number): boolean {
  if (doc.tokens[place.last]?.text === '-' && /^(?:VERB|ADJ)$/.test(doc.tokens[place.last + 1]?.upos ?? ''))
    return false;
  const top = topOf(doc, place);
  const above = headOf(doc, top.index);
  if (!above) return true;
  if (above.index !== trigger && /^(?:from|to|for|towards?)$/.test(caseOf(doc, top.index)))
    return !ON_ITS_WAY.has(above.lemma);
  return place.place.kind !== 'country' || !NO_PLACE.test(top.deprel) || above.index === trigger;
}

/** The token of a mention that its others hang on. */
function topOf(doc: Document, { first, last }: PlaceMention): Token {
  let top = doc.tokens[last - 1]!;
  while (top.head >= first && top.head < last) top = doc.tokens[top.head]!;
  return top;
}

/** Steps between a word and a mention in the tree. */
function distance(doc: Document, trigger: number, place: PlaceMention): number {
  const top = topOf(doc, place);
  const up = [doc.tokens[trigger]!, ...ancestors(doc, trigger)];
  let steps = 0;
  for (const token of [top, ...ancestors(doc, top.index)]) {
    const meets = up.indexOf(token);
    if (meets >= 0) return steps + up.slice(0, meets).reduce((sum, t) => sum + stepOf(t), 0);
    steps += stepOf(token);
  }
  return steps + up.length;
}

const stepOf = (token: Token): number => (CLAUSE.test(relationOf(token)) ? OUT_OF_CLAUSE : 1);
