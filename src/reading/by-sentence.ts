import type { ActorMention, Annotated, PlaceMention } from './annotations.ts';

/** The places and actors of each sentence of a text, in order. */
export interface BySentence {
  readonly places: readonly (readonly PlaceMention[])[];
  readonly actors: readonly (readonly ActorMention[])[];
}

const known = new WeakMap<Annotated, BySentence>();

/** The mentions of a text by the sentence that they begin in; sorted once a text, so that asking costs nothing. */
export function bySentence(a: Annotated): BySentence {
  const before = known.get(a);
  if (before) return before;
  const sort = <T extends { readonly first: number }>(mentions: readonly T[]): T[][] => {
    const out: T[][] = a.document.sentences.map(() => []);
    for (const mention of mentions) out[a.document.tokens[mention.first]!.sentence]!.push(mention);
    return out;
  };
  const sorted = { places: sort(a.places), actors: sort(a.actors) };
  known.set(a, sorted);
  return sorted;
}
