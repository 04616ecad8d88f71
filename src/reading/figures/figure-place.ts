import type { Document } from '../../language/document.ts';
import type { Annotated, PlaceMention } from '../annotations.ts';
import { bySentence } from '../by-sentence.ts';
import { caseOf } from '../frames/slots.ts';

/** How far down the tree a place may hang below the event word. */
const DEEP = 6;
const CLAUSES = /^(?:ccomp|advcl|parataxis|csubj)/;
const SITED =
  /^(?:in|at|near|from|to|on|into|across|around|of|outside|inside|within|over|throughout|towards|toward|through|against|along|north_of|south_of|east_of|west_of|out_of|between|beyond)$/;
/** Verbs whose object is the place: "fled the city". */
const OF_PLACES =
  /^(?:fle|leav|left|cross|reach|enter|quit|abandon|evacuat|besieg|hit|struck|strik|hous|host|shelter)/;

/**
 * Where a figure belongs: a place that hangs by a preposition on the event word or on the words counted, that the event's
 * verb moves from or to, else none. A named place before a site, and a site's place before the site. Requires: places.
 */
export function placeOfFigure(a: Annotated, word: number, head: number): PlaceMention | null {
  const { document } = a;
  const sentence = document.tokens[word]!.sentence;
  const hanging = bySentence(a)
    .places[sentence]!.filter(p => p.locative && isSited(document, p))
    .map(place => ({
      place,
      far: Math.min(distance(document, place.head, word), distance(document, place.head, head)),
    }))
    .filter(x => x.far <= DEEP)
    .sort((x, y) => x.far - y.far || Math.abs(x.place.head - word) - Math.abs(y.place.head - word));
  // "in its clinics": wherever they are
  const certain = hanging.filter(
    x => x.place.how !== 'site' || document.tokens[x.place.head]!.xpos !== 'NNS',
  );
  const best = certain.find(x => x.place.how !== 'site') ?? certain[0];
  if (best?.place.how !== 'site') return best?.place ?? null;
  return a.places.find(p => p.how === 'name' && p.place.name === best.place.place.in) ?? best.place;
}

/** Whether a place is said with a preposition of place, or is the object of a verb of movement: not "US-led", not "Moscow said". */
function isSited(document: Document, place: PlaceMention): boolean {
  let at = document.tokens[place.head]!;
  for (let hops = 0; hops < 4; hops++) {
    if (SITED.test(caseOf(document, at.index))) return true;
    const above = document.tokens[at.head];
    if (!above) return false;
    if (at.deprel === 'obj' || at.deprel === 'nsubj:pass') return OF_PLACES.test(above.lower);
    if (!/^(?:conj|appos|flat|compound|nmod:poss|nmod|list)/.test(at.deprel)) return false;
    if (at.deprel === 'compound' && above.upos !== 'PROPN' && above.upos !== 'NOUN') return false;
    at = above;
  }
  return false;
}

/** Steps up from a place to a word, none of them over a clause; Infinity where there is no such path. */
function distance(document: Document, from: number, to: number): number {
  let at = document.tokens[from]!;
  for (let steps = 0; steps <= DEEP; steps++) {
    if (at.index === to) return steps;
    if (at.head < 0 || (steps > 0 && CLAUSES.test(at.deprel))) return Infinity;
    at = document.tokens[at.head]!;
  }
  return Infinity;
}
