import { type ClaimTime, type Figure, type FigureTerm, overlaps, type Span } from '../../model/index.ts';
import type { Annotated, PlaceMention, QuantityMention } from '../annotations.ts';
import { clauseSpan } from '../frames/clause.ts';
import { bestReading, type EventWord, eventWords } from './event-word.ts';
import { placeOfFigure } from './figure-place.ts';
import { inheritedFrom, isCoordinate } from './inherited.ts';
import { isJoined } from './joined.ts';
import { numberOf } from './number-of.ts';
import { type Counted, DESIGNATED, whatIsCounted } from './what-is-counted.ts';

/** A statement of how many people or homes: the figure, where, the words it stands on, and the word that governs its scope. */
export interface FoundFigure {
  readonly figure: Figure;
  readonly place: PlaceMention | null;
  readonly time?: ClaimTime;
  readonly span: Span;
  readonly anchor: number;
  /** The word that tells whose statement it is. */
  readonly spoken: number;
}

/** A quantity with what it tells: the term, the word that says so, what is counted. */
export interface ReadFigure {
  readonly quantity: QuantityMention;
  readonly counted: Counted;
  readonly term: FigureTerm;
  readonly word: number;
  /** Whether the word is that of another number: who says this one is told by the number's own clause. */
  readonly inherited?: boolean;
}

/** The figures of a text, subtotals as figures of their own. Requires: document, quantities, places, actors. */
export function findFigures(a: Annotated): FoundFigure[] {
  const quantities = a.quantities.filter(q => !q.ordinal);
  const read: (ReadFigure | null)[] = [];
  let words: EventWord[] = [];
  let sentence = -1;
  for (const quantity of quantities) {
    const at = a.document.sentences[a.document.tokens[quantity.first]!.sentence]!;
    if (at.index !== sentence) words = eventWords(a.document, at.first, at.last);
    sentence = at.index;
    read.push(tellsNone(a, quantity) ? null : readQuantity(a, quantity, words, read.at(-1) ?? null));
  }
  // what a number takes over from another one is known when all have been read
  quantities.forEach((quantity, i) => {
    const own = read[i];
    const given = own || tellsNone(a, quantity) ? null : inheritedFrom(a, quantities, read, i);
    const found = own ?? (given && { ...given, inherited: true });
    read[i] = found && quantity.min === null && !isVagueAmount(a, quantity) ? null : found;
  });
  return read.filter(r => r !== null).map((r, i, all) => figureOf(a, inContext(a, r, all[i - 1])));
}

/**
 * What the figure before it lends: its unit to a bare number ("200 households left. About 40 returned"), its "at least" to a
 * coordinate ("at least 150 rebels and 28 soldiers were killed").
 */
function inContext(a: Annotated, read: ReadFigure, before: ReadFigure | undefined): ReadFigure {
  if (!before) return read;
  const { quantity, counted } = read;
  const gap =
    a.document.tokens[quantity.first]!.sentence - a.document.tokens[before.quantity.first]!.sentence;
  if (
    counted.sure === 'bare' &&
    counted.unit === 'people' &&
    before.counted.unit === 'households' &&
    gap <= 1
  )
    return { ...read, counted: { ...counted, unit: 'households' } };
  const lends = before.quantity.qualifier === 'at-least' && quantity.qualifier === 'exactly';
  const joined =
    before.word === read.word && counted.sure === 'known' && isCoordinate(a, before.quantity, quantity);
  return lends && joined ? { ...read, quantity: { ...quantity, qualifier: 'at-least' } } : read;
}

/** Of the amounts without number, those that say how many all the same. */
const isVagueAmount = (a: Annotated, quantity: QuantityMention): boolean =>
  /^(?:quite a few|an un|large numbers|a large number)/i.test(
    a.document.text.slice(quantity.start, quantity.end),
  );

/** A number that tells no figure of its own. */
const tellsNone = (a: Annotated, quantity: QuantityMention): boolean =>
  isShareOf(a, quantity) || isFormerAmount(a, quantity) || isLabel(a, quantity);

/** "Task Force 1", "4) The hospital", "not one is left": a number that is part of a name, counts paragraphs, or is none. */
function isLabel(a: Annotated, { first, last, head }: QuantityMention): boolean {
  const { tokens } = a.document;
  const before = tokens[first - 1]?.lower ?? '';
  const bare = head >= first && head < last;
  if (before === 'not' && tokens[first]!.lower === 'one') return true;
  return bare && last - first === 1 && (tokens[last]?.text === ')' || DESIGNATED.has(before));
}

/** "A third of the 90,000 inhabitants have left", "eight houses in ten": a share tells no number, nor does its whole. */
function isShareOf(a: Annotated, quantity: QuantityMention): boolean {
  if (isRatio(a, quantity)) return true;
  const before = a.document.tokens.slice(Math.max(0, quantity.first - 3), quantity.first).map(t => t.lower);
  return /(?:third|half|quarter|fifth|tenth|percent|cent|%|most|majority|part|fraction) of(?: the| its| their)?$/.test(
    before.join(' '),
  );
}

/** "eight houses in ten", "one in three": both numbers of a ratio. */
function isRatio(a: Annotated, { first, last, head }: QuantityMention): boolean {
  const { tokens } = a.document;
  const isNumber = (i: number): boolean => tokens[i]?.upos === 'NUM' && IN_TEN.test(tokens[i]!.lower);
  const after = Math.max(last, head + 1);
  const isOneIn = (one: number): boolean => tokens[one]?.lower === 'one' && tokens[one + 1]?.lower === 'in';
  if ((isOneIn(first) && isNumber(first + 2)) || isOneIn(first - 2)) return true;
  if (tokens[after]?.lower === 'in' && isNumber(after + 1)) return tokens[after + 2]?.upos !== 'NOUN';
  return (
    isNumber(first) &&
    last - first === 1 &&
    tokens[first - 1]?.lower === 'in' &&
    tokens[last]?.upos !== 'NOUN'
  );
}
const IN_TEN = /^(?:two|three|four|five|six|eight|ten|twenty|hundred|2|3|4|5|6|8|10|20|100)$/;

/** "up from 90,000 in January", "compared with 40 last week": what the number was before. */
function isFormerAmount(a: Annotated, quantity: QuantityMention): boolean {
  const { tokens } = a.document;
  const before = [2, 1].map(k => tokens[quantity.first - k]?.lower ?? '').join(' ');
  return /^(?:up|down|increase|decrease|rise|drop) from$|^compared (?:with|to)$/.test(before);
}

function readQuantity(
  a: Annotated,
  quantity: QuantityMention,
  words: readonly EventWord[],
  before: ReadFigure | null,
): ReadFigure | null {
  const plain = whatIsCounted(a, quantity);
  // "400 houses were burned down and hundreds more damaged"
  const here = a.document.tokens[quantity.first]!.sentence;
  const houses =
    plain?.sure === 'bare' &&
    before?.counted.unit === 'houses' &&
    a.document.tokens[before.quantity.first]!.sentence === here;
  const counted = plain && houses ? { ...plain, unit: 'houses' as const } : plain;
  if (!counted) return null;
  const reading =
    bestReading(a.document, quantity, counted, words) ?? numberOf(a.document, quantity, counted, words);
  if (!reading) return null;
  const { row, word } = reading;
  const both = row.term === 'killed' || row.term === 'wounded' ? isJoined(a.document, word) : false;
  return {
    quantity,
    counted: row.unit ? { ...counted, unit: row.unit } : counted,
    term: both ? 'killed-or-wounded' : row.term,
    word,
  };
}

function figureOf(a: Annotated, { quantity, counted, term, word, inherited }: ReadFigure): FoundFigure {
  const anchor = sameSentence(a, word, quantity) ? word : quantity.head;
  const clause = clauseSpan(a.document, word, [quantity]);
  return {
    figure: {
      term,
      min: quantity.min,
      max: quantity.max,
      qualifier: isEstimated(a, word) && quantity.qualifier === 'exactly' ? 'about' : quantity.qualifier,
      unit: counted.unit,
      ...(counted.who ? { who: counted.who } : {}),
    },
    place: placeOfFigure(a, word, quantity.head),
    span: overlaps(clause, quantity) ? clause : { start: quantity.start, end: quantity.end },
    anchor,
    spoken: inherited ? quantity.first : anchor,
  };
}

/** "The agency estimates that 500 people have fled": the verb of saying makes the number an estimate. */
function isEstimated(a: Annotated, word: number): boolean {
  const { tokens } = a.document;
  const above = tokens[tokens[word]!.head];
  return (
    above !== undefined &&
    /^estimat/.test(above.lemma) &&
    /^(?:ccomp|acl|parataxis)/.test(tokens[word]!.deprel)
  );
}

const sameSentence = (a: Annotated, word: number, quantity: QuantityMention): boolean =>
  a.document.tokens[word]!.sentence === a.document.tokens[quantity.first]!.sentence;
