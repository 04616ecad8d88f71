/** What stands for each UTF-16 unit of a masked name, so that every offset stays what it was. */
const BLOCK = '█';

/** Masks words of private persons in a text: blocks of equal length. */
export type Mask = (text: string) => string;

export const unmasked: Mask = text => text;

/**
 * A mask for some words, wherever they stand as whole words.
 * @example maskOf(['Gul Karimi', 'Karimi'])('Mr Karimi’s shop') // 'Mr ██████’s shop'
 */
export function maskOf(words: readonly string[]): Mask {
  if (words.length === 0) return unmasked;
  const longestFirst = [...new Set(words)].sort((a, b) => b.length - a.length);
  const any = longestFirst.map(toPattern).join('|');
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${any})(?![\\p{L}\\p{N}])`, 'gu');
  return text => text.replace(pattern, found => BLOCK.repeat(found.length));
}

/** The word as it stands, with any white space between its parts, and its first letter in either case. */
function toPattern(word: string): string {
  const escaped = word.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&').replace(/\s+/g, '\\s+');
  const [first] = word;
  if (first == null || first.toLowerCase() === first.toUpperCase() || !/^\p{L}/u.test(first)) return escaped;
  if (/^\p{Lu}/u.test(first)) return escaped;
  return `[${first}${first.toUpperCase()}]${escaped.slice(first.length)}`;
}
