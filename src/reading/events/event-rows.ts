import { readFileSync } from 'node:fs';
import type { Token } from '../../language/document.ts';
import { singular } from '../figures/terms.ts';
import { formTable } from '../inflect.ts';

/**
 * An ACLED sub-event type and the words that evoke it (codebook, 2023). One of the phrases `any` (of lemmas) must stand in the
 * sentence; `near` asks for one more word of a set in the sentence, `close` for one within a few words; `without` are words
 * that turn it into something else. `civil` and `armed` ask who is hit: that makes an attack, this a clash. Of the rows of
 * one `family` a sentence gives the one of the smallest `rank`, which is also the order in which ACLED codes what
 * a report tells together.
 */
export interface EventRow {
  readonly id: string;
  readonly event: string;
  readonly subEvent: string;
  readonly plover: { readonly type: string; readonly mode?: string };
  readonly rank: number;
  readonly any: readonly string[];
  readonly near?: readonly string[];
  readonly close?: readonly string[];
  readonly without?: readonly string[];
  readonly civil?: readonly string[];
  readonly armed?: readonly string[];
  /** One of these must stand in the sentence too. */
  readonly needs?: readonly string[];
  /** Who takes ground, where it is ground without a name: a state's forces, or anybody else. */
  readonly taker?: 'state' | 'group';
  readonly family?: string;
  readonly example: string;
  /** A sentence that looks like it and is none. */
  readonly miss: string;
}

export const EVENT_ROWS = JSON.parse(
  readFileSync(new URL('./data/events.json', import.meta.url), 'utf8'),
) as readonly EventRow[];

/** The slug of a sub-event type, which is the `event` of the claim. @example slugOf('Air/drone strike') // 'air-drone-strike' */
export const slugOf = (subEvent: string): string => subEvent.toLowerCase().replace(/[^a-z]+/g, '-');

/** A phrase of a row, by its words. */
export interface Phrase {
  readonly words: readonly string[];
  readonly row: EventRow;
}

/** Phrases by their first word, the longest first. */
export const PHRASES: ReadonlyMap<string, readonly Phrase[]> = (() => {
  const map = new Map<string, Phrase[]>();
  for (const row of EVENT_ROWS)
    for (const phrase of row.any) {
      for (const form of new Set([phrase, phrase.replaceAll('-', ' ')])) {
        const words = form.split(' ');
        map.set(words[0]!, [...(map.get(words[0]!) ?? []), { words, row }]);
      }
    }
  for (const list of map.values()) list.sort((x, y) => y.words.length - x.words.length);
  return map;
})();

const FORMS = formTable([...PHRASES.keys()].filter(word => !word.includes('-')));

/** Words that only look like those of the data: the month, the preposition. */
const OTHERWISE = /^(?:march|according)$/;

/** The words under which the data may know a token: as written, its lemma, its verb, its singular. */
export function namesOf(token: Token): readonly string[] {
  if (OTHERWISE.test(token.lower) && (token.upos === 'PROPN' || token.lower === 'according')) return [];
  let byLemma = NAMES.get(token.lower);
  const before = byLemma?.get(token.lemma);
  if (before) return before;
  const lemma = token.lemma.toLowerCase();
  const verb = FORMS.get(token.lower);
  const names = [...new Set([token.lower, lemma, ...(verb ? [verb] : []), singular(token.lower)])];
  if (!byLemma && NAMES.size < MOST) {
    byLemma = new Map();
    NAMES.set(token.lower, byLemma);
  }
  byLemma?.set(token.lemma, names);
  return names;
}
/** Names of words met before, by form and lemma: pure, and kept for speed alone. */
const NAMES = new Map<string, Map<string, readonly string[]>>();
const MOST = 50_000;
