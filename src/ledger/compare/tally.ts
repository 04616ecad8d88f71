import { addDays, type CalendarDate, type CountedPeriod, type Instant } from '../../model/index.ts';
import type { CountFact } from '../facts/fact.ts';
import type { CountSet } from '../sets/count-set.ts';
import { coversDay, isBelieved } from '../views/status-at.ts';

/** Share of a set's places that must have a known holder for the ledger to count it. */
const COVERED = 0.9;
/** Without that it follows a campaign of which it knows so many takings, and this share of what is counted. */
const LEAST_TAKEN = 3;
const SHARE_TAKEN = 0.5;
/** What was lost again longer ago than this is no part of a count. */
const BACK_DAYS = 366;

/** The least and the most that a count may say: what happened on its own day it may not have heard of. */
export interface Bounds {
  readonly low: number;
  readonly high: number;
}

/** What the ledger counts of a set for a side on a day, as known at an instant. */
export interface Tally {
  /** Taken by the day. */
  readonly taken: Bounds;
  /** Taken in the days that the count is said of ("three on Sunday"); null where it is said of none. */
  readonly within: Bounds | null;
  /** Held on the day, assumed holders too. */
  readonly held: Bounds;
  /** Whether nearly all places of the set have a holder in the ledger. */
  readonly covered: boolean;
  /** The first claim of each place counted, the latest taking first. */
  readonly claims: readonly string[];
}

/** The places of a set, and what is known of them. */
export interface TallyCase {
  readonly set: CountSet;
  readonly periodsOf: (place: string) => readonly CountedPeriod[];
}

/** Which periods of a set's places some counts can look at. */
export interface TallyReach {
  /** The last day on which one may begin. */
  readonly until: CalendarDate;
  /** The day after which they must end; null: any. */
  readonly after: CalendarDate | null;
  /** The instant at which or later they must have been believed. */
  readonly known: Instant;
}

/** What counting needs to be shown; null where nothing is to be counted. @example reachOfCounts(counts)?.until */
export function reachOfCounts(counts: readonly CountFact[]): TallyReach | null {
  if (counts.length === 0) return null;
  const least = (values: readonly string[]): string => values.reduce((a, b) => (b < a ? b : a));
  const most = (values: readonly string[]): string => values.reduce((a, b) => (b > a ? b : a));
  // "The seventh" is counted on the day that its place was taken, which may be long ago.
  const isFree = counts.some(c => c.ordinal && c.place != null);
  const days = counts.flatMap(c => [c.day, c.word, ...(c.from == null ? [] : [c.from])]);
  return {
    until: most(days),
    after: isFree ? null : addDays(least(days), -BACK_DAYS - 1),
    known: least(counts.map(c => c.live.from)),
  };
}

/** Whether the ledger knows enough of a set to say that a count is wrong: who holds nearly all of it, or how it is being taken. */
export const follows = ({ covered, taken }: Tally, count: CountFact): boolean =>
  covered || (taken.high >= LEAST_TAKEN && taken.high >= count.n * SHARE_TAKEN);

/** Whether a count agrees with the ledger's: the whole number taken, those of its days, or, but for "the seventh", those held. */
export function isRight(count: CountFact, { taken, within, held }: Tally): boolean {
  const agrees = (b: Bounds): boolean => count.n >= b.low && count.n <= b.high;
  return agrees(taken) || (within != null && agrees(within)) || (!count.ordinal && agrees(held));
}

/** The day up to which a count counts: its own, or the one on which its place was taken. */
function dayOf(one: TallyCase, count: CountFact, instant: Instant): CalendarDate {
  if (!count.ordinal || count.place == null || !one.set.members.includes(count.place)) return count.day;
  const first = one
    .periodsOf(count.place)
    .filter(p => isBelieved(p, instant) && p.holder?.side === count.side && p.validFrom <= count.word)
    .sort((a, b) => (a.validFrom > b.validFrom ? -1 : 1))[0];
  return first?.validFrom ?? count.day;
}

/** "Five of 34 on Tuesday" is said of all that was taken by then, "three on Tuesday" perhaps of that day's. */
const daysOf = (count: CountFact): CalendarDate | null =>
  count.from == null || count.from > count.day || (count.from === count.day && count.outOf != null)
    ? null
    : count.from;

/** The ledger's own count at the time of a count. */
export function tallyOf(one: TallyCase, count: CountFact, instant: Instant): Tally {
  const day = dayOf(one, count, instant);
  const yesterday = addDays(day, -1);
  const from = daysOf(count);
  const isOne = count.ordinal && count.place != null;
  const least = isOne ? 1 : 0;
  const taken = { low: least, high: 0 },
    within = { low: least, high: 0 },
    held = { low: 0, high: 0 };
  let known = 0;
  const takings: { readonly claim: string; readonly from: string }[] = [];
  for (const place of one.set.members) {
    const believed = one
      .periodsOf(place)
      .filter(p => isBelieved(p, instant) && p.validFrom <= day && isRecent(p, day))
      .sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1));
    if (believed.some(p => coversDay(p, day))) known++;
    const mine = believed.filter(p => p.holder?.side === count.side);
    const isSure = (p: CountedPeriod): boolean =>
      coversDay(p, yesterday) &&
      p.basis !== 'disputed' &&
      p.basis !== 'claimed' &&
      p.believedFrom < count.live.from;
    if (mine.some(p => coversDay(p, day) || coversDay(p, yesterday))) held.high++;
    if (mine.some(p => coversDay(p, day) && p.status === 'held' && isSure(p))) held.low++;
    const told = mine.filter(p => p.status === 'held' && p.basis !== 'assumed');
    const last = told.at(-1);
    if (last == null) continue;
    taken.high++;
    if (last.claims[0] != null)
      takings.push({ claim: last.claims[0], from: `${last.validFrom} ${last.knownFrom}` });
    const sure = place !== count.place && told.some(isSure);
    if (sure) taken.low++;
    if (from == null) continue;
    if (told.some(p => p.validFrom >= addDays(from, -1))) within.high++;
    if (sure && told[0]!.validFrom > from && told[0]!.validFrom < day) within.low++;
  }
  takings.sort((a, b) => (a.from > b.from ? -1 : a.from < b.from ? 1 : a.claim < b.claim ? -1 : 1));
  return {
    ...{ taken, within: from == null ? null : within, held },
    covered: known >= one.set.members.length * COVERED,
    claims: takings.map(t => t.claim),
  };
}

const isRecent = (p: CountedPeriod, day: CalendarDate): boolean =>
  p.validTo == null || p.validTo > addDays(day, -BACK_DAYS);
