const SMALL = 'no one two three four five six seven eight nine ten eleven twelve'.split(' ');
const ORDINALS =
  'zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth'.split(' ');

/** A number as a sentence has it: in words up to twelve, with thin groups of three above 9,999. @example sayNumber(7) // 'seven' */
export const sayNumber = (n: number): string => SMALL[n] ?? n.toLocaleString('en-GB');

/** A place in a row. @example sayOrdinal(7) // 'seventh' */
export function sayOrdinal(n: number): string {
  const word = ORDINALS[n];
  if (word != null) return word;
  const tens = n % 100;
  const end =
    tens > 10 && tens < 14 ? 'th' : n % 10 === 1 ? 'st' : n % 10 === 2 ? 'nd' : n % 10 === 3 ? 'rd' : 'th';
  return `${n}${end}`;
}

/** Things joined as a sentence has them. @example sayList(['a', 'b', 'c']) // 'a, b and c' */
export const sayList = (items: readonly string[]): string =>
  items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;

/** A sentence: its first letter raised, one full stop. */
export const sentenceOf = (text: string): string =>
  text === '' ? '' : `${text[0]!.toUpperCase()}${text.slice(1).replace(/\.+$/, '')}.`;

/** The singular of what is counted. @example singularOf('capital cities') // 'capital city' */
export const singularOf = (plural: string): string =>
  plural
    .replace(/ies$/, 'y')
    .replace(/(ss|sh|ch|x)es$/, '$1')
    .replace(/([^s])s$/, '$1');

/** So many of a kind. @example sayMany(1, 'provincial capitals') // 'one provincial capital' */
export const sayMany = (n: number, plural: string): string =>
  `${sayNumber(n)} ${n === 1 ? singularOf(plural) : plural}`;
