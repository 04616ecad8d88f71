import type { Actors } from '../../actors/index.ts';
import type { Document } from '../../language/index.ts';
import type { Actor } from '../../model/index.ts';
import type { TokenRun } from '../annotations.ts';

export interface Found extends TokenRun {
  readonly actor: Actor;
  readonly how: 'name' | 'description';
  /** A description that could be anybody's: "the group", "the rebels". */
  readonly generic: boolean;
}

/** Parts of speech of the words that names and descriptions of forces are made of. */
export const NOMINAL: ReadonlySet<string> = new Set(['NOUN', 'PROPN', 'ADJ']);

/** A run of tokens with its head. */
export function runOf(doc: Document, first: number, last: number): TokenRun {
  const head = headOf(doc, first, last);
  return { first, last, head, start: doc.tokens[first]!.start, end: doc.tokens[last - 1]!.end };
}

export function headOf(doc: Document, first: number, last: number): number {
  for (let i = first; i < last; i++) {
    const h = doc.tokens[i]!.head;
    if (h < first || h >= last) return i;
  }
  return last - 1;
}

export const words = (doc: Document, first: number, last: number): string =>
  doc.text.slice(doc.tokens[first]!.start, doc.tokens[last - 1]!.end);
export const plain = (doc: Document, first: number, last: number): string =>
  words(doc, first, last).toLowerCase().replace(/\s+/g, ' ');

/** The longest run of words from `first` that some test takes, up to `most` tokens and within the sentence. */
export function longest<T>(
  doc: Document,
  first: number,
  most: number,
  test: (said: string, last: number) => T | null,
): { value: T; last: number } | null {
  const end = doc.sentences[doc.tokens[first]!.sentence]!.last;
  for (let last = Math.min(end, first + most); last > first; last--) {
    if (doc.tokens[last - 1]!.upos === 'PUNCT') continue;
    const value = test(words(doc, first, last), last);
    if (value != null) return { value, last };
  }
  return null;
}

/** Words of force behind a name: "Taliban fighters", "M23 rebels". */
export function extend(doc: Document, last: number, actors: Actors): number {
  let end = last;
  while (
    end < doc.tokens.length &&
    end < last + 3 &&
    doc.tokens[end]!.sentence === doc.tokens[last - 1]!.sentence &&
    actors.words.either.has(doc.tokens[end]!.lower)
  )
    end++;
  return end;
}

/** A run of force words ("government forces", "army troops") from a token; its last word heads it. */
export function forceRun(doc: Document, first: number, set: ReadonlySet<string>): number | null {
  if (!beginningsOf(set).has(doc.tokens[first]!.lower)) return null;
  return (
    longest(doc, first, 3, said => (set.has(said.toLowerCase().replace(/\s+/g, ' ')) ? true : null))?.last ??
    null
  );
}

const beginnings = new WeakMap<ReadonlySet<string>, ReadonlySet<string>>();

/** All that the words of a set can begin with, letter by letter: most tokens begin none, and are done with. */
function beginningsOf(set: ReadonlySet<string>): ReadonlySet<string> {
  let found = beginnings.get(set);
  if (!found) {
    found = new Set([...set].flatMap(word => Array.from(word, (_, i) => word.slice(0, i + 1))));
    beginnings.set(set, found);
  }
  return found;
}
