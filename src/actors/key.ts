/**
 * The key under which an actor's name is looked up: lower case, no diacritics, apostrophes or article, hyphens as spaces,
 * "al " folded into the next word.
 * @example actorKey('Al-Nusra Front') === actorKey('the al Nusra front')
 */
export function actorKey(name: string): string {
  const before = KEYS.get(name);
  if (before !== undefined) return before;
  const key = makeKey(name);
  if (KEYS.size < MOST) KEYS.set(name, key);
  return key;
}
/** Keys of names asked for before: pure, and kept for speed alone. */
const KEYS = new Map<string, string>();
const MOST = 50_000;

function makeKey(name: string): string {
  const plain = /^[\x20-\x7e]*$/.test(name) ? name : name.normalize('NFD').replace(/\p{M}/gu, '');
  return plain
    .toLowerCase()
    .replace(/[’'‘ʼ`´.]/g, '')
    .replace(/[-‐–—/]/g, ' ')
    .replace(/[^\p{L}\p{N}\s]/gu, ' ')
    .trim()
    .replace(/^the\s+/, '')
    .replace(/\bal\s+(?=\p{L})/gu, 'al')
    .replace(/\s+/g, ' ');
}
