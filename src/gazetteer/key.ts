/**
 * The transliteration key: one form for the spellings that newsrooms use of one name. Rules and reasons: docs/places.md.
 * Three forms, from strict to loose: `foldName` (case, marks and punctuation gone), `nameKey` (letters of one sound
 * are one letter), `skeletonKey` (vowels gone too).
 */

/** Letters that Unicode decomposition leaves alone. */
const LETTERS: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ə: 'a',
  ħ: 'h',
  ŋ: 'n',
  ĸ: 'k',
};
const LETTER = new RegExp(`[${Object.keys(LETTERS).join('')}]`, 'g');
const PLAIN = /^[a-z ]*$/;

/**
 * Lower case, without marks, apostrophes and punctuation; words parted by one space.
 * @example foldName("Qal'eh-ye Now") // 'qaleh ye now'
 */
export function foldName(name: string): string {
  let s = name.toLowerCase();
  if (PLAIN.test(s)) return s.replace(/ {2,}/g, ' ').trim();
  s = s
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(LETTER, c => LETTERS[c]!)
    .replace(/['’‘ʻʼʿʾ`´ʹʺ·]/g, '');
  return s
    .replace(/&/g, ' and ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/\bst\b/g, 'saint')
    .replace(/\bste\b/g, 'sainte')
    .trim();
}

/** Articles and connecting vowels that one newsroom writes and another leaves out. */
const ARTICLES = new Set([
  'al',
  'el',
  'ul',
  'il',
  'as',
  'ash',
  'es',
  'esh',
  'at',
  'et',
  'ad',
  'ed',
  'ud',
  'ar',
  'er',
  'ur',
  'an',
  'en',
  'az',
  'ez',
  'uz',
  'adh',
  'ath',
  'oz',
  'the',
]);
const CONNECTORS = new Set(['e', 'i', 'y', 'ye', 'yi', 'o', 'wa', 'ou']);

/** Letters of one sound. Order matters. */
const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/tch|tsch|ch/g, 'C'],
  [/sch|sh/g, 'S'],
  [/dzh|dj|zh/g, 'j'],
  [/kh|q|ck|c/g, 'k'],
  [/gh/g, 'g'],
  [/ph/g, 'f'],
  [/x/g, 'ks'],
  [/([bdptz])h/g, '$1'],
  [/(?<=[aeiouyw])h(?![aeiouyw])(?=.)/g, ''],
  [/(?:ah|eh)$/g, 'a'],
  [/h$/g, ''],
  [/a+[uw](?![aeiouy])|o+[uw]?|[uw]+/g, 'U'],
  [/a[iy](?!i)|e[iy]+|[eiy]+/g, 'I'],
  [/a+/g, 'A'],
];
const DOUBLED = /(.)\1+/g;

const REMEMBERED = 100_000;
const remembered = new Map<string, string>();

/** The sounds of a word. Remembered: names share their words, and the rules are slow. */
function soundsOf(word: string): string {
  const known = remembered.get(word);
  if (known !== undefined) return known;
  let s = word;
  for (const [from, to] of SOUNDS) s = s.replace(from, to);
  s = s.replace(DOUBLED, '$1');
  if (remembered.size >= REMEMBERED) remembered.clear();
  remembered.set(word, s);
  return s;
}

/**
 * The key under which a name is looked up: the same for "Mazar-i-Sharif", "Mazar-e Sharif" and "Mazari Sharif",
 * "Qunduz" and "Kunduz", "Deir ez-Zor" and "Dayr az Zawr". Names in other scripts keep their letters.
 * @param folded a name that went through `foldName`
 * @example nameKey(foldName('al-Hasakah')) === nameKey(foldName('Hasakeh')) // true
 */
export function nameKey(folded: string): string {
  if (!PLAIN.test(folded)) return folded.replaceAll(' ', '');
  const words = folded.split(' ');
  const kept = words.filter(
    (w, i) =>
      !(i < words.length - 1 && ARTICLES.has(w)) && !(i > 0 && i < words.length - 1 && CONNECTORS.has(w)),
  );
  let out = '';
  for (let i = 0; i < kept.length; i++) {
    const sounds = soundsOf(kept[i]!);
    out += i < kept.length - 1 && sounds.length > 2 ? sounds.replace(/(?<=.{2})[AI]+$/, '') : sounds;
  }
  return out.replace(DOUBLED, '$1');
}

/**
 * The key without its vowels, but for a vowel at the start: a last resort for names from scripts that write none.
 * Null where too little is left to tell names apart.
 * @param key what `nameKey` gave
 * @example skeletonKey(nameKey('shibirghan')) === skeletonKey(nameKey('sheberghan')) // true
 */
export function skeletonKey(key: string): string | null {
  if (!/^[A-Za-z]+$/.test(key)) return null;
  const bones = key.slice(1).replace(/[AIU]/g, '').replace(DOUBLED, '$1');
  return bones.length < 2 ? null : (/[AIU]/.test(key[0]!) ? 'A' : key[0]!) + bones;
}
