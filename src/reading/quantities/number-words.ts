import { readFileSync } from 'node:fs';
import type { Token } from '../../language/document.ts';

interface Numbers {
  readonly units: Readonly<Record<string, number>>;
  readonly tens: Readonly<Record<string, number>>;
  readonly multipliers: Readonly<Record<string, number>>;
  readonly ordinals: Readonly<Record<string, number>>;
  readonly vague: Readonly<Record<string, readonly [number, number]>>;
  readonly vagueProducts: Readonly<Record<string, readonly [number, number]>>;
  readonly several: readonly string[];
  readonly unnumbered: readonly string[];
}

/** The number words of English, as data. */
export const NUMBERS = JSON.parse(
  readFileSync(new URL('./data/numbers.json', import.meta.url), 'utf8'),
) as Numbers;

/** Words that a quantity may begin with, beside those with a digit or a hyphen. */
const STARTS = new Set([
  ...Object.keys(NUMBERS.units),
  ...Object.keys(NUMBERS.tens),
  ...Object.keys(NUMBERS.multipliers),
  ...Object.keys(NUMBERS.ordinals),
  ...Object.keys(NUMBERS.vague),
  ...[...NUMBERS.several, ...NUMBERS.unnumbered].map(phrase => phrase.split(' ')[0]!),
  'between',
  'half',
  'a',
  'an',
]);
/** Whether a quantity may begin with a word; most words are sorted out here. */
export const mayBegin = (word: string): boolean => STARTS.has(word) || /[\d-]/.test(word);

/** A number that begins at a token: its value, and the token after it. */
export interface ReadNumber {
  readonly value: number;
  readonly end: number;
  /** Whether a word such as "million" multiplies it. */
  readonly multiplied: number;
}

const DIGITS = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$|^\d+(?:\.\d+)?$/;
const JOINED = /^(\d+(?:\.\d+)?)(m|mn|mln|k)$/;
const GLUED = /^(\d{1,3}(?:,\d{3})+)(?:people|families|homes|houses)$/;
/** A number that has run into the word before it, as in old text archives: "around1.6", "with14,593". */
const RUN_IN =
  /^(?:around|about|with|between|of|to|nearly|almost|than|least|over|some|and|by|from|the|for)(\d[\d,]*(?:\.\d+)?)$/;
const own = <T>(table: Readonly<Record<string, T>>, word: string): T | undefined =>
  Object.hasOwn(table, word) ? table[word] : undefined;

/** The value of a token of digits: "3,000", "1.2", "40k"; undefined for anything else. */
export function digitsOf(word: string): number | undefined {
  if (DIGITS.test(word)) return Number(word.replaceAll(',', ''));
  const joined = JOINED.exec(word);
  if (joined) return Number(joined[1]) * NUMBERS.multipliers[joined[2]!]!;
  const glued = GLUED.exec(word) ?? RUN_IN.exec(word);
  return glued ? Number(glued[1]!.replaceAll(',', '')) : undefined;
}

/**
 * The cardinal number that begins at token `i`: digits ("3,000", "1.2 million", "250 000"), words ("twenty-five",
 * "a hundred and ten", "two and a half million", "half a million", "a dozen"), or both. Null where none does.
 * @example readNumber(parseText('half a million people').tokens, 0) // { value: 500000, end: 3, multiplied: 1000000 }
 */
export function readNumber(tokens: readonly Token[], i: number): ReadNumber | null {
  const word = (k: number): string => tokens[k]?.lower ?? '';
  const times = (k: number): number | undefined =>
    word(k).length > 2 || k > i ? own(NUMBERS.multipliers, word(k)) : undefined;
  if (word(i) === 'half' && (word(i + 1) === 'a' || word(i + 1) === 'an')) {
    const by = times(i + 2);
    return by ? { value: by / 2, end: i + 3, multiplied: by } : null;
  }
  if (word(i) === 'a' && word(i + 1) === 'quarter' && word(i + 2) === 'of' && word(i + 3) === 'a') {
    const by = times(i + 4);
    return by ? { value: by / 4, end: i + 5, multiplied: by } : null;
  }
  if (word(i) === 'a' || word(i) === 'an') {
    if (word(i + 1) === 'half' && times(i + 2))
      return { value: times(i + 2)! / 2, end: i + 3, multiplied: times(i + 2)! };
    return times(i + 1) ? readWords(tokens, i) : null;
  }
  let value = digitsOf(word(i));
  if (value === undefined) return readWords(tokens, i);
  let end = i + 1;
  // "250 000": groups of three set apart by a space, where they look like thousands and not like two numbers.
  if (value < 1000 && Number.isInteger(value))
    while (/^\d00$/.test(word(end)) && tokens[end]!.start === tokens[end - 1]!.end + 1) {
      value = value * 1000 + Number(word(end));
      end++;
    }
  let multiplied = 1;
  for (let by = times(end); by; by = times(end)) {
    multiplied *= by;
    end++;
  }
  return { value: Math.round(value * multiplied * 100) / 100, end, multiplied };
}

/** Numbers in words: below a thousand at a time, each part multiplied. */
function readWords(tokens: readonly Token[], i: number): ReadNumber | null {
  const word = (k: number): string => tokens[k]?.lower ?? '';
  let total = 0;
  let part = 0;
  let k = i;
  let multiplied = 1;
  let seen = false;
  for (;;) {
    const w = word(k);
    const unit = own(NUMBERS.units, w) ?? ((w === 'a' || w === 'an') && !seen ? 1 : undefined);
    const ten = own(NUMBERS.tens, w);
    const by = seen ? own(NUMBERS.multipliers, w) : undefined;
    if (ten !== undefined && part % 100 === 0) {
      part += ten;
      const hyphen = word(k + 1) === '-' ? 1 : 0;
      const unitAfter = own(NUMBERS.units, word(k + 1 + hyphen));
      if (unitAfter !== undefined && unitAfter < 10) {
        part += unitAfter;
        k += 1 + hyphen;
      }
    } else if (
      /^(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)-[a-z]+$/.test(w) &&
      part % 100 === 0
    ) {
      const [tenWord, unitWord] = w.split('-') as [string, string];
      const last = own(NUMBERS.units, unitWord);
      if (last === undefined) break;
      part += NUMBERS.tens[tenWord]! + last;
    } else if (unit !== undefined && part % 100 === 0) part += unit;
    else if (by === 100 || by === 12) {
      part *= by;
      multiplied = by;
    } else if (by !== undefined) {
      total += part * by;
      part = 0;
      multiplied = by;
    } else if (
      w === 'and' &&
      seen &&
      multiplied > 12 &&
      k > i &&
      (own(NUMBERS.units, word(k + 1)) || own(NUMBERS.tens, word(k + 1))) &&
      part % 100 === 0 &&
      part > 0
    ) {
      k++;
      continue;
    } else if (w === 'and' && seen && word(k + 1) === 'a' && word(k + 2) === 'half') {
      part += 0.5;
      k += 2;
    } else break;
    seen = true;
    k++;
  }
  const lone = k === i + 1 && (word(i) === 'a' || word(i) === 'an');
  return seen && !lone ? { value: total + part, end: k, multiplied } : null;
}

/** The ordinal at token `i` ("seventh", "7th", "twenty-first"), or null. */
export function readOrdinal(tokens: readonly Token[], i: number): ReadNumber | null {
  const w = tokens[i]?.lower ?? '';
  const figure = /^(\d+)(?:st|nd|rd|th)$/.exec(w);
  if (figure) return { value: Number(figure[1]), end: i + 1, multiplied: 1 };
  const plain = own(NUMBERS.ordinals, w);
  if (plain !== undefined) return { value: plain, end: i + 1, multiplied: 1 };
  const joined = /^([a-z]+)-([a-z]+)$/.exec(w);
  const tens = own(NUMBERS.tens, joined?.[1] ?? w);
  if (tens === undefined) return null;
  const after = joined ? joined[2]! : tokens[i + 1]?.lower === '-' ? (tokens[i + 2]?.lower ?? '') : '';
  const unit = own(NUMBERS.ordinals, after);
  return unit !== undefined && unit < 10
    ? { value: tens + unit, end: joined ? i + 1 : i + 3, multiplied: 1 }
    : null;
}
