import type { Document, Token } from '../../language/document.ts';
import { relationOf } from '../../language/index.ts';
import type { QuantityMention } from '../annotations.ts';
import { type Slots, slotsOf } from '../frames/slots.ts';
import { ADJ_ROWS, NOUN_ROWS, type TermRow, VERB_ROWS } from './terms.ts';
import type { Counted } from './what-is-counted.ts';

/** A word of a sentence that says what happened to people or homes, with the rows that it may stand for. */
export interface EventWord {
  readonly token: number;
  readonly rows: readonly TermRow[];
  readonly slots: Slots | null;
}

/** The words of one sentence that evoke a term. */
export function eventWords(document: Document, first: number, last: number): EventWord[] {
  const found: EventWord[] = [];
  for (let i = first; i < last; i++) {
    const token = document.tokens[i]!;
    const verbs = isVerbal(token) ? (VERB_ROWS.get(token.lemma) ?? []) : [];
    const adjectives = ADJ_ROWS.get(token.lower) ?? [];
    const nouns = NOUN_ROWS.get(token.lemma) ?? NOUN_ROWS.get(token.lower) ?? [];
    const rows = [...verbs, ...adjectives, ...nouns];
    if (rows.length) found.push({ token: i, rows, slots: verbs.length ? slotsOf(document, i) : null });
  }
  return found;
}

const isVerbal = (t: Token): boolean =>
  t.upos === 'VERB' || t.upos === 'AUX' || ((t.xpos === 'VBN' || t.xpos === 'VBD') && t.upos === 'ADJ');

/** A reading of one quantity: what it tells, the word that says so, and how sure it is. */
export interface Reading {
  readonly row: TermRow;
  readonly word: number;
  readonly score: number;
}

/** The best event word for a quantity among those of its sentence, or null. */
export function bestReading(
  document: Document,
  quantity: QuantityMention,
  counted: Counted,
  words: readonly EventWord[],
): Reading | null {
  let best: Reading | null = null;
  for (const word of words)
    for (const row of word.rows) {
      if (!allows(document, row, quantity, counted)) continue;
      const score = aptness(document, word, row, quantity);
      if (score === 0 || !hasCompany(document, word.token, row)) continue;
      const near = score - Math.abs(word.token - quantity.head) / 100 + (row.with ? 0.5 : 0);
      if (!best || near > best.score) best = { row, word: word.token, score: near };
    }
  return best;
}

/** Whether a row can be said of what is counted. */
function allows(document: Document, row: TermRow, quantity: QuantityMention, counted: Counted): boolean {
  if (row.houses) return counted.unit === 'houses';
  if (counted.unit === 'houses') return false;
  if (row.counted && !row.counted.includes(document.tokens[quantity.head]!.lemma)) return false;
  if (row.people) return counted.sure !== 'unknown';
  return counted.sure !== 'unknown' || row.human === true;
}

/** Whether the words that a row asks for stand close behind or before its word, in its sentence. */
function hasCompany(document: Document, at: number, row: TermRow): boolean {
  const { tokens, sentences } = document;
  const sentence = sentences[tokens[at]!.sentence]!;
  const around = (words: readonly string[]): boolean => {
    for (let i = Math.max(sentence.first, at - 4); i < Math.min(sentence.last, at + 9); i++)
      if (i !== at && (words.includes(tokens[i]!.lemma) || words.includes(tokens[i]!.lower))) return true;
    return false;
  };
  return (!row.with || around(row.with)) && !(row.without && around(row.without));
}

/** The noun that a quantity hangs on with those that it is coordinated with or stands for. */
function holds(document: Document, args: readonly number[], n: number): boolean {
  if (args.includes(n)) return true;
  let at = document.tokens[n]!;
  for (let hops = 0; hops < 5 && at.head >= 0; hops++) {
    const relation = relationOf(at);
    if (!['conj', 'nummod', 'nmod', 'appos', 'flat'].includes(relation)) return false;
    if (
      relation === 'nmod' &&
      document.tokens[at.head]!.upos !== 'NUM' &&
      !isAmount(document.tokens[at.head]!)
    )
      return false;
    at = document.tokens[at.head]!;
    if (args.includes(at.index)) return true;
  }
  return false;
}
const isAmount = (t: Token): boolean =>
  /^(?:dozens?|scores|tens|hundreds?|thousands?|millions?|number|total|group)$/.test(t.lower);

/** How well a word takes a quantity as the argument that a row asks for; 0 where it does not. */
function aptness(document: Document, word: EventWord, row: TermRow, quantity: QuantityMention): number {
  const n = quantity.head;
  const token = document.tokens[word.token]!;
  switch (row.role) {
    case 'counted':
      return word.token === n ? 6 : 0;
    case 'modifier':
      return modifierFit(document, token, quantity);
    case 'predicate':
      return follows(document, token, quantity, /^(?:AUX|ADV|ADP|DET|ADJ|VERB)$/, 5) ? 5 : 0;
    default: {
      if (!word.slots) return 0;
      const { subj, obj } = word.slots;
      const patient = holds(document, obj, n);
      const agent = holds(document, subj, n);
      if (row.role === 'patient' && patient) return 10;
      if (row.role === 'agent' && (agent || (word.slots.passive && patient && row.verb?.includes('house'))))
        return 10;
      if (row.role === 'any' && (patient || agent)) return 10;
      return lineFit(document, token, row, quantity, word.slots);
    }
  }
}

/** Where the tree does not join them: "12 people (were) killed", "killing 12". */
function lineFit(
  document: Document,
  token: Token,
  row: TermRow,
  quantity: QuantityMention,
  slots: Slots,
): number {
  const participle = token.xpos === 'VBN' || token.xpos === 'VBD' || token.xpos === 'JJ';
  if (
    row.role !== 'agent' &&
    participle &&
    !slots.obj.length &&
    follows(document, token, quantity, /^(?:AUX|ADV|PART)$/, 4)
  )
    return 8;
  if (
    row.role !== 'patient' &&
    follows(document, token, quantity, /^(?:AUX|ADV|PART|PRON|VERB|ADP)$/, 5) &&
    slots.subj.length === 0
  )
    return 7;
  if (row.role !== 'agent' && precedes(document, token, quantity)) return 8;
  return 0;
}

/** "12 wounded", "12 wounded soldiers", "12 are missing", "leaving 12 dead". */
function modifierFit(document: Document, token: Token, quantity: QuantityMention): number {
  if (token.index >= quantity.last && token.index <= quantity.head) return 5;
  if (token.head === quantity.head && token.index > quantity.head) return 5;
  if (token.index === quantity.head) return 5;
  return follows(document, token, quantity, /^(?:AUX|ADV|PART|ADJ)$/, 4) ||
    follows(document, token, quantity, /^(?:AUX|VERB|ADV|PART)$/, 4)
    ? 5
    : 0;
}

/** Whether a word stands behind a quantity's noun phrase with nothing between but words of some kinds. */
function follows(
  document: Document,
  token: Token,
  quantity: QuantityMention,
  over: RegExp,
  most: number,
): boolean {
  const from = Math.max(quantity.last, quantity.head + 1);
  if (token.index < from || token.index - from > most) return false;
  for (let i = from; i < token.index; i++) if (!over.test(document.tokens[i]!.upos)) return false;
  return true;
}

/** Whether a word stands right before a quantity. */
function precedes(document: Document, token: Token, quantity: QuantityMention): boolean {
  if (token.index >= quantity.first || quantity.first - token.index > 3) return false;
  for (let i = token.index + 1; i < quantity.first; i++)
    if (!/^(?:DET|ADV|ADJ)$/.test(document.tokens[i]!.upos)) return false;
  return true;
}
