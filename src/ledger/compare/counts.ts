import { agree, type CountedPeriod } from '../../model/index.ts';
import { type CountFact, compareFacts, originAt } from '../facts/fact.ts';
import type { CountSet } from '../sets/count-set.ts';
import { sayDay } from '../words/say-day.ts';
import { sayMany, sayNumber, sayOrdinal, sentenceOf } from '../words/say-number.ts';
import { endOf, type Found, firstOf, type Settled, unique } from './found.ts';
import { follows, isRight, type Tally, tallyOf } from './tally.ts';

/** Claims of takings listed at most with a count, the latest first. */
const MOST_TAKINGS = 12;

/** What a set's counts are compared with. */
export interface SetCase {
  readonly set: CountSet;
  readonly counts: readonly CountFact[];
  /** The periods of a place. */
  readonly periodsOf: (place: string) => readonly CountedPeriod[];
  /** Claims already found not to agree inside their report. */
  readonly innerClaims: ReadonlySet<string>;
  readonly reportOf: (claim: string) => string | null;
  readonly nameOfPlace: (id: string, written: string) => string;
}

/** The counts that the ledger cannot check: it follows too little of the set. */
export const findUncovered = (one: SetCase): CountFact[] =>
  one.counts.filter(c => isCounted(c) && !follows(tallyOf(one, c, c.live.from), c));

/**
 * Counts that do not agree with the ledger's own, as known when they were published: neither with how many had been taken,
 * nor with how many were taken in the days that the count is said of, nor with how many were held. A report may or may not
 * have heard of the takings of its own day. "The seventh" is counted on the day that its place was taken. Closes once later
 * words make it right, or once the same source counts right.
 */
export function findCountMismatches(one: SetCase): Found[] {
  const counts = one.counts.filter(isCounted).sort(compareFacts);
  const judged = counts.map(count => ({ count, tally: tallyOf(one, count, count.live.from) }));
  const found: Found[] = [];
  const seen = new Set<string>();
  for (const { count, tally } of judged) {
    if (one.innerClaims.has(count.claim) || !follows(tally, count) || isRight(count, tally)) continue;
    const key = `${count.report}\u001f${count.side}\u001f${count.n}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const right = judged.filter(
      j => follows(j.tally, j.count) && isRight(j.count, j.tally) && j.count.side === count.side,
    );
    found.push(makeFound(one, count, tally, right));
  }
  return found;
}

const isCounted = (c: CountFact): boolean => !c.denied && c.modality === 'actual' && c.side != null;

function makeFound(
  one: SetCase,
  count: CountFact,
  tally: Tally,
  right: readonly { count: CountFact }[],
): Found {
  const since = count.live.from;
  // Another's count that agrees with the ledger's says it best; else the takings that were counted.
  const other = right
    .map(r => r.count)
    .filter(
      c =>
        c.live.from <= since && c.report !== count.report && c.n === tally.taken.high && c.day <= count.day,
    )
    .at(-1);
  const beside = other != null ? [other.claim] : tally.claims.slice(0, MOST_TAKINGS);
  const claims = unique([count.claim, ...beside]);
  return {
    kind: 'count-mismatch',
    places: count.place == null ? [] : [count.place],
    reports: unique([
      count.report,
      ...(other != null ? [other.report] : beside.flatMap(c => one.reportOf(c) ?? [])),
    ]),
    claims,
    note: sentenceOf(`${sayCount(one, count)}; ${sayTally(count, tally)}`),
    knownSince: since,
    settled: firstOf([endOf([count]), settleByWord(one, count), settleByCount(count, right)]),
  };
}

/** What the ledger counts: takings, or where it knows of none, what is held. */
function sayTally(count: CountFact, { taken, held }: Tally): string {
  if (taken.high === 0 && held.high > 0 && !count.ordinal)
    return `the record has ${sayNumber(held.high)} in its hands then`;
  return `${taken.high === 0 ? 'none' : sayNumber(taken.high)} had been reported taken by then`;
}

function sayCount(one: SetCase, count: CountFact): string {
  if (!count.ordinal)
    return `${count.sayer} ${agree(count.sayer, 'says', 'say')} ${count.outOf == null ? sayMany(count.n, count.setName) : `${sayNumber(count.n)} of ${sayNumber(count.outOf)} ${count.setName}`} on ${sayDay(count.day)}`;
  const which = `the ${sayOrdinal(count.n)} of the ${count.setName} to fall`;
  return count.place == null
    ? `${count.sayer} speaks of ${which} on ${sayDay(count.day)}`
    : `${count.sayer} calls ${one.nameOfPlace(count.place, count.placeName ?? count.place)} ${which}`;
}

/** The first instant at which what has come to be known of the set's places makes the count right. */
function settleByWord(one: SetCase, count: CountFact): Settled | null {
  const changes = one.set.members
    .flatMap(place => one.periodsOf(place))
    .filter(p => p.knownFrom > count.live.from && p.validFrom <= count.day);
  for (const instant of unique(changes.map(p => p.knownFrom)).sort()) {
    if (!isRight(count, tallyOf(one, count, instant))) continue;
    const claims = changes.filter(p => p.knownFrom === instant).flatMap(p => p.claims.slice(0, 1));
    return {
      claims: unique(claims).sort(),
      decision: null,
      known: instant,
      note: 'What has since been reported agrees with the count.',
    };
  }
  return null;
}

/** A later count by the same source that is right. */
function settleByCount(count: CountFact, right: readonly { count: CountFact }[]): Settled | null {
  const later = right
    .map(r => r.count)
    .find(c => c.live.from > count.live.from && originAt(c, c.live.from) === originAt(count, c.live.from));
  return later == null
    ? null
    : {
        claims: [later.claim],
        decision: null,
        known: later.live.from,
        note: sentenceOf(`${later.sayer} has since counted ${sayNumber(later.n)}, which agrees`),
      };
}
