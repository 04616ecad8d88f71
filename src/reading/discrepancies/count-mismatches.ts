import type { Claim, Count, ReportDiscrepancy } from '../../model/index.ts';
import { numberWord, ordinalWord, originOf, sameSide, sentence } from './wording.ts';

const SCOPE =
  /\s+(?:in|of|on|at|near|around|across|along|taken|held|captured|seized|lost|to|under|that|which)\s/i;
/** What is counted, and where it is counted, apart: "border crossings | north". */
function setOf(count: Count): { noun: string; scope: string } {
  const [noun = '', ...rest] = count.set.toLowerCase().split(SCOPE);
  return { noun: noun.replace(/^(?:of|the|its|all)\s+/, ''), scope: rest.join(' ') };
}

/** Two counts of one set: the same words, or both of the same whole ("of 34"). */
function sameSet(a: Count, b: Count): boolean {
  const x = setOf(a);
  const y = setOf(b);
  const whole = a.outOf != null && b.outOf != null;
  return x.noun === y.noun && (whole ? a.outOf === b.outOf : x.scope === y.scope);
}

const say = (claim: Claim): string => {
  const { n, outOf, set, ordinal } = claim.count!;
  return ordinal
    ? `the ${ordinalWord(n)} of the ${set}`
    : `${numberWord(n)}${outOf ? ` of ${outOf}` : ''} ${set}`;
};

/** "more than 60 posts": no number above it stands against it. */
function isFloor({ quote, count }: Claim): boolean {
  const n = `(?:${count!.n}|${count!.n.toLocaleString('en-GB')}|${numberWord(count!.n)})`;
  return new RegExp(`\\b(?:more than|over|at least|no fewer than)\\s+${n}\\b`, 'i').test(quote.text);
}

/** A count as of a day that lies wholly after the other one's brings it up to date. */
const isLater = (a: Claim, b: Claim): boolean =>
  originOf(a) === originOf(b) && a.time?.from != null && b.time?.to != null && a.time.from > b.time.to;

/** Whether two counts cannot both stand: the nth was taken, yet fewer than n are; or two totals of one set. */
function clash(a: Claim, b: Claim): boolean {
  const [x, y] = [a.count!, b.count!];
  if (x.n === y.n || !sameSet(x, y) || !sameSide(a.actor, b.actor)) return false;
  if (x.ordinal && y.ordinal) return false; // one after the other
  if (isFloor(x.n < y.n ? a : b) || isLater(a, b) || isLater(b, a)) return false;
  if (x.ordinal) return y.n < x.n;
  if (y.ordinal) return x.n < y.n;
  return originOf(a) !== originOf(b) || (x.outOf ?? null) === (y.outOf ?? null);
}

/** Counts of one set that do not agree: "the seventh capital to fall" against "five of 34 capitals". One a set. */
export function findCountMismatches(claims: readonly Claim[]): ReportDiscrepancy[] {
  const counts = claims
    .map((claim, index) => ({ claim, index }))
    .filter(
      ({ claim }) => claim.kind === 'count' && claim.polarity === 'affirmed' && claim.modality === 'actual',
    );
  const found: ReportDiscrepancy[] = [];
  const seen = new Set<string>();
  for (const [i, a] of counts.entries())
    for (const b of counts.slice(i + 1)) {
      const key = setOf(a.claim.count!).noun;
      if (seen.has(key) || !clash(a.claim, b.claim)) continue;
      seen.add(key);
      const note = sentence(
        `the report counts both ${say(a.claim)} and ${say(b.claim)}; both cannot be right`,
      );
      found.push({ kind: 'count-mismatch', claims: [a.index, b.index], note });
    }
  return found;
}
