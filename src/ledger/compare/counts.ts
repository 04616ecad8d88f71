import { addDays, type CalendarDate, type ControlPeriod, type Instant } from '../../model/index.ts';
import { type CountFact, compareFacts, originAt } from '../facts/fact.ts';
import type { CountSet } from '../sets/count-set.ts';
import { coversDay, isBelieved } from '../views/status-at.ts';
import { sayDay } from '../words/say-day.ts';
import { sayMany, sayNumber, sayOrdinal, sentenceOf } from '../words/say-number.ts';
import { endOf, type Found, firstOf, type Settled, unique } from './found.ts';

/** Share of a set's places that must have a known holder for the ledger to count it. */
const COVERED = 0.9;
/** Claims of takings listed at most with a count, the latest first. */
const MOST_TAKINGS = 12;

/** What the ledger counts of a set for a side on a day, as known at an instant. */
interface Tally {
  readonly low: number;
  readonly high: number;
  /** Whether nearly all places of the set have a holder in the ledger. */
  readonly covered: boolean;
  /** The first claim of each place counted, the latest taking first. */
  readonly claims: readonly string[];
}

/** What a set's counts are compared with. */
export interface SetCase {
  readonly set: CountSet;
  readonly counts: readonly CountFact[];
  /** The periods of a place. */
  readonly periodsOf: (place: string) => readonly ControlPeriod[];
  /** Claims already found not to agree inside their report. */
  readonly innerClaims: ReadonlySet<string>;
  readonly reportOf: (claim: string) => string | null;
  readonly nameOfPlace: (id: string, written: string) => string;
}

/** The counts that the ledger cannot check: it does not know who held most of the set's places then. */
export const findUncovered = (one: SetCase): CountFact[] =>
  one.counts.filter(c => isCounted(c) && !tallyOf(one, c, c.live.from).covered);

/**
 * Counts that do not agree with the ledger's own. A report may or may not have heard of the takings of its own day, so that
 * a count is wrong only where it lies outside the number taken by the day before and the number taken by its day, both as
 * known when it was published. "The seventh" is counted on the day that its place was taken. Closes once later words make
 * it right, or once the same source counts right.
 */
export function findCountMismatches(one: SetCase): Found[] {
  const counts = one.counts.filter(isCounted).sort(compareFacts);
  const judged = counts.map(count => ({ count, tally: tallyOf(one, count, count.live.from) }));
  const found: Found[] = [];
  const seen = new Set<string>();
  for (const { count, tally } of judged) {
    if (one.innerClaims.has(count.claim) || !tally.covered || isRight(count, tally)) continue;
    const key = `${count.report}\u001f${count.side}\u001f${count.n}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const right = judged.filter(
      j => j.tally.covered && isRight(j.count, j.tally) && j.count.side === count.side,
    );
    found.push(makeFound(one, count, tally, right));
  }
  return found;
}

const isCounted = (c: CountFact): boolean => !c.denied && c.modality === 'actual' && c.side != null;
const isRight = (c: CountFact, t: Tally): boolean => c.n >= t.low && c.n <= t.high;

/** The day up to which a count counts: its own, or the one on which its place was taken. */
function dayOf(one: SetCase, count: CountFact, instant: Instant): CalendarDate {
  if (!count.ordinal || count.place == null || !one.set.members.includes(count.place)) return count.day;
  const first = one
    .periodsOf(count.place)
    .filter(p => isBelieved(p, instant) && p.holder?.side === count.side && p.validFrom <= count.word)
    .sort((a, b) => (a.validFrom > b.validFrom ? -1 : 1))[0];
  return first?.validFrom ?? count.day;
}

/** The ledger's own count at the time of a count. */
function tallyOf(one: SetCase, count: CountFact, instant: Instant): Tally {
  const day = dayOf(one, count, instant);
  const yesterday = addDays(day, -1);
  let low = 0,
    high = 0,
    known = 0;
  const takings: { readonly claim: string; readonly from: string }[] = [];
  for (const place of one.set.members) {
    const believed = one
      .periodsOf(place)
      .filter(p => isBelieved(p, instant) && p.validFrom <= day)
      .sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1));
    if (believed.some(p => coversDay(p, day))) known++;
    const mine = believed.filter(
      p => p.holder?.side === count.side && p.status === 'held' && p.basis !== 'assumed',
    );
    const taken = mine.at(-1);
    if (taken == null) continue;
    high++;
    if (taken.claims[0] != null)
      takings.push({ claim: taken.claims[0], from: `${taken.validFrom} ${taken.knownFrom}` });
    const sure = mine.some(
      p =>
        coversDay(p, yesterday) &&
        p.basis !== 'disputed' &&
        p.basis !== 'claimed' &&
        p.believedFrom < count.live.from,
    );
    if (sure && place !== count.place) low++;
  }
  const isOne = count.ordinal && count.place != null;
  takings.sort((a, b) => (a.from > b.from ? -1 : a.from < b.from ? 1 : a.claim < b.claim ? -1 : 1));
  return {
    low: isOne ? low + 1 : low,
    high,
    covered: known >= one.set.members.length * COVERED,
    claims: takings.map(t => t.claim),
  };
}

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
      c => c.live.from <= since && c.report !== count.report && c.n === tally.high && c.day <= count.day,
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
    note: sentenceOf(
      `${sayCount(one, count)}; ${tally.high === 0 ? 'none' : sayNumber(tally.high)} had been reported taken by then`,
    ),
    knownSince: since,
    settled: firstOf([endOf([count]), settleByWord(one, count), settleByCount(count, right)]),
  };
}

function sayCount(one: SetCase, count: CountFact): string {
  if (!count.ordinal)
    return `${count.sayer} says ${count.outOf == null ? sayMany(count.n, one.set.name) : `${sayNumber(count.n)} of ${sayNumber(count.outOf)} ${one.set.name}`} on ${sayDay(count.day)}`;
  const which = `the ${sayOrdinal(count.n)} of the ${one.set.name} to fall`;
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
