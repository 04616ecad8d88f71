import { type CalendarDate, daysBetween, isTake } from '../../model/index.ts';
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

/** A date that origins give to a taking. */
interface Dated {
  readonly first: ControlFact;
  readonly origins: Set<string>;
}

/**
 * Takings of the place by one side that two origins date more than a day apart, with nothing between that would make them
 * two. A later word of a third origin for one of the dates settles it.
 */
export function findDateConflicts(one: PlaceCase): Found[] {
  const takes = one.controls.filter(
    f =>
      isTake(f.event) &&
      !f.denied &&
      f.force !== 'word' &&
      f.part == null &&
      f.side != null &&
      f.exact &&
      f.carried == null,
  );
  return [...groupBy(takes, f => f.side!).values()].flatMap(list => findOfSide(one, list.sort(compareFacts)));
}

function findOfSide(one: PlaceCase, takes: readonly ControlFact[]): Found[] {
  const dates: Dated[] = [];
  const open: { found: Found; a: Dated; b: Dated }[] = [];
  for (const take of takes) {
    const at = take.live.from;
    const origin = originAt(take, at);
    const same = dates.find(d => gapOf(d.first, take) <= ONE_NIGHT);
    if (same != null) {
      for (const o of open)
        if (
          o.found.settled == null &&
          (o.a === same || o.b === same) &&
          !o.a.origins.has(origin) &&
          !o.b.origins.has(origin)
        )
          o.found = { ...o.found, settled: settledBy(take) };
      same.origins.add(origin);
      continue;
    }
    const mine: Dated = { first: take, origins: new Set([origin]) };
    const other = dates
      .filter(
        d =>
          gapOf(d.first, take) <= MOST_DAYS &&
          !d.origins.has(origin) &&
          between(one, d.first, take, at) == null,
      )
      .sort((a, b) => gapOf(a.first, take) - gapOf(b.first, take))[0];
    dates.push(mine);
    if (dates.length > MOST_DATES) dates.shift();
    if (other == null || isInner(one, other.first, take)) continue;
    open.push({ found: makeFound(one, other.first, take), a: other, b: mine });
  }
  return open.map(o => o.found);
}

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

const settledBy = (take: ControlFact): Settled => ({
  claims: [take.claim],
  decision: null,
  known: take.live.from,
  note: sentenceOf(`${take.sayer} dates it to ${sayDay(take.day, take.told)} as well`),
});

function makeFound(one: PlaceCase, a: ControlFact, b: ControlFact): Found {
  const say = sayControl(a, one.names, { dated: false });
  const knownSince = a.live.from > b.live.from ? a.live.from : b.live.from;
  const [from, to] = a.day <= b.day ? [a.day, b.day] : [b.day, a.day];
  const apart = inDays(one.byDay, from, to)
    .filter(f => f.live.from > knownSince && parts(f, a))
    .map(f => f.live.from)
    .sort()[0];
  return {
    kind: 'date-conflict',
    places: [one.place],
    reports: unique([a.report, b.report]),
    claims: [a.claim, b.claim],
    note: sentenceOf(
      `${a.sayer} says that ${say} on ${sayDay(a.day, b.told)}, ${b.sayer} that it was on ${sayDay(b.day, b.told)}`,
    ),
    knownSince,
    settled: firstOf([
      endOf([a, b]),
      apart == null
        ? null
        : {
            claims: [],
            decision: null,
            known: apart,
            note: 'The two dates are of two takings: it changed hands between them.',
          },
    ]),
  };
}
