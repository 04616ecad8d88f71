import { daysBetween } from '../../model/index.ts';
import { compareFacts, type FigureFact, originAt } from '../facts/fact.ts';
import { reachOf } from '../figures/bounds.ts';
import { groupBy } from '../group-by.ts';
import { sayDay } from '../words/say-day.ts';
import { sayNumber, sentenceOf } from '../words/say-number.ts';
import { endOf, type Found, firstOf, type Settled, unique } from './found.ts';
import type { Names } from './place-case.ts';

/** Figures further apart than this are of two times. */
const MOST_DAYS = 7;
/** Earlier figures looked back at. */
const MOST_BACK = 24;
/** How much faster than on average a running total may have grown. */
const GROWTH = 2;

/**
 * Two bodies' figures for one measure, place and time that cannot both stand. A toll that rises from one day to the next
 * is no mismatch, nor is one that its own source updates.
 */
export function findFigureMismatches(
  facts: readonly FigureFact[],
  inner: readonly ReadonlySet<string>[],
  names: Names,
): Found[] {
  const told = facts.filter(
    f => !f.denied && f.modality === 'actual' && f.carried == null && reachOf(f) != null,
  );
  const groups = groupBy([...told].sort(compareFacts), f => JSON.stringify([f.term, f.unit, f.who, f.place]));
  return [...groups.values()].flatMap(list => findInList(list, inner, names));
}

function findInList(
  list: readonly FigureFact[],
  inner: readonly ReadonlySet<string>[],
  names: Names,
): Found[] {
  const open: { found: Found; pair: readonly [FigureFact, FigureFact] }[] = [];
  list.forEach((b, i) => {
    const at = b.live.from;
    const isOpen = (o: (typeof open)[number]): boolean =>
      o.found.settled == null || o.found.settled.known > at;
    for (const a of list.slice(Math.max(0, i - MOST_BACK), i)) {
      if (a.live.to != null && a.live.to <= at) continue;
      if (originAt(a, at) === originAt(b, at) || !isOneMeasure(a, b) || !areApart(a, b)) continue;
      if (inner.some(claims => claims.has(a.claim) && claims.has(b.claim))) continue;
      const repeats = (f: FigureFact, side: FigureFact): boolean =>
        originAt(f, at) === originAt(side, at) && f.min === side.min && f.max === side.max;
      if (open.some(o => isOpen(o) && o.pair.some(f => repeats(a, f)) && o.pair.some(f => repeats(b, f))))
        continue;
      open.push({ pair: [a, b], found: makeFound(a, b, list.slice(i + 1), names) });
    }
  });
  return open.map(o => o.found);
}

/** Whether two figures are of the same span, or where neither has one of the same days. */
function isOneMeasure(a: FigureFact, b: FigureFact): boolean {
  if (Math.abs(daysBetween(a.word, b.word)) > MOST_DAYS) return false;
  if ((a.from == null) !== (b.from == null)) return false;
  if (a.from != null && Math.abs(daysBetween(a.from, b.from!)) > 1) return false;
  if (a.running !== b.running) return false;
  if (a.running) return true;
  if (a.from == null) return Math.abs(daysBetween(a.word, b.word)) <= 1;
  return Math.abs(daysBetween(a.to ?? a.from, b.to ?? b.from!)) <= 1;
}

/** Whether two figures leave no number open in common, growth from the earlier to the later allowed for. */
function areApart(a: FigureFact, b: FigureFact): boolean {
  const [early, late] = a.word <= b.word ? [a, b] : [b, a];
  const [low, high] = reachOf(early)!,
    [from, to] = reachOf(late)!;
  if (to < low) return true;
  if (from <= high) return false;
  const days = daysBetween(early.word, late.word);
  if (days === 0) return true;
  // What happened on one day is counted up afterwards; what stands on a day may have become more.
  if (!early.running) return false;
  const span = Math.max(1, daysBetween(early.from!, early.word));
  return from > high * (1 + (GROWTH * days) / span);
}

const SAID: Readonly<Record<string, string>> = {
  exactly: '',
  about: 'about ',
  'more-than': 'more than ',
  'at-least': 'at least ',
  'up-to': 'up to ',
};

function sayFigure(f: FigureFact): string {
  if (f.min !== f.max) return `${sayNumber(f.min!)} to ${sayNumber(f.max!)}`;
  return `${SAID[f.qualifier] ?? ''}${sayNumber(f.min!)}`;
}

/** "people displaced in Afghanistan since 1 January" */
function sayMeasure(f: FigureFact, names: Names): string {
  const who = f.who ?? f.unit;
  const where = f.place == null ? '' : ` in ${names.place(f.place, f.placeName ?? f.place)}`;
  const from =
    f.from == null ? '' : f.running ? ` since ${sayDay(f.from, f.told)}` : ` on ${sayDay(f.from, f.told)}`;
  return `${who} ${f.term.replaceAll('-', ' ')}${where}${from}`;
}

function makeFound(a: FigureFact, b: FigureFact, later: readonly FigureFact[], names: Names): Found {
  return {
    kind: 'figure-mismatch',
    places: a.place == null ? [] : [a.place],
    reports: unique([a.report, b.report]),
    claims: [a.claim, b.claim],
    note: sentenceOf(`${a.sayer} counts ${sayFigure(a)} ${sayMeasure(a, names)}, ${b.sayer} ${sayFigure(b)}`),
    knownSince: a.live.from > b.live.from ? a.live.from : b.live.from,
    settled: firstOf([endOf([a, b]), settle(a, b, later)]),
  };
}

/** A later figure of one of the two bodies for the same that agrees with the other's. */
function settle(a: FigureFact, b: FigureFact, later: readonly FigureFact[]): Settled | null {
  for (const f of later.slice(0, MOST_BACK)) {
    const origin = originAt(f, f.live.from);
    const other = origin === originAt(a, f.live.from) ? b : origin === originAt(b, f.live.from) ? a : null;
    if (other == null || f.live.from <= b.live.from || !isOneMeasure(f, other) || areApart(other, f))
      continue;
    return {
      claims: [f.claim],
      decision: null,
      known: f.live.from,
      note: sentenceOf(`${f.sayer} has since given ${sayFigure(f)}, which agrees`),
    };
  }
  return null;
}
