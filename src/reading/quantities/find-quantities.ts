import type { Document, Token } from '../../language/document.ts';
import type { Qualifier } from '../../model/index.ts';
import type { QuantityMention } from '../annotations.ts';
import { type Amount, readAmount } from './amounts.ts';
import { countedNoun } from './counted-noun.ts';
import { mayBegin, readNumber, readOrdinal } from './number-words.ts';
import { qualifierAfter, qualifierBefore } from './qualifiers.ts';

const MONTH =
  /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec|january|february|march|april|june|july|august|september|october|november|december)\.?$/;
const NUMBERED =
  /^(?:no|no\.|nos|number|numbers|highway|route|road|division|brigade|battalion|regiment|corps|unit|area|sector|km|resolution|article|page|chapter|magnitude|mag|channel|flight|kilo|level|phase|stage|category|group|type|section|point|room|block|zone|camp|gate|season|version)$/;
const CLOCK_AFTER = /^(?:am|pm|a\.m\.?|p\.m\.?|gmt|utc|o'clock|hrs|:|%|percent|per)$/;
const MONEY = /^[$€£¥₽₹#]$|^(?:usd|us\$|eur|rs)$/;

/**
 * The quantities of a text: cardinals, vague amounts, ranges, shares ("five out of 34"), ordinals before a noun. Left out:
 * dates, years, clock times, money, percentages, names with numbers ("Brigade 12"). Bounds and qualifiers are GOLD.md's.
 * `head` is the noun counted, or the amount's own last token where none follows. In order of the text; they do not overlap.
 * @example findQuantities(parseText('At least 30 villagers fled.')) // [{ min: 30, max: 30, qualifier: 'at-least', head: 3, … }]
 */
export function findQuantities(document: Document): QuantityMention[] {
  const found: QuantityMention[] = [];
  for (const sentence of document.sentences) {
    for (let i = sentence.first; i < sentence.last; ) {
      const mention = quantityAt(document, i, sentence.first, sentence.last);
      if (mention) found.push(mention);
      i = mention ? Math.max(i + 1, mention.last) : i + 1;
    }
  }
  return found;
}

function quantityAt(document: Document, i: number, floor: number, ceiling: number): QuantityMention | null {
  const tokens = document.tokens;
  if (!mayBegin(tokens[i]!.lower)) return null;
  const ordinal = readOrdinal(tokens, i);
  if (ordinal) return ordinalAt(document, i, ordinal.end, ordinal.value, ceiling);
  const amount = readAmount(tokens, i);
  if (!amount || amount.end > ceiling || isOtherNumber(tokens, i, amount, ceiling)) return null;
  const before =
    amount.how === 'range' && tokens[i]!.lower === 'between' ? null : qualifierBefore(tokens, i, floor);
  const after = qualifierAfter(tokens, amount.end, ceiling);
  const share = shareAt(tokens, amount.end, ceiling);
  const end = after?.edge ?? amount.end;
  const noun = countedNoun(tokens, share?.end ?? end, ceiling);
  if (amount.min === null && noun === null) return null;
  const first = before?.edge ?? i;
  const last = share?.end ?? end;
  const late = noun !== null ? qualifierAfter(tokens, noun + 1, ceiling) : null;
  return {
    first,
    last,
    start: tokens[first]!.start,
    end: tokens[last - 1]!.end,
    head: noun ?? amount.end - 1,
    min: amount.min,
    max: amount.max,
    qualifier: qualifierOf(amount, before?.qualifier ?? after?.qualifier ?? late?.qualifier),
    ordinal: false,
    outOf: share?.value ?? null,
  };
}

function qualifierOf(amount: Amount, said: Qualifier | undefined): Qualifier {
  if (amount.how === 'range') return 'range';
  if (amount.how === 'vague') return said === 'at-least' || said === 'more-than' ? 'vague' : 'vague';
  return said ?? 'exactly';
}

/** An ordinal counts only before a noun: "the seventh provincial capital", not "on the seventh". */
function ordinalAt(
  document: Document,
  i: number,
  end: number,
  value: number,
  ceiling: number,
): QuantityMention | null {
  const tokens = document.tokens;
  const before = tokens[i - 1]?.lower ?? '';
  if (
    MONTH.test(tokens[end]?.lower ?? '') ||
    MONTH.test(before) ||
    (tokens[end]?.lower === 'of' && MONTH.test(tokens[end + 1]?.lower ?? ''))
  )
    return null;
  const noun = countedNoun(tokens, end, ceiling);
  if (noun === null) return null;
  const span = { start: tokens[i]!.start, end: tokens[end - 1]!.end };
  return {
    first: i,
    last: end,
    ...span,
    head: noun,
    min: value,
    max: value,
    qualifier: 'exactly',
    ordinal: true,
    outOf: null,
  };
}

/** "five out of 34", "12 of the province's 17", "one of the six", "73 of some 400": the whole after the part. */
function shareAt(
  tokens: readonly Token[],
  i: number,
  ceiling: number,
): { value: number; end: number } | null {
  let k = i;
  if (tokens[k]?.lower === 'out') k++;
  if (tokens[k]?.lower !== 'of') return null;
  k++;
  for (const stop = Math.min(ceiling, k + 7); k < stop; k++) {
    const token = tokens[k]!;
    const number = token.upos === 'NUM' || /^[a-z]+$|^\d/.test(token.lower) ? readNumber(tokens, k) : null;
    if (number) return number.value > 1 ? { value: number.value, end: number.end } : null;
    const inside =
      token.upos === 'DET' ||
      token.upos === 'PROPN' ||
      token.upos === 'PRON' ||
      token.upos === 'NOUN' ||
      token.upos === 'ADJ' ||
      token.lower === "'s" ||
      token.lower === '’s' ||
      token.lower === 'some' ||
      token.lower === 'about' ||
      token.lower === 'around' ||
      token.upos === 'PART';
    if (!inside || (token.xpos === 'NNS' && tokens[k + 1]?.lower !== "'" && tokens[k + 1]?.lower !== '’'))
      return null;
  }
  return null;
}

/** Whether a number is part of a date, a year, a clock time, a sum of money, a percentage or a name. */
function isOtherNumber(tokens: readonly Token[], i: number, amount: Amount, ceiling: number): boolean {
  if (amount.how === 'vague') return false;
  const before = tokens[i - 1]?.lower ?? '';
  const after = amount.end < ceiling ? (tokens[amount.end]?.lower ?? '') : '';
  const touching = tokens[amount.end] && tokens[amount.end]!.start === tokens[amount.end - 1]!.end;
  const isDay = amount.max !== null && amount.max <= 31;
  if (
    isDay &&
    ((MONTH.test(after) && after !== 'may') ||
      (MONTH.test(before) && before !== 'may') ||
      (after === 'may' && tokens[amount.end]!.text === 'May') ||
      (before === 'may' && tokens[i - 1]!.text === 'May'))
  )
    return true;
  if (tokens[i]!.lower === 'one' && /^(?:no|any|every|this|that|which)$/.test(before)) return true;
  if (isYear(tokens, i, amount, before, after)) return true;
  // "11.50 Statement": the time of an entry of a running report
  if (
    /^(?:[01]?\d|2[0-3])\.[0-5]\d$/.test(tokens[i]!.text) &&
    /^["“A-Z]/.test(tokens[amount.end]?.text ?? '')
  )
    return true;
  if (NUMBERED.test(before) && /^[\d,.]+$/.test(tokens[i]!.lower)) return true;
  if (CLOCK_AFTER.test(after) && !(after === ':' && !touching)) return true;
  if (MONEY.test(before) || /^[$€£]/.test(tokens[i]!.lower)) return true;
  if (
    (after === '-' || after === '–') &&
    touching &&
    /^(?:year|day|month|week|hour|km|mile|minute|storey|story|point|strong|metre|meter|kilometre|kilometer|man|member|seat|nation)$/.test(
      tokens[amount.end + 1]?.lower ?? '',
    )
  )
    return true;
  const prior = tokens[i - 1];
  return (
    /^\d+$/.test(tokens[i]!.lower) &&
    prior !== undefined &&
    prior.lower === '-' &&
    prior.end === tokens[i]!.start &&
    prior.start === (tokens[i - 2]?.end ?? -1)
  );
}

function isYear(tokens: readonly Token[], i: number, amount: Amount, before: string, after: string): boolean {
  if (
    !/^(?:1[89]|20)\d\d$/.test(tokens[i]!.lower) ||
    (amount.how === 'range' && tokens[i]!.lower === 'between')
  )
    return false;
  if (MONTH.test(before) || (before === ',' && MONTH.test(tokens[i - 3]?.lower ?? ''))) return true;
  // "18 July 2016" and, without its comma, "July 18 2016"
  if (/^\d{1,2}(?:st|nd|rd|th)?$/.test(before) && MONTH.test(tokens[i - 2]?.lower ?? '')) return true;
  if (
    /^(?:in|since|of|year|until|till|by|from|during|early|late|mid|and|to|-|–|after|before|spring|summer|autumn|fall|winter|the|last|\(|like|than)$/.test(
      before,
    )
  ) {
    const next = tokens[amount.end];
    if (before === 'and' || before === 'to' || before === '-' || before === '–' || before === 'than')
      return next?.upos !== 'NOUN';
    return !(next && next.xpos === 'NNS' && before !== 'in' && before !== 'since' && before !== 'the');
  }
  return after === ')' || /^mid-?$/.test(before);
}
