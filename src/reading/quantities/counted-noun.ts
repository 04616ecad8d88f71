import type { Token } from '../../language/document.ts';

const isNoun = (t: Token): boolean => t.upos === 'NOUN' || t.upos === 'PROPN';
const PEOPLE_ADJECTIVES = new Set(['dead', 'wounded', 'injured', 'missing', 'displaced', 'others']);

/**
 * The noun that an amount counts, by the shape of its noun phrase: "3 commanders", "dozens of armed men",
 * "150 retreating government soldiers". `i` is the token after the amount. Null where no noun follows ("12 were killed",
 * "30 wounded"). More sure than the tree, which often hangs a number on a verb.
 */
export function countedNoun(tokens: readonly Token[], i: number, ceiling: number): number | null {
  let k = i;
  if (/^["”’]$/.test(tokens[k]?.lower ?? '') && tokens[k + 1]?.lower === 'of') k++; // "dozens" of fighters
  if (tokens[k]?.lower === 'of') {
    k++;
    while (
      k < ceiling &&
      (tokens[k]!.upos === 'DET' || /^(?:its|their|his|her|our|my|your)$/.test(tokens[k]!.lower))
    )
      k++;
    if (k < ceiling && tokens[k]!.upos === 'PRON')
      return /^(?:them|those|whom|us|these|which)$/.test(tokens[k]!.lower) ? k : null;
  }
  for (let noun: number | null = null; ; k++) {
    const token = tokens[k];
    if (!token || k >= ceiling) return noun;
    const next = tokens[k + 1];
    if (isNoun(token)) {
      // a plural ends the phrase, unless another goes on: "women soldiers"
      if (noun !== null && tokens[noun]!.xpos === 'NNS' && token.xpos !== 'NNS') return noun;
      noun = k;
      continue;
    }
    if (noun !== null) {
      // "its allied fighters", "regime and allied fighters": a singular noun goes on over "and" and a possessive
      const singular = tokens[noun]!.xpos !== 'NNS' && tokens[noun]!.xpos !== 'NNPS';
      if (
        singular &&
        token.lower === 'and' &&
        next &&
        (next.upos === 'ADJ' || isNoun(next)) &&
        reachesPlural(tokens, k + 1, ceiling)
      )
        continue;
      if (singular && (token.lower === "'s" || token.lower === '’s' || token.lower === '-')) continue;
      if (
        singular &&
        (token.upos === 'ADJ' || token.xpos === 'VBN') &&
        next &&
        isNoun(next) &&
        next.start === token.end + 1
      )
        continue;
      return noun;
    }
    if (PEOPLE_ADJECTIVES.has(token.lower) && !(next && (isNoun(next) || next.upos === 'ADJ'))) return null;
    if (
      token.upos === 'ADJ' ||
      token.lower === '-' ||
      token.xpos === 'JJR' ||
      token.lower === 'more' ||
      token.upos === 'NUM'
    )
      continue;
    if (
      (token.xpos === 'VBN' || token.xpos === 'VBG' || token.xpos === 'VBD') &&
      next &&
      (isNoun(next) || next.upos === 'ADJ') &&
      next.upos !== 'PROPN' &&
      k < i + 3
    )
      continue;
    if (token.upos === 'ADV' && next && (next.upos === 'ADJ' || next.xpos === 'VBN')) continue;
    if (token.lower === 'and' && k > i && next && next.upos === 'ADJ') continue;
    if (/^["“”‘'’]$/.test(token.lower) && k === i) continue;
    return null;
  }
}

function reachesPlural(tokens: readonly Token[], i: number, ceiling: number): boolean {
  for (let k = i; k < Math.min(ceiling, i + 4); k++) {
    const token = tokens[k]!;
    if (token.xpos === 'NNS' || token.xpos === 'NNPS') return true;
    if (!isNoun(token) && token.upos !== 'ADJ') return false;
  }
  return false;
}
