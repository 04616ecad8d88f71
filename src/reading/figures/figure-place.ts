import type { Document } from '../../language/document.ts';
import type { Annotated, PlaceMention } from '../annotations.ts';

/** How far down the tree a place may hang below the event word. */
const DEEP = 4;
const CLAUSES = /^(?:ccomp|advcl|acl|parataxis|conj|csubj)/;

/**
 * Where a figure belongs: a place that hangs on the event word or on the words counted, else the only one of the
 * sentence, else none. Requires: places.
 */
export function placeOfFigure(a: Annotated, word: number, head: number): PlaceMention | null {
  const sentence = a.document.tokens[word]!.sentence;
  const here = a.places.filter(p => p.locative && a.document.tokens[p.first]!.sentence === sentence);
  if (here.length === 0) return null;
  const hanging = here
    .map(place => ({
      place,
      far: Math.min(distance(a.document, place.head, word), distance(a.document, place.head, head)),
    }))
    .filter(x => x.far <= DEEP)
    .sort((x, y) => x.far - y.far || Math.abs(x.place.head - word) - Math.abs(y.place.head - word));
  return hanging[0]?.place ?? (here.length === 1 ? here[0]! : null);
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
