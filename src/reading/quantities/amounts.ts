import type { Token } from '../../language/document.ts';
import { NUMBERS, readNumber } from './number-words.ts';

/** An amount that begins at a token: its bounds, whether it is vague by its words, a range, and the token after it. */
export interface Amount {
  readonly min: number | null;
  readonly max: number | null;
  readonly how: 'number' | 'range' | 'vague';
  readonly end: number;
}

const UNNUMBERED = NUMBERS.unnumbered.map(phrase => phrase.split(' ')).sort((a, b) => b.length - a.length);
const SEVERAL = NUMBERS.several.map(phrase => phrase.split(' ')).sort((a, b) => b.length - a.length);
const startsWith = (tokens: readonly Token[], i: number, phrase: readonly string[]): boolean =>
  phrase.every((word, k) => tokens[i + k]?.lower === word);
const own = <T>(table: Readonly<Record<string, T>>, word: string): T | undefined =>
  Object.hasOwn(table, word) ? table[word] : undefined;

/** "dozens", "tens of thousands", "several hundred", "a few thousand", "many hundreds": the bounds of GOLD.md. */
function vagueAmount(tokens: readonly Token[], i: number): Amount | null {
  const word = tokens[i]!.lower;
  const after = tokens[i + 1]?.lower === 'of' ? (tokens[i + 2]?.lower ?? '') : '';
  const product = own(NUMBERS.vagueProducts, `${word} ${after}`);
  if (product) return { min: product[0], max: product[1], how: 'vague', end: i + 3 };
  if (word.endsWith('s')) {
    const plain = own(NUMBERS.vague, word);
    if (
      plain &&
      (word !== 'tens' || after !== '') &&
      (word !== 'scores' || after !== '' || isCounting(tokens[i + 1]))
    )
      return { min: plain[0], max: plain[1], how: 'vague', end: i + 1 };
  }
  const several = SEVERAL.find(phrase => startsWith(tokens, i, phrase));
  if (several) {
    const at = i + several.length;
    // "many hundreds of thousands"
    const times = tokens[at + 1]?.lower === 'of' ? (tokens[at + 2]?.lower ?? '') : '';
    const large = own(NUMBERS.vagueProducts, `${tokens[at]?.lower ?? ''} ${times}`);
    if (large) return { min: large[0], max: large[1], how: 'vague', end: at + 3 };
    const unit = own(NUMBERS.vague, tokens[at]?.lower ?? '');
    if (unit) return { min: unit[0], max: unit[1], how: 'vague', end: i + several.length + 1 };
  }
  return null;
}

const isCounting = (next: Token | undefined): boolean =>
  next !== undefined &&
  /^(?:more|other|others|dead|killed|wounded|injured|missing|,|\.|have|had|were|are)$/.test(next.lower);

/** A range that a number opens: "20 to 30", "20-30", "between 20 and 30", "one to 1.5 million". */
function rangeFrom(tokens: readonly Token[], i: number, between: boolean): Amount | null {
  const low = readNumber(tokens, i);
  if (!low) return null;
  const link = tokens[low.end]?.lower ?? '';
  const joins = between
    ? link === 'and' || link === 'to'
    : /^(?:to|-|–|—)$/.test(link) || (link === 'or' && low.value < 1000);
  if (!joins) return null;
  let at = low.end + 1;
  if (between && tokens[at]?.lower === 'about') at++;
  const high = readNumber(tokens, at);
  if (!high) return null;
  const scaled =
    low.value < high.value / high.multiplied &&
    low.multiplied === 1 &&
    low.value * high.multiplied < high.value
      ? low.value * high.multiplied
      : low.value;
  const min =
    high.multiplied >= 1000 && low.value < 1000
      ? low.value * (low.multiplied === 1 ? high.multiplied : 1)
      : scaled;
  return min < high.value ? { min, max: high.value, how: 'range', end: high.end } : null;
}

/** "20-30" as one token. */
function gluedRange(token: Token): Amount | null {
  const parts = /^(\d[\d,]*)[-–](\d[\d,]*)$/.exec(token.lower);
  if (!parts) return null;
  const [min, max] = [parts[1]!, parts[2]!].map(x => Number(x.replaceAll(',', ''))) as [number, number];
  return min < max ? { min, max, how: 'range', end: 0 } : null;
}

/**
 * The amount that begins at token `i`: a range, a vague amount, or a number; null where none does. "From 20 to 30" is
 * no range (it tells a rise), so the caller says when the word before is "from".
 */
export function readAmount(tokens: readonly Token[], i: number): Amount | null {
  const word = tokens[i]!.lower;
  if (word === 'between') return rangeFrom(tokens, i + 1, true);
  const before = tokens[i - 1]?.lower;
  const range = before === 'from' ? null : rangeFrom(tokens, i, false);
  if (range) return range;
  const glued = gluedRange(tokens[i]!);
  if (glued) return { ...glued, end: i + 1 };
  const vague = vagueAmount(tokens, i);
  if (vague) return vague;
  const number = readNumber(tokens, i);
  if (number) return { min: number.value, max: number.value, how: 'number', end: number.end };
  const unnumbered = UNNUMBERED.find(phrase => startsWith(tokens, i, phrase));
  return unnumbered ? { min: null, max: null, how: 'vague', end: i + unnumbered.length } : null;
}
