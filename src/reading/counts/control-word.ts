import type { Document } from '../../language/document.ts';
import type { QuantityMention } from '../annotations.ts';
import { holds } from '../figures/aptness.ts';
import { caseOf, slotsOf } from '../frames/slots.ts';
import { CONTROL, FALLING, LOSS, TAKING } from './sets.ts';

/**
 * The word of its sentence that says that what a quantity counts was taken or is held: a verb with it as object ("took five
 * towns"), a verb of its relative clause ("the seventh capital to fall"), a noun that it belongs to ("control of 12 districts"),
 * a noun that it lies in ("the second city in rebel hands"). Null where there is none.
 */
export function controlWord(doc: Document, quantity: QuantityMention, noun: number | null): number | null {
  const sentence = doc.sentences[doc.tokens[quantity.head]!.sentence]!;
  const mine = numberTokens(doc, quantity, noun);
  const isMine = (args: readonly number[]): boolean => mine.some(n => holds(doc, args, n));
  for (let i = sentence.first; i < sentence.last; i++) {
    const token = doc.tokens[i]!;
    const verbal = token.upos === 'VERB';
    if (verbal && !quantity.ordinal && noun !== null && isGoneInto(doc, i, isMine)) return i;
    if (verbal && hasOfThem(doc, i, quantity, isMine)) return i;
    if (verbal && noun !== null && passesOver(doc, i, mine)) return i;
    if (noun !== null && noun > i && touches(doc, i, quantity)) return i;
    if (verbal && (TAKING.has(token.lower) || FALLING.has(token.lower))) {
      const slots = slotsOf(doc, i);
      if (TAKING.has(token.lower) && isMine(slots.obj)) return i;
      // "took five out of 34 capitals", where the tree reads "out of" as a preposition of the verb
      const share =
        quantity.outOf === null ? [] : [...(slots.by.get('out_of') ?? []), ...(slots.by.get('of') ?? [])];
      if (TAKING.has(token.lower) && isMine(share)) return i;
      if (FALLING.has(token.lower) && isMine(slots.subj)) return i;
      // "the number of towns freed": a participle right behind the noun, whatever the tree makes of it
      if (
        token.index - 1 === noun &&
        /^VB[ND]$/.test(token.xpos) &&
        !quantity.ordinal &&
        noun > quantity.last
      )
        return i;
      // a clause of the counted noun: "capital to fall", "settlements cleared", "that the group has taken"
      if (noun !== null && mine.includes(token.head) && token.deprel.startsWith('acl')) return i;
    } else if (LOSS.has(token.lemma) || CONTROL.has(token.lemma)) {
      const slots = slotsOf(doc, i);
      if (LOSS.has(token.lemma) && (isMine(slots.by.get('of') ?? []) || isRightBehind(doc, i, quantity)))
        return i;
      if (CONTROL.has(token.lemma) && liesIn(doc, i, mine)) return i;
    } else if (
      token.lemma === 'leave' &&
      token.xpos === 'VBN' &&
      isMine(slotsOf(doc, i).by.get('with') ?? [])
    )
      return i;
  }
  return null;
}

/** "have lost at least 33 towns", "the rebels control 80 of …": a number right behind the verb, whatever the tree makes of it. */
function touches(doc: Document, i: number, quantity: QuantityMention): boolean {
  const { lower, upos, xpos } = doc.tokens[i]!;
  if (quantity.first !== i + 1 || quantity.ordinal || !TAKING.has(lower)) return false;
  const before = doc.tokens[i - 1];
  if (upos === 'VERB') return xpos !== 'VBG' && !(before?.lower === 'to' && before.upos === 'PART');
  return (
    upos === 'NOUN' &&
    lower === 'control' &&
    before !== undefined &&
    /^(?:PROPN|NOUN|PRON|ADV)$/.test(before.upos)
  );
}

/** "swept into the four ports", "are deployed in eleven localities". */
function isGoneInto(doc: Document, verb: number, isMine: (args: readonly number[]) => boolean): boolean {
  const { by } = slotsOf(doc, verb);
  const { lemma } = doc.tokens[verb]!;
  if (isMine(by.get('into') ?? [])) return true;
  return STAYS.has(lemma) && ['in', 'on', 'at'].some(place => isMine(by.get(place) ?? []));
}
const STAYS = new Set(['stay', 'remain', 'deploy', 'station', 'entrench']);

/** "of the 21 districts they now have seven", "has given them four towns": common verbs, where the rest leaves no doubt. */
function hasOfThem(
  doc: Document,
  verb: number,
  quantity: QuantityMention,
  isMine: (args: readonly number[]) => boolean,
): boolean {
  const { by, obj } = slotsOf(doc, verb);
  if (quantity.ordinal || !isMine(obj)) return false;
  const { lemma } = doc.tokens[verb]!;
  return (lemma === 'have' && quantity.outOf !== null) || (lemma === 'give' && by.has('iobj'));
}

/** "the third city to return to government authority": what its own clause says comes into or out of somebody's hands. */
function passesOver(doc: Document, verb: number, mine: readonly number[]): boolean {
  const { head, deprel } = doc.tokens[verb]!;
  if (!mine.includes(head) || !deprel.startsWith('acl')) return false;
  return [...slotsOf(doc, verb).by.values()].flat().some(i => CONTROL.has(doc.tokens[i]!.lemma));
}

/** The tokens that stand for the quantity in the tree: its noun, and the words of the number. */
function numberTokens(doc: Document, quantity: QuantityMention, noun: number | null): number[] {
  const out = noun === null ? [] : [noun];
  if (quantity.head !== noun) out.push(quantity.head);
  if (!quantity.ordinal)
    for (let i = quantity.first; i < quantity.last; i++) if (doc.tokens[i]!.upos === 'NUM') out.push(i);
  return out;
}

/** "In charge of 14 or of 12 of the region's districts". */
const isRightBehind = (doc: Document, i: number, quantity: QuantityMention): boolean =>
  quantity.first - i <= 6 &&
  quantity.first > i &&
  doc.tokens[i + 1]?.lower === 'of' &&
  doc.tokens.slice(i + 1, quantity.first).every(t => /^(?:of|or|and|about|some|over)$|^\d/.test(t.lower));

/** "In rebel hands", "under their control": said of the counted noun, in the tree. */
function liesIn(doc: Document, i: number, mine: readonly number[]): boolean {
  if (!/^(?:in|under|into)$/.test(caseOf(doc, i))) return false;
  const above = doc.tokens[i]!.head;
  if (mine.includes(above)) return true;
  const subjects =
    above >= 0
      ? slotsOf(doc, above).subj
      : (doc.children[i] ?? []).filter(c => doc.tokens[c]!.deprel.startsWith('nsubj'));
  return mine.some(n => holds(doc, subjects, n));
}
