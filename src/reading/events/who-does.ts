import type { Document } from '../../language/document.ts';
import type { ActorMention, Annotated } from '../annotations.ts';
import type { Fillers } from '../frames/fillers.ts';
import { caseOf, slotsOf } from '../frames/slots.ts';
import { WIELDS } from './words.ts';

const DOER = ['subj', 'by', 'poss', 'amod', 'compound'];
const SUFFERER = ['obj', 'on', 'against', 'with', 'at'];

export interface Doers {
  readonly actor: ActorMention | null;
  readonly target: ActorMention | null;
}

/**
 * Who does an event and to whom: by the arguments of its word, of the noun that it modifies ("[rocket] attacks by the
 * militia"), or of the verb that wields it ("the militia fired [rockets] at the army"); "[gunmen] opened fire" names who does
 * it by itself. Requires: document, actors.
 */
export function whoDoes(a: Annotated, fill: Fillers, trigger: number): Doers {
  const words = wordsOf(a.document, trigger);
  const role = (paths: readonly string[]): ActorMention | undefined =>
    words
      .flatMap(word => paths.flatMap(path => fill.tokens(fill.slots(word), path)))
      .flatMap(token => fill.actors(token))[0];
  const charged = accusedOf(a.document, words.at(-1)!).flatMap(token => fill.actors(token))[0];
  const actor = fill.actors(trigger)[0] ?? role(DOER) ?? charged ?? null;
  const target = role(SUFFERER);
  return { actor, target: target && target.entity !== actor?.entity ? target : null };
}

/** "accused the army of [shelling] a market": whoever is charged, whether the tree hangs the charge on the verb or on them. */
function accusedOf(doc: Document, word: number): readonly number[] {
  if (!/^(?:of|for)$/.test(caseOf(doc, word))) return [];
  const above = doc.tokens[doc.tokens[word]!.head];
  const verb = above?.deprel === 'obj' ? doc.tokens[above.head] : above;
  return verb && /^(?:accuse|suspect|blame)$/.test(verb.lemma) ? slotsOf(doc, verb.index).obj : [];
}

/** The word itself, the nouns above that it modifies, and the verb that wields the last of these. */
function wordsOf(doc: Document, trigger: number): number[] {
  const words = [trigger];
  let at = doc.tokens[trigger]!;
  while (/^(?:compound|amod)$/.test(at.deprel) && doc.tokens[at.head]?.upos === 'NOUN') {
    at = doc.tokens[at.head]!;
    words.push(at.index);
  }
  const above = doc.tokens[at.head];
  const wielded = /^(?:obj|nsubj|nsubj:pass|obl)$/.test(at.deprel) && at.upos === 'NOUN';
  if (wielded && above && WIELDS.has(above.lemma)) words.push(above.index);
  return words;
}
