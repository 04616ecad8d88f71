import { agree, type Claim, type Figure, type ReportDiscrepancy } from '../../model/index.ts';
import { mayCoincide, originOf, sameOrigin, sentence } from './wording.ts';

const TOLLS = new Set([
  'killed',
  'wounded',
  'killed-or-wounded',
  'displaced',
  'fled',
  'detained',
  'sheltered',
  'besieged-people',
  'refugees',
  'missing',
  'captured-people',
  'returned',
  'evacuated',
  'homeless',
]);

function bounds(claim: Claim): readonly [number, number] | null {
  const { min, max, qualifier } = claim.figure!;
  if (min == null) return null;
  const slack = qualifier === 'about' ? 0.1 * min : 0;
  const upper = qualifier === 'at-least' || qualifier === 'more-than' ? Infinity : (max ?? min);
  return [qualifier === 'up-to' ? 0 : min - slack, upper + slack];
}

/** Two bodies that tell of the same people and give numbers that cannot both be true. */
function clash(a: Claim, b: Claim): boolean {
  const [x, y] = [a.figure!, b.figure!];
  if (x.term !== y.term || x.unit !== y.unit || (x.who ?? '') !== (y.who ?? '') || sameOrigin(a, b))
    return false;
  const [p, q] = [a.places[0], b.places[0]];
  if (p && q && (p.id ?? p.name) !== (q.id ?? q.name)) return false;
  if (a.time?.from && b.time?.from && a.time.from !== b.time.from && !mayCoincide(a, b)) return false;
  if (ADDS.test(a.quote.text) || ADDS.test(b.quote.text) || !isNear(a, b)) return false;
  const [m, n] = [bounds(a), bounds(b)];
  return m != null && n != null && (m[1] < n[0] || n[1] < m[0]) && isSameOrder(x, y);
}

/** "six more people", "another 12": on top of what was told, no second toll. */
const ADDS = /\b(?:another|others?|further|additional)\b|\bmore\b(?! than)/i;
/** How far apart, in characters, two tolls of one event stand where no place tells that it is one. */
const NEAR = 900;
/** Tolls that differ by more than this are of two things: a strike and a war. */
const MOST_TIMES = 5;

const isNear = (a: Claim, b: Claim): boolean =>
  a.in !== b.in ||
  Math.abs(a.quote.start - b.quote.start) < NEAR ||
  (a.places.length > 0 && b.places.length > 0);

function isSameOrder(x: Figure, y: Figure): boolean {
  const [low, high] = x.min! < y.min! ? [x, y] : [y, x];
  return high.min! <= MOST_TIMES * (low.max ?? low.min!);
}

const amount = (claim: Claim): string => {
  const { min, max, qualifier } = claim.figure!;
  const number =
    min === max ? min!.toLocaleString('en') : `${min!.toLocaleString('en')} to ${max?.toLocaleString('en')}`;
  const before: Record<string, string> = {
    about: 'about ',
    'more-than': 'more than ',
    'at-least': 'at least ',
    'up-to': 'up to ',
  };
  return `${before[qualifier] ?? ''}${number}`;
};

/** Two sources with two tolls for one event. A toll that one source updates is none. One a term. */
export function findFigureMismatches(claims: readonly Claim[]): ReportDiscrepancy[] {
  const figures = claims
    .map((claim, index) => ({ claim, index }))
    .filter(
      ({ claim }) =>
        claim.kind === 'figure' && claim.figure && TOLLS.has(claim.figure.term) && claim.modality !== 'past',
    );
  const found: ReportDiscrepancy[] = [];
  const seen = new Set<string>();
  for (const [i, a] of figures.entries())
    for (const b of figures.slice(i + 1)) {
      const key = `${a.claim.figure!.term} ${a.claim.figure!.who ?? ''}`;
      if (seen.has(key) || !clash(a.claim, b.claim)) continue;
      seen.add(key);
      const term = a.claim.figure!.term.replaceAll('-', ' ');
      const note = sentence(
        `${originOf(a.claim)} ${agree(originOf(a.claim), 'tells', 'tell')} of ${amount(a.claim)} ${term}, ${originOf(b.claim)} of ${amount(b.claim)}`,
      );
      found.push({ kind: 'figure-mismatch', claims: [a.index, b.index], note });
    }
  return found;
}
