import { readFileSync } from 'node:fs';
import type { Document } from '../../language/document.ts';
import type { Count, Span } from '../../model/index.ts';
import type { ActorMention, Annotated, QuantityMention } from '../annotations.ts';
import { clauseSpan } from '../frames/clause.ts';
import { slotsOf } from '../frames/slots.ts';

interface Sets {
  readonly nouns: readonly string[];
  readonly taking: readonly string[];
  readonly holding: readonly string[];
  readonly nouns_of_taking: readonly string[];
}
const DATA = JSON.parse(readFileSync(new URL('./data/sets.json', import.meta.url), 'utf8')) as Sets;
const NOUNS = new Set(DATA.nouns);
const TAKING = new Set(DATA.taking);
const HOLDING = new Set(DATA.holding);
const NOMINAL = new Set(DATA.nouns_of_taking);

/** A statement of how many places an actor has taken or holds, with the words it stands on and the word that governs its scope. */
export interface FoundCount {
  readonly count: Count;
  readonly actor: ActorMention | null;
  readonly span: Span;
  readonly anchor: number;
}

/** The counts of places of a text. Requires: document, quantities, actors. */
export function findCounts(a: Annotated): FoundCount[] {
  const doc = a.document;
  const found: FoundCount[] = [];
  for (const quantity of a.quantities) {
    const head = doc.tokens[quantity.head]!;
    if (quantity.min === null || quantity.min !== quantity.max || !NOUNS.has(head.lemma)) continue;
    const word = controlWord(doc, quantity);
    if (word === null) continue;
    const count: Count = {
      n: quantity.min,
      ...(quantity.outOf === null ? {} : { outOf: quantity.outOf }),
      set: setOf(doc, quantity),
      ordinal: quantity.ordinal,
    };
    found.push({
      count,
      actor: actorOf(a, word, quantity),
      span: clauseSpan(doc, word, [quantity]),
      anchor: word,
    });
  }
  return found;
}

/** The plural of what is counted, with the words before the noun: "provincial capitals". */
function setOf(doc: Document, quantity: QuantityMention): string {
  const head = doc.tokens[quantity.head]!;
  const from = Math.min(quantity.last, quantity.head);
  const before = doc.tokens
    .slice(from, quantity.head)
    .filter(t => /^(?:ADJ|NOUN|PROPN)$/.test(t.upos) && !/^(?:more|other)$/.test(t.lower))
    .map(t => t.text);
  return [...before, pluralOf(head.text)].join(' ');
}
function pluralOf(noun: string): string {
  if (/s$/.test(noun)) return noun;
  if (/[^aeiou]y$/.test(noun)) return `${noun.slice(0, -1)}ies`;
  return /(?:s|x|z|ch|sh)$/.test(noun) ? `${noun}es` : `${noun}s`;
}

/** The word that says that what is counted was taken or is held: its verb, the verb of its relative clause, "control of". */
function controlWord(doc: Document, quantity: QuantityMention): number | null {
  const n = quantity.head;
  const sentence = doc.sentences[doc.tokens[n]!.sentence]!;
  for (let i = sentence.first; i < sentence.last; i++) {
    const t = doc.tokens[i]!;
    if (!TAKING.has(t.lemma) && !HOLDING.has(t.lemma) && !NOMINAL.has(t.lemma)) continue;
    const slots = slotsOf(doc, i);
    if (t.upos === 'VERB') {
      if (slots.obj.includes(n) || (t.lemma === 'fall' && slots.subj.includes(n))) return i;
      if (quantity.ordinal && slots.subj.includes(n) && t.head === n) return i;
    } else if (t.upos === 'NOUN') {
      if (slots.by.get('of')?.includes(n)) return i;
    }
  }
  return null;
}

function actorOf(a: Annotated, word: number, quantity: QuantityMention): ActorMention | null {
  const slots = slotsOf(a.document, word);
  const fillers = [...slots.subj, ...(slots.by.get('to') ?? []), ...(slots.by.get('by') ?? [])];
  for (const f of fillers) {
    const actor = a.actors.find(m => m.first <= f && f < m.last);
    if (actor && f !== quantity.head) return actor;
  }
  return null;
}
