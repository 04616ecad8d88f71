import { addDays, agree, daysBetween } from '../../model/index.ts';
import { type CountFact, compareFacts, originAt } from '../facts/fact.ts';
import { groupBy } from '../group-by.ts';
import { sayDay } from '../words/say-day.ts';
import { sayMany, sayNumber, sayOrdinal, sentenceOf } from '../words/say-number.ts';
import { endOf, type Found, firstOf, unique } from './found.ts';

/** Counts further apart than this are of two campaigns. */
const MOST_DAYS = 60;
/** Earlier counts looked back at. */
const MOST_BACK = 12;

/**
 * Counts of a set whose places the ledger does not know well enough to count itself, held against each other: one place
 * with two numbers in the row, and a total below one that another gave on an earlier day.
 */
export function findCountsApart(counts: readonly CountFact[], innerClaims: ReadonlySet<string>): Found[] {
  const told = counts.filter(c => !c.denied && c.modality === 'actual' && c.carried == null);
  const found: Found[] = [];
  for (const list of groupBy([...told].sort(compareFacts), c => c.side).values())
    list.forEach((b, i) => {
      if (innerClaims.has(b.claim)) return;
      const a = list
        .slice(Math.max(0, i - MOST_BACK), i)
        .reverse()
        .find(
          c =>
            c.report !== b.report && originAt(c, b.live.from) !== originAt(b, b.live.from) && isApart(c, b),
        );
      if (a != null) found.push(makeFound(a, b, list.slice(i + 1)));
    });
  return found;
}

function isApart(a: CountFact, b: CountFact): boolean {
  if (Math.abs(daysBetween(a.day, b.day)) > MOST_DAYS) return false;
  if (a.ordinal && b.ordinal)
    return a.place != null && a.place === b.place && a.n !== b.n && Math.abs(daysBetween(a.day, b.day)) <= 2;
  return !b.ordinal && b.n < a.n && a.word <= addDays(b.day, -1);
}

const sayCount = (c: CountFact): string =>
  c.ordinal
    ? `${c.sayer} calls ${c.placeName ?? 'it'} the ${sayOrdinal(c.n)} of the ${c.setName}`
    : `${c.sayer} ${agree(c.sayer, 'counts', 'count')} ${c.outOf == null ? sayMany(c.n, c.setName) : `${sayNumber(c.n)} of ${sayNumber(c.outOf)} ${c.setName}`} on ${sayDay(c.day)}`;

function makeFound(a: CountFact, b: CountFact, later: readonly CountFact[]): Found {
  const right = later.find(
    c => c.live.from > b.live.from && originAt(c, c.live.from) === originAt(b, c.live.from) && c.n >= a.n,
  );
  return {
    kind: 'count-mismatch',
    places: unique([a.place, b.place].filter(p => p != null)),
    reports: unique([a.report, b.report]),
    claims: [a.claim, b.claim],
    note: sentenceOf(`${sayCount(a)}, ${sayCount(b)}`),
    knownSince: b.live.from,
    settled: firstOf([
      endOf([a, b]),
      right == null
        ? null
        : {
            claims: [right.claim],
            decision: null,
            known: right.live.from,
            note: sentenceOf(`${right.sayer} has since counted ${sayNumber(right.n)}`),
          },
    ]),
  };
}
