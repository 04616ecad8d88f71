import type { Document, Token } from '../../language/document.ts';
import { relationOf } from '../../language/index.ts';
import type { QuantityMention } from '../annotations.ts';
import { caseOf, predicateSubject, type Slots, slotsOf } from '../frames/slots.ts';
import { formTable } from '../inflect.ts';
import type { EventWord } from './event-word.ts';
import { lemmaOf, type TermRow } from './terms.ts';

/** How sure each kind of join between event word and counted words is; the tree before the order of words. */
const BY_TREE = 10;
const BY_PREDICATE = 9;
const BY_ORDER = 8;
const BY_NOUN = 6;
const BY_MODIFIER = 5;

/** How well a word takes a quantity as the argument that a row asks for; 0 where it does not. */
export function aptness(
  document: Document,
  word: EventWord,
  row: TermRow,
  quantity: QuantityMention,
): number {
  const token = document.tokens[word.token]!;
  switch (row.role) {
    case 'counted':
      return word.token === quantity.head ? BY_NOUN : 0;
    case 'modifier':
      return modifierAptness(document, token, quantity);
    case 'predicate':
      return isPredicate(document, token, row, quantity) ? BY_PREDICATE : 0;
    case 'of':
      return ofAptness(document, token, row, quantity);
    case 'measured':
      return isMeasured(document, token, quantity) ? BY_PREDICATE : 0;
    default:
      return word.slots ? argumentAptness(document, token, row, quantity, word.slots) : 0;
  }
}

function argumentAptness(
  document: Document,
  token: Token,
  row: TermRow,
  quantity: QuantityMention,
  slots: Slots,
): number {
  const asPatient = row.role !== 'agent';
  const asAgent = row.role !== 'patient';
  // "killed 40 people and displaced millions", "treated 30 wounded": nothing stands closer than the word right before
  const touches = token.index === quantity.first - 1 && quantity.head < quantity.last;
  if (asPatient && touches && token.xpos !== 'VBZ') return BY_TREE + 0.5;
  if (asPatient && holds(document, slots.obj, quantity.head)) return BY_TREE;
  if (asAgent && holds(document, slots.subj, quantity.head)) return BY_TREE;
  if (asAgent && slots.passive && holds(document, slots.obj, quantity.head)) return BY_TREE;
  const participle = token.xpos === 'VBN' || token.xpos === 'VBD' || token.upos === 'ADJ';
  if (
    asPatient &&
    participle &&
    (slots.obj.length === 0 || slots.passive) &&
    !doesItToOthers(document, token, quantity) &&
    follows(document, token, quantity, /^(?:AUX|ADV|PART)$/, 4)
  )
    return BY_ORDER;
  if (asAgent && follows(document, token, quantity, /^(?:AUX|ADV|PART|PRON|VERB)$/, 5)) return BY_ORDER - 1;
  if (asAgent && isLooseSubject(document, token, quantity)) return BY_ORDER - 1;
  if (asPatient && participle && isLooseSubject(document, token, quantity)) return BY_ORDER - 1;
  return asPatient && precedes(document, token, quantity) ? BY_ORDER : 0;
}

/** Whether the noun counted is one of the arguments, is coordinated with one, or stands for one ("dozens of them"). */
export function holds(document: Document, args: readonly number[], n: number): boolean {
  if (args.includes(n)) return true;
  let at = document.tokens[n]!;
  for (let hops = 0; hops < 5 && at.head >= 0; hops++) {
    const relation = relationOf(at);
    const above = document.tokens[at.head]!;
    const joins =
      relation === 'conj' ||
      relation === 'nummod' ||
      relation === 'flat' ||
      relation === 'appos' ||
      relation === 'compound' ||
      (relation === 'nmod' && isAmount(above)) ||
      (relation === 'advmod' && above.upos === 'NUM') ||
      (relation === 'obl' && above.upos === 'NUM');
    if (!joins || above.upos === 'VERB') return false;
    at = above;
    if (args.includes(at.index)) return true;
  }
  return false;
}
const isAmount = (t: Token): boolean =>
  t.upos === 'NUM' ||
  /^(?:dozens?|scores|tens|hundreds?|thousands?|millions?|number|total|group|member|body|bodies|crowd|estimated)$/.test(
    t.lower,
  );

/**
 * Counted words before the verb that the tree has not joined to it: without a preposition on the verb itself, or as the
 * object of the verb of saying that the event's clause hangs on ("said 500 people, civilians and soldiers, had died").
 */
function isLooseSubject(document: Document, token: Token, quantity: QuantityMention): boolean {
  const head = document.tokens[quantity.head]!;
  if (head.index > token.index) return false;
  if (head.head === token.index) return relationOf(head) === 'obl' && caseOf(document, head.index) === '';
  const auxiliary = document.children[token.index]!.some(c => document.tokens[c]!.upos === 'AUX');
  const joined = relationOf(token) === 'ccomp' || (relationOf(token) === 'conj' && auxiliary);
  const ownSubject = document.children[token.index]!.some(c => relationOf(document.tokens[c]!) === 'nsubj');
  return (
    joined &&
    !ownSubject &&
    head.head === token.head &&
    relationOf(head) === 'obj' &&
    token.index - head.index < 8
  );
}

/** "12 wounded", "12 wounded soldiers", "12 are missing", "leaving 12 dead"; surest where it stands for a noun after a bare number. */
function modifierAptness(document: Document, token: Token, quantity: QuantityMention): number {
  const bare = quantity.head < quantity.last;
  if (bare && token.index === quantity.last)
    return /^includ/.test(document.tokens[quantity.first - 1]?.lower ?? '') ? BY_TREE + 2 : BY_PREDICATE;
  if (token.index >= quantity.last && token.index <= quantity.head) return BY_MODIFIER;
  if (token.head === quantity.head && token.index > quantity.head && token.index - quantity.head < 4)
    return BY_MODIFIER;
  if (follows(document, token, quantity, /^(?:AUX|ADV|PART|VERB|ADJ)$/, 4))
    return doesItToOthers(document, token, quantity) ? 0 : BY_MODIFIER;
  return isSaidOf(document, token, quantity) ? BY_MODIFIER : 0;
}

/** "Two gunmen killed nine villagers": the number of those who did it, whatever the tree makes of whom they did it to. */
function doesItToOthers(document: Document, token: Token, quantity: QuantityMention): boolean {
  if (token.upos !== 'VERB') return false;
  const { subj, obj, passive } = slotsOf(document, token.index);
  if (passive || !holds(document, subj, quantity.head)) return false;
  const next = document.tokens[token.index + 1];
  return obj.length > 0 || next?.upos === 'NUM' || AMOUNTS.test(next?.lower ?? '');
}
const AMOUNTS = /^(?:at|more|some|about|around|up|nearly|over|almost|dozens|scores|several|many|the|a|an)$/;

/** "All 12 people on board were assumed dead", "a strike left 12 people, two of them children, dead". */
function isSaidOf(document: Document, token: Token, quantity: QuantityMention): boolean {
  if (token.index < quantity.head) return false;
  if (holds(document, predicateSubject(document, token.index), quantity.head)) return true;
  if (relationOf(token) !== 'xcomp' || token.head < 0) return false;
  const { subj, obj, passive } = slotsOf(document, token.head);
  return holds(document, passive || obj.length ? obj : subj, quantity.head);
}

/** "12 are in need", "12 live in relief camps": the preposition asked for stands between. */
function isPredicate(document: Document, token: Token, row: TermRow, quantity: QuantityMention): boolean {
  if (!follows(document, token, quantity, /^(?:AUX|ADV|PART|VERB|ADP|DET|ADJ|NOUN|NUM|PROPN|PRON)$/, 9))
    return false;
  const between = document.tokens.slice(Math.max(quantity.last, quantity.head + 1), token.index);
  const preposition = between.findLast(t => t.upos === 'ADP');
  if (!preposition || !row.case?.includes(preposition.lower)) return false;
  const next = document.tokens[token.index + 1];
  if (next?.upos === 'NOUN' && next.head !== token.index && token.head === next.index) return false;
  return !row.verb_between || between.some(t => row.verb_between!.includes(lemmaOf(t)));
}

/** "the killing of 12", "damage to 12 houses". */
function ofAptness(document: Document, token: Token, row: TermRow, quantity: QuantityMention): number {
  if (token.index >= quantity.first) return 0;
  const args = (document.children[token.index] ?? []).filter(c => row.case?.includes(caseOf(document, c)));
  if (holds(document, args, quantity.head)) return BY_PREDICATE;
  return row.case?.includes(document.tokens[quantity.first - 1]!.lower) && quantity.first - token.index <= 4
    ? BY_ORDER
    : 0;
}

/** "the toll rose to 12", "put the toll at 12", "displacement stands at 12": the number hangs on the verb of the noun. */
export function isMeasured(document: Document, token: Token, quantity: QuantityMention): boolean {
  if (document.tokens[quantity.first - 1]?.lower === 'from') return false; // "rose from 20 to 31" tells the second
  const verb = verbAbove(document, token.index);
  const own = verbAbove(document, quantity.head);
  if (
    document.tokens[token.index + 1]?.lower === 'of' &&
    token.index + 2 >= quantity.first - 1 &&
    token.index < quantity.first
  )
    return true;
  if (verb !== null && verb === own) return true;
  // "put the toll at least at 12", "brings the number of soldiers killed there to 12"
  const near = document.tokens.slice(Math.max(0, quantity.first - 3), quantity.first);
  return (
    token.index < quantity.first &&
    quantity.first - token.index <= 12 &&
    near.some(t => t.lower === 'at' || t.lower === 'to') &&
    document.tokens.slice(Math.max(0, token.index - 4), quantity.first).some(t => GIVES.has(t.lower))
  );
}
const GIVES = formTable([
  'put',
  'bring',
  'raise',
  'stand',
  'rise',
  'climb',
  'take',
  'jump',
  'increase',
  'grow',
  'set',
]);

/** The verb that a noun is an argument of, over other nouns. */
function verbAbove(document: Document, i: number): number | null {
  let at = document.tokens[i]!;
  for (let hops = 0; hops < 4 && at.head >= 0; hops++) {
    if (/^(?:acl|advcl|ccomp|parataxis|appos)/.test(at.deprel)) return null;
    at = document.tokens[at.head]!;
    if (at.upos === 'VERB' || at.upos === 'AUX') return at.index;
  }
  return null;
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
  for (let i = from; i < token.index; i++) {
    const { upos, text } = document.tokens[i]!;
    if (!over.test(upos) && !/^["“”‘’']$/.test(text)) return false;
  }
  return true;
}

/** Whether a word stands right before a quantity. */
function precedes(document: Document, token: Token, quantity: QuantityMention): boolean {
  if (token.index >= quantity.first || quantity.first - token.index > 3) return false;
  for (let i = token.index + 1; i < quantity.first; i++)
    if (!/^(?:DET|ADV|ADJ)$/.test(document.tokens[i]!.upos) && !/^["“‘']$/.test(document.tokens[i]!.text))
      return false;
  return true;
}
