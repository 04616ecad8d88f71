import type { Claim, ClaimPlace } from '../../model/index.ts';

/** Who said a claim, for a sentence: the origin's name, or "the report". */
export const originOf = (claim: Claim): string => claim.attribution[0]?.name ?? 'the report';

/** Whether two claims rest on one origin. */
export const sameOrigin = (a: Claim, b: Claim): boolean =>
  originOf(a).toLowerCase() === originOf(b).toLowerCase();

export const placeName = (claim: Claim): string => {
  const place = claim.places[0];
  if (!place) return 'the place';
  return place.in && place.kind === 'site' ? `the ${place.name} in ${place.in}` : place.name;
};

const isSame = (a: ClaimPlace, b: ClaimPlace): boolean =>
  a.id != null && b.id != null
    ? a.id === b.id
    : a.name.toLowerCase() === b.name.toLowerCase() && a.kind === b.kind;

/** Whether two claims speak of one place. A part of it is another place than the whole. */
export const samePlace = (a: Claim, b: Claim): boolean =>
  a.places.some(p => b.places.some(q => isSame(p, q) && (p.part ?? '') === (q.part ?? '')));

/** Whether the words name the same side, or one of them names nobody. */
export const sameSide = (a: Claim['actor'], b: Claim['actor']): boolean =>
  a == null || b == null || (a.side ?? a.name.toLowerCase()) === (b.side ?? b.name.toLowerCase());

/** Whether both claims name their doers and these are of two sides. */
export const otherSide = (a: Claim['actor'], b: Claim['actor']): boolean =>
  a != null && b != null && !sameSide(a, b);

/** Whether the times of two claims can be the same. */
export function mayCoincide(a: Claim, b: Claim): boolean {
  const start = (c: Claim): string => c.time?.from ?? '0000-00-00';
  const end = (c: Claim): string => c.time?.to ?? '9999-99-99';
  return start(a) <= end(b) && start(b) <= end(a);
}

/** "five", "the seventh": short numbers in words. */
const WORDS = [
  'no',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];
const ORDINALS = [
  '',
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
  'eleventh',
  'twelfth',
];
export const numberWord = (n: number): string => WORDS[n] ?? n.toLocaleString('en');
export const ordinalWord = (n: number): string => ORDINALS[n] || `${n}${ending(n)}`;
const ending = (n: number): string =>
  n % 100 > 10 && n % 100 < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][n % 10] ?? 'th');

/** The words as a sentence: first letter large, full stop. */
export const sentence = (words: string): string => `${words[0]!.toUpperCase()}${words.slice(1)}.`;
