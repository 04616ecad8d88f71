import type { FigureTerm } from '../../model/index.ts';
import type { Annotated, QuantityMention } from '../annotations.ts';
import type { ReadFigure } from './find-figures.ts';
import { whatIsCounted } from './what-is-counted.ts';

const PRONOUN = /^(?:them|whom|those|which|these)$/;
/** How many sentences back a bare number may take its meaning from. */
const BACK = 2;
/** What "a few of them" in the next sentence goes on with. */
const MOVED: ReadonlySet<FigureTerm> = new Set([
  'displaced',
  'fled',
  'returned',
  'refugees',
  'evacuated',
  'relocated',
  'homeless',
]);
/** Verbs that give another number for what was told before: "the ministry speaks of 8,000". */
const RECKONS = new Set(['speak', 'talk', 'put', 'admit', 'estimate', 'give', 'cite', 'count']);

/**
 * What a number that has no event word of its own takes over from another one: a subtotal ("including 25 children",
 * "20 of them soldiers", "two women were among eight people killed"), a coordinate ("12 soldiers and 30 rebels"), or a
 * second reckoning of the same thing ("the coalition admits to seven"). Null where there is none.
 */
export function inheritedFrom(
  a: Annotated,
  quantities: readonly QuantityMention[],
  read: readonly (ReadFigure | null)[],
  i: number,
): ReadFigure | null {
  const quantity = quantities[i]!;
  const counted = whatIsCounted(a, quantity);
  if (!counted || counted.unit === 'houses') return null;
  const take = (from: ReadFigure): ReadFigure => ({
    quantity,
    counted:
      counted.sure === 'bare'
        ? {
            ...counted,
            unit: from.counted.unit,
            who: isSubtotal(a, quantity) ? counted.who : from.counted.who,
          }
        : counted,
    term: from.term,
    word: from.word,
  });
  // a number that counts something else, right before, breaks the thread: "they hold 12 of the 14; another counts 10"
  const between = quantities[i - 1];
  const broken =
    read[i - 1] === null &&
    between !== undefined &&
    a.document.tokens[between.first]!.sentence === a.document.tokens[quantity.first]!.sentence;
  const before = broken && !isSubtotal(a, quantity) ? null : lastRead(read, i);
  const after = read[i + 1] ?? read[i + 2];
  const here = a.document.tokens[quantity.first]!.sentence;
  const sentenceOf = (r: ReadFigure): number => a.document.tokens[r.quantity.first]!.sentence;
  if (before && sentenceOf(before) === here && isSubtotal(a, quantity)) return take(before);
  if (before && sentenceOf(before) === here && isCoordinate(a, before.quantity, quantity))
    return take(before);
  // "left 35 people including 22 children dead"
  if (after && sentenceOf(after) === here && isIncluding(a, after.quantity)) return take(after);
  if (after && sentenceOf(after) === here && isAmong(a, quantity, after.quantity)) return take(after);
  if (after && sentenceOf(after) === here && isCoordinate(a, quantity, after.quantity)) return take(after);
  const back = before ? here - sentenceOf(before) : Infinity;
  if (before && back <= BACK && isReckoning(a, quantity, counted.sure === 'bare')) return take(before);
  if (before && back <= 1 && isPronoun(a, quantity) && MOVED.has(before.term)) return take(before);
  return null;
}

function lastRead(read: readonly (ReadFigure | null)[], i: number): ReadFigure | null {
  for (let k = i - 1; k >= 0 && k >= i - 4; k--) if (read[k]) return read[k]!;
  return null;
}

function isSubtotal(a: Annotated, quantity: QuantityMention): boolean {
  const { tokens } = a.document;
  const words = [1, 2, 3].map(k => tokens[quantity.first - k]?.lower ?? '');
  if (/^(?:including|include|includes|included)$/.test(words[0]!)) return true;
  if (words[0] === 'them' && words[1] === 'among') return true;
  if (/^(?:along with|together with|well as)$/.test(`${words[1]} ${words[0]}`)) return true;
  // "12 people were killed, nine in the port and another three in a village"
  const bare = quantity.head < quantity.last;
  if (
    bare &&
    (/^(?:in|at|near|of)$/.test(tokens[quantity.last]?.lower ?? '') ||
      isOnADay(tokens[quantity.last]?.lower, tokens[quantity.last + 1]?.lower) ||
      tokens[quantity.first]!.lower === 'another')
  )
    return tokens[quantity.last]?.lower !== 'of' || PRONOUN.test(tokens[quantity.last + 1]?.lower ?? '');
  return isPronoun(a, quantity);
}
/** "two were killed on Monday and three on Tuesday" */
const isOnADay = (word: string | undefined, next: string | undefined): boolean =>
  word === 'on' && /day$/.test(next ?? '');
const isPronoun = (a: Annotated, quantity: QuantityMention): boolean =>
  PRONOUN.test(a.document.tokens[quantity.head]!.lower);

/** "12 soldiers and 30 rebels": nothing but a conjunction and words of the noun phrase stands between them. */
export function isCoordinate(a: Annotated, first: QuantityMention, second: QuantityMention): boolean {
  const { tokens } = a.document;
  let from = Math.max(first.last, first.head + 1);
  // "30 soldiers from Baraza and two from Kend"
  const where = tokens[from]?.lower ?? '';
  if (/^(?:from|of|in|at)$/.test(where) && tokens[second.head + 1]?.lower === where) from += 2;
  if (second.first - from > 4 || second.first < from) return false;
  const between = tokens.slice(from, second.first).map(t => t.lower);
  return between.length > 0
    ? /^(?:,|and|, and|as well as|, as well as|plus|& )$/.test(between.join(' '))
    : tokens[second.head]!.head === first.head;
}

const isIncluding = (a: Annotated, quantity: QuantityMention): boolean =>
  /^includ/.test(a.document.tokens[quantity.first - 1]?.lower ?? '');

/** "two women and two children were among eight people killed". */
function isAmong(a: Annotated, quantity: QuantityMention, whole: QuantityMention): boolean {
  const before = a.document.tokens.slice(Math.max(0, whole.first - 3), whole.first).map(t => t.lower);
  return before.includes('among') && whole.first > quantity.head;
}

/** Nouns of which a number is said: "the UN's estimate is 250,000". */
const RECKONING = /^(?:count|estimate|figure|toll|tally|total|number|reckoning)$/;

/**
 * A bare number, or "quite a few of them", that another source gives: by a verb of reckoning, as what its count is or has, behind
 * its name and a colon, or behind its name alone ("Kend admits 11 soldiers killed, Baraza 38").
 */
function isReckoning(a: Annotated, quantity: QuantityMention, bare: boolean): boolean {
  const { tokens, children } = a.document;
  if (!bare) return false;
  const before = tokens[quantity.first - 1],
    ends = /^[,.;]$/.test(tokens[quantity.last]?.text ?? '.');
  if (ends && before?.sentence === tokens[quantity.first]!.sentence) {
    if (before.text === ':' && tokens[before.index - 1]?.upos === 'PROPN') return true;
    if (before.upos === 'PROPN' && tokens[before.index - 1]?.text === ',') return true;
  }
  const own = tokens[quantity.head]!,
    head = tokens[own.head];
  const subject = (of: number): boolean =>
    children[of]!.some(c => tokens[c]!.deprel === 'nsubj' && RECKONING.test(tokens[c]!.lemma));
  if (children[own.index]!.some(c => tokens[c]!.deprel === 'cop') && subject(own.index)) return true;
  if (head === undefined || head.index > quantity.first) return false;
  if (head.lemma === 'have' && own.deprel === 'obj') return ends;
  return RECKONS.has(head.lemma) || (head.lemma === 'be' && subject(head.index));
}
