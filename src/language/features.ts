/** Hashed features of words for the tagger and the parser: 32-bit numbers, the same on every machine. */

/** 32-bit FNV-1a hash of a text. */
export function hashText(text: string, seed = 0): number {
  let hash = (0x811c9dc5 ^ seed) | 0;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash;
}

/** Mixes two numbers into one. */
export const mix = (a: number, b: number): number => {
  let h = Math.imul(a ^ (b + 0x9e3779b9 + (a << 6) + (a >>> 2)), 0x85ebca6b);
  h ^= h >>> 15;
  return h;
};

/** The form that features see: lower case, digits as 0, apostrophes and quotation marks straight. */
export const featureForm = (form: string): string =>
  form
    .toLowerCase()
    .replace(/[’‘`´]/g, "'")
    .replace(/[“”«»„]/g, '"')
    .replace(/\d/g, '0')
    .replace(/[–—]/g, '-');

/** The shape of a form: capitals X, small letters x, digits 0, runs cut to two. */
export const shapeOf = (form: string): string =>
  form
    .slice(0, 24)
    .replace(/\p{Lu}/gu, 'X')
    .replace(/\p{Ll}/gu, 'x')
    .replace(/\d/g, '0')
    .replace(/X{3,}/g, 'XX')
    .replace(/x{3,}/g, 'xx')
    .replace(/0{3,}/g, '00');
