import { addDays, agree, type CalendarDate, daysBetween, isTake } from '../../model/index.ts';
import { type ControlFact, compareFacts, originAt } from '../facts/fact.ts';
import { groupBy } from '../group-by.ts';
import { sayDay } from '../words/say-day.ts';
import { sentenceOf } from '../words/say-number.ts';
import { endOf, type Found, firstOf, type Settled, unique } from './found.ts';
import { inDays, type PlaceCase } from './place-case.ts';
import { sayControl } from './say-control.ts';

/** Dates a day apart at most may be one night's. */
const ONE_NIGHT = 1;
/** Dates further apart than this are two takings, one loss of which nobody told. */
const MOST_DAYS = 10;
/** Dates looked back at: a place that changes hands so often within ten days is beyond dating. */
const MOST_DATES = 16;

/**
 * Takings of the place by one side that two origins date more than a day apart, with nothing between that would make them
 * two. A later word of a third origin for one of the dates settles it.
 */
export function findDateConflicts(one: PlaceCase): Found[] {
  const takes = one.controls.filter(isDatedTaking);
  return [...groupBy(takes, f => f.side!).values()].flatMap(list => findOfSide(one, list.sort(compareFacts)));
}

const isDatedTaking = (f: ControlFact): boolean =>
  isTake(f.event) &&
  !f.denied &&
  f.force !== 'word' &&
  f.part == null &&
  f.side != null &&
  f.exact &&
  f.carried == null;

function findOfSide(one: PlaceCase, takes: readonly ControlFact[]): Found[] {
  const found: Found[] = [];
  /** Takings that give a date for the first time, each with those that give it too. */
  const firsts: ControlFact[] = [];
  const byDay = [...takes].sort((a, b) => (a.day < b.day ? -1 : 1));
  const near = (f: ControlFact): readonly ControlFact[] =>
    inDays(byDay, addDays(f.day, -REACH), addDays(f.day, REACH));
  for (const take of takes) {
    const at = take.live.from;
    if (near(take).some(f => f !== take && compareFacts(f, take) < 0 && gapOf(f, take) <= ONE_NIGHT))
      continue;
    const origin = originAt(take, at);
    const other =
      at < one.from
        ? null
        : firsts
            .slice(-MOST_DATES)
            .filter(d => gapOf(d, take) <= MOST_DAYS && !originsFor(d, near(d), at).has(origin))
            .sort((a, b) => gapOf(a, take) - gapOf(b, take) || compareFacts(a, b))
            .find(d => between(one, d, take, at) == null);
    firsts.push(take);
    if (other == null || isInner(one, other, take)) continue;
    const open = makeFound(one, other, take);
    found.push({ ...open, settled: settleDates(open, one) });
  }
  return found;
}

/** Takings further away in days cannot give the same date: dates told apart span at most so many. */
const REACH = 4;

/** The origins that give a date by an instant. */
const originsFor = (d: ControlFact, near: readonly ControlFact[], at: string): ReadonlySet<string> =>
  new Set(near.filter(f => f.live.from <= at && gapOf(f, d) <= ONE_NIGHT).map(f => originAt(f, f.live.from)));

const isInner = (one: PlaceCase, a: ControlFact, b: ControlFact): boolean =>
  one.inner.some(f => f.claims.includes(a.claim) && f.claims.includes(b.claim));

/** Days between two dates or intervals; 0 where they meet. */
function gapOf(a: ControlFact, b: ControlFact): number {
  const [early, late] = a.day <= b.day ? [a, b] : [b, a];
  return Math.max(0, daysBetween(early.day, late.earliest ?? late.day));
}

/** What makes two takings of one side two: another's taking, or the side's leaving, between them. */
function between(one: PlaceCase, a: ControlFact, b: ControlFact, at: string): ControlFact | null {
  const [from, to]: [CalendarDate, CalendarDate] = a.day <= b.day ? [a.day, b.day] : [b.day, a.day];
  return inDays(one.byDay, from, to).find(f => f.live.from <= at && parts(f, a)) ?? null;
}

/** Whether a fact parts two takings of one side. */
const parts = (f: ControlFact, taking: ControlFact): boolean =>
  !f.denied &&
  f.force !== 'word' &&
  f.part == null &&
  ((isTake(f.event) && f.side !== taking.side && f.side != null) ||
    (f.event === 'withdraw' && f.side === taking.side) ||
    (f.event === 'repel' && f.side !== taking.side));

function makeFound(one: PlaceCase, a: ControlFact, b: ControlFact): Found {
  const say = sayControl(a, one.names, { dated: false });
  return {
    kind: 'date-conflict',
    places: [one.place],
    reports: unique([a.report, b.report]),
    claims: [a.claim, b.claim],
    note: sentenceOf(
      `${a.sayer} ${agree(a.sayer, 'says', 'say')} that ${say} on ${sayDay(a.day, b.told)}, ${b.sayer} that it was on ${sayDay(b.day, b.told)}`,
    ),
    knownSince: a.live.from > b.live.from ? a.live.from : b.live.from,
    settled: null,
    trail: { by: 'dates', until: addDays(a.day > b.day ? a.day : b.day, REACH), disputed: false, side: null },
  };
}

/** What settles two dates: the end of a word, a third origin's date, or word that the place changed hands between them. */
export function settleDates(found: Found, one: PlaceCase): Settled | null {
  const since = found.knownSince;
  const [a, b] = found.claims.map(id => one.factOf(id, since));
  if (a == null || b == null) return found.settled;
  const [from, to] = a.day <= b.day ? [a.day, b.day] : [b.day, a.day];
  const apart = inDays(one.byDay, from, to)
    .filter(f => f.live.from > since && parts(f, a))
    .map(f => f.live.from)
    .sort()[0];
  return firstOf([
    endOf([a, b]),
    settledBy(one, a, b, since),
    apart == null
      ? null
      : {
          claims: [],
          decision: null,
          known: apart,
          note: 'The two dates are of two takings: it changed hands between them.',
        },
  ]);
}

/** A later word of an origin that gave neither date for one of them. */
function settledBy(one: PlaceCase, a: ControlFact, b: ControlFact, since: string): Settled | null {
  const [low, high] = a.day <= b.day ? [a.day, b.day] : [b.day, a.day];
  const told = inDays(one.byDay, addDays(low, -REACH), addDays(high, REACH))
    .filter(f => isDatedTaking(f) && f.side === a.side)
    .filter(f => gapOf(f, a) <= ONE_NIGHT || gapOf(f, b) <= ONE_NIGHT)
    .sort(compareFacts);
  const origins = new Set<string>();
  for (const f of told) {
    const origin = originAt(f, f.live.from);
    if (f.live.from > since && !origins.has(origin))
      return {
        claims: [f.claim],
        decision: null,
        known: f.live.from,
        note: sentenceOf(`${f.sayer} dates it to ${sayDay(f.day, f.told)} as well`),
      };
    origins.add(origin);
  }
  return null;
}
