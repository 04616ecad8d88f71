import type { Document } from '../../language/index.ts';
import type { PlaceKind } from '../../model/index.ts';
import type { TokenRun } from '../annotations.ts';

/** A name that may be a place's, on its way to being resolved. */
export interface Spot extends TokenRun {
  /** The name as written, without words for its kind. */
  readonly name: string;
  /** `place`: the place itself is meant; `metonym`: it stands in another name or for a government; `demonym`: "Malian". */
  readonly use: 'place' | 'metonym' | 'demonym';
  /** Kind that the words beside it say: "Farah province", "the town of Ber". */
  readonly kind: PlaceKind | null;
  /** Whether those words leave open what kind of settlement it is: "the stronghold of". */
  readonly settled: boolean;
  /** A named site in one chunk: "Menagh Air Base". Its last word in lower case. */
  readonly site: string | null;
  /** How much the words round it speak for a place: 2 "in X", "captured X"; 1 "from X"; 0 nothing. */
  readonly locative: 0 | 1 | 2;
  /** Country codes that the words beside it say: "the Syrian town of". */
  readonly countries: readonly string[];
  /** The id of the one place that it can mean: an abbreviation, a demonym of a continent. */
  readonly id: string | null;
}

/** The token of `[first, last)` that the others depend on. */
export function headOfRun(doc: Document, first: number, last: number): number {
  for (let i = first; i < last; i++) {
    const { head, deprel } = doc.tokens[i]!;
    if ((head < first || head >= last) && deprel !== 'punct') return i;
  }
  return last - 1;
}

export const runOf = (doc: Document, first: number, last: number): TokenRun => ({
  first,
  last,
  head: headOfRun(doc, first, last),
  start: doc.tokens[first]!.start,
  end: doc.tokens[last - 1]!.end,
});

export const wordsOf = (doc: Document, first: number, last: number): string =>
  doc.text.slice(doc.tokens[first]!.start, doc.tokens[last - 1]!.end).replace(/\s+/g, ' ');
