import { readFileSync } from 'node:fs';

const DATA = JSON.parse(readFileSync(new URL('./data/turning-words.json', import.meta.url), 'utf8')) as {
  words: string[];
  counting: string[];
};
const TURNING: ReadonlySet<string> = new Set(DATA.words);
const COUNTING: ReadonlySet<string> = new Set(DATA.counting);

/** Longer texts differ in a name or number where an editor made a correction; shorter ones, where they tell other news. */
const SHORT_WORDS = 30;

/** The words of a text that say whom, where, when and how many it is about, and those that turn its sense. */
export interface Telling {
  /** Names, days and numbers, each once. */
  readonly words: readonly string[];
  /** Negations, each once, in order. */
  readonly turns: readonly string[];
}

const WORD = /\p{L}[\p{L}\p{M}'’-]*|\d[\d.,]*/gu;

/**
 * Finds them. The words of the newsroom's own name are left out, since a copy names another; so is the first word of a
 * sentence, whose capital says nothing.
 * @example tellingOf('Rebels did not take Arvo on Sunday.', 'Arvo Post') // { words: ['sunday'], turns: ['not'] }
 */
export function tellingOf(text: string, outlet: string | null): Telling {
  const own = new Set((outlet ?? '').toLowerCase().match(WORD) ?? []);
  const words = new Set<string>(),
    turns = new Set<string>();
  for (const match of text.matchAll(WORD)) {
    const word = match[0].replace(/['’]s?$/u, '').replace(/[.,]+$/, '');
    const low = word.toLowerCase().replace(/['’]/g, '');
    if (TURNING.has(low)) turns.add(low);
    else if (COUNTING.has(low)) words.add(low);
    else if (/^(?:\p{Lu}|\d)/u.test(word) && !own.has(low) && !isFirst(text, match.index)) words.add(low);
  }
  return { words: [...words], turns: [...turns].sort() };
}

/** Whether a word begins a sentence or a quotation; a number tells wherever it stands. */
const isFirst = (text: string, at: number): boolean =>
  !/\d/.test(text[at]!) && /(?:^|[.!?:]["”’)]?\s*|["“‘«]\s*)$/u.test(text.slice(Math.max(0, at - 4), at));

/**
 * Whether two texts alike in their words may be one: short ones are not where one is turned and the other is not, or where
 * each has a name, day or number that the other lacks (the same form of words about another town).
 */
export function isSameNews(
  a: { readonly words: number; readonly telling: Telling },
  b: { readonly words: number; readonly telling: Telling },
): boolean {
  if (Math.max(a.words, b.words) >= SHORT_WORDS) return true;
  if (a.telling.turns.join(' ') !== b.telling.turns.join(' ')) return false;
  const lacks = (one: Telling, other: Telling): boolean => one.words.some(w => !other.words.includes(w));
  return !(lacks(a.telling, b.telling) && lacks(b.telling, a.telling));
}
