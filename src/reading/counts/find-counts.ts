import type { Count, Span } from '../../model/index.ts';
import type { ActorMention, Annotated, QuantityMention } from '../annotations.ts';
import { bySentence } from '../by-sentence.ts';
import { holds } from '../figures/aptness.ts';
import { clauseSpan } from '../frames/clause.ts';
import { caseOf, slotsOf } from '../frames/slots.ts';
import { controlWord } from './control-word.ts';
import { isNumberOfPlaces, isPlaceNoun, placeNounBeside, RECKONS } from './sets.ts';

/** A statement of how many places an actor has taken or holds, with the words it stands on and the word that governs its scope. */
export interface FoundCount {
  readonly count: Count;
  readonly actor: ActorMention | null;
  readonly span: Span;
  readonly anchor: number;
}

/** How many times a number another may be that counts the same. */
const MOST_TIMES = 20;
/** How many sentences back a bare number may take its set from. */
const BACK = 2;

/** The counts of places of a text. Requires: document, quantities, actors. */
export function findCounts(a: Annotated): FoundCount[] {
  const found: FoundCount[] = [];
  for (const [i, quantity] of a.quantities.entries()) {
    if (i > 0 && isOneOf(a, a.quantities[i - 1]!, quantity)) continue;
    const next = a.quantities[i + 1];
    if (next && isWholeBefore(a, quantity, next)) continue;
    const told = withWhole(a, withNext(a, quantity, next), a.quantities[i - 1]);
    const count = countAt(a, told, found.at(-1) ?? null);
    if (count) found.push(count);
  }
  return found;
}

/** "the second of the region's 17 districts": the second number is the whole of which the first tells a part. */
const isOneOf = (
  { document: { tokens } }: Annotated,
  part: QuantityMention,
  whole: QuantityMention,
): boolean =>
  part.ordinal &&
  !whole.ordinal &&
  tokens[part.last]?.lower === 'of' &&
  whole.first - part.last <= 4 &&
  whole.min === whole.max;

/** "[Of the 21 districts] the rebels now have [seven]": the whole stands first, on the same verb as the bare number. */
function isWholeBefore({ document: doc }: Annotated, whole: QuantityMention, part: QuantityMention): boolean {
  const verb = doc.tokens[whole.head]!.head;
  return (
    !whole.ordinal &&
    whole.min === whole.max &&
    caseOf(doc, whole.head) === 'of' &&
    part.head < part.last &&
    verb > whole.head &&
    verb === doc.tokens[part.head]!.head
  );
}

const withWhole = (
  a: Annotated,
  part: QuantityMention,
  whole: QuantityMention | undefined,
): QuantityMention =>
  whole && isWholeBefore(a, whole, part) ? { ...part, head: whole.head, outOf: whole.min } : part;

/** "14 or (of) 12 of the region's 17 districts": the first number takes its whole and noun from the second. */
function withNext(
  a: Annotated,
  quantity: QuantityMention,
  next: QuantityMention | undefined,
): QuantityMention {
  if (next && isOneOf(a, quantity, next))
    return { ...quantity, last: next.last, head: next.head, outOf: next.min };
  const bare = quantity.head < quantity.last && quantity.outOf === null;
  if (!bare || !next || next.first - quantity.last > 2) return quantity;
  const joined = a.document.tokens[quantity.last]?.lower === 'or';
  return joined ? { ...quantity, head: next.head, outOf: next.outOf } : quantity;
}

function countAt(a: Annotated, quantity: QuantityMention, before: FoundCount | null): FoundCount | null {
  const doc = a.document;
  if (quantity.min === null || quantity.min !== quantity.max || !isNumberOfPlaces(doc, quantity)) return null;
  const noun = isPlaceNoun(doc, quantity.head) ? quantity.head : placeNounBeside(doc, quantity);
  const word = controlWord(doc, quantity, noun);
  if (noun !== null && word !== null) return make(a, quantity, setOf(doc, quantity, noun), word, null);
  if (!before || doc.tokens[quantity.first]!.sentence - doc.tokens[before.anchor]!.sentence > BACK) {
    // "put it at 81 of some 400 district centres": a share says by itself that a whole is counted
    return noun !== null && quantity.outOf !== null && reckoner(a, quantity) !== null
      ? make(a, quantity, setOf(doc, quantity, noun), reckoner(a, quantity)!, null)
      : null;
  }
  const bare = quantity.head < quantity.last;
  if (noun !== null && quantity.outOf !== null)
    return make(a, quantity, setOf(doc, quantity, noun), quantity.head, before);
  const says = bare && mayGoOn(a, quantity, before) ? (word ?? reckoner(a, quantity)) : null;
  return says === null ? null : make(a, quantity, before.count.set, says, before);
}

/** A bare number may be far from what was counted before only if it is of the same order, no clock time ("said at eight") and no toll. */
function mayGoOn(
  { document: { sentences, tokens } }: Annotated,
  quantity: QuantityMention,
  before: FoundCount,
): boolean {
  const next = tokens[quantity.last]?.lower ?? '';
  if (/^(?:dead|deaths|killed|wounded|injured|people|men|in|[ap]\.?m\.?)$/.test(next)) return false;
  const { first: begins } = sentences[tokens[quantity.first]!.sentence]!;
  const toll = tokens
    .slice(begins, quantity.first)
    .some(t => /^(?:dead|deaths|toll|killed|wounded)$/.test(t.lower));
  const clock =
    tokens[quantity.first - 1]?.lower === 'at' &&
    /^(?:say|tell)$/.test(tokens[tokens[quantity.first]!.head]?.lemma ?? '');
  return !clock && !toll && quantity.min! <= MOST_TIMES * before.count.n;
}

/** The verb that gives a bare number: "an analyst counts 10", "one tally gives them 195". */
function reckoner(a: Annotated, quantity: QuantityMention): number | null {
  const { tokens } = a.document;
  for (let i = quantity.first; i < quantity.last; i++) {
    const head = tokens[tokens[i]!.head];
    if (head && (head.index < quantity.first || head.index >= quantity.last) && RECKONS.has(head.lemma))
      return head.index;
  }
  return null;
}

function make(
  a: Annotated,
  quantity: QuantityMention,
  set: string,
  word: number,
  before: FoundCount | null,
): FoundCount {
  const outOf = quantity.outOf ?? null;
  return {
    count: { n: quantity.min!, ...(outOf === null ? {} : { outOf }), set, ordinal: quantity.ordinal },
    actor: actorOf(a, word, quantity) ?? before?.actor ?? null,
    span: clauseSpan(a.document, word, [quantity]),
    anchor: word,
  };
}

/** The plural of what is counted, with the words before the noun: "provincial capitals". */
function setOf(doc: Annotated['document'], quantity: QuantityMention, noun: number): string {
  const from = noun > quantity.last ? quantity.last : noun === quantity.last ? noun : noun;
  const before = doc.tokens
    .slice(from, noun)
    .filter(
      t =>
        /^(?:ADJ|NOUN|PROPN)$/.test(t.upos) &&
        !/^(?:more|other|additional|further|number|total)$/.test(t.lower),
    )
    .map(t => t.text);
  return [...before, pluralOf(doc.tokens[noun]!.text)].join(' ');
}

function pluralOf(noun: string): string {
  if (/s$/.test(noun)) return noun;
  if (/[^aeiou]y$/.test(noun)) return `${noun.slice(0, -1)}ies`;
  return /(?:x|z|ch|sh)$/.test(noun) ? `${noun}es` : `${noun}s`;
}

/** Who took or holds them: the actor that fills the word's roles. */
function actorOf(a: Annotated, word: number, quantity: QuantityMention): ActorMention | null {
  const slots = slotsOf(a.document, word);
  const lost = /^(?:lose|loss|cede|yield|abandon|surrender)$/.test(a.document.tokens[word]!.lemma);
  const roles = ['to', 'by', 'poss', 'amod', 'compound'].flatMap(role => slots.by.get(role) ?? []);
  for (const filler of lost ? roles : [...slots.subj, ...roles]) {
    if (holds(a.document, [filler], quantity.head)) continue;
    const actor = bySentence(a).actors[a.document.tokens[filler]!.sentence]!.find(
      m => m.first <= filler && filler < m.last,
    );
    if (actor) return actor;
  }
  return null;
}
