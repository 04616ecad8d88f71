import { agree, type Instant, isTake } from '../../model/index.ts';
import type { ControlFact } from '../facts/fact.ts';
import { coversDay } from '../views/status-at.ts';
import { sentenceOf } from '../words/say-number.ts';
import { endOf, type Found, firstOf, type Settled, stands, unique } from './found.ts';
import { believedFrom, disputeAt, firstThat, inDays, type PlaceCase } from './place-case.ts';
import { sayControl } from './say-control.ts';
import { type Course, settleOn } from './settle-on.ts';
import { isOvertaken, overtakenAt, settledAt } from './settled-by.ts';

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** A place that a hold puts in other hands than the record does, against which it stands. */
export function findHoldsAgainst(one: PlaceCase, earlier: readonly Found[] = []): Found[] {
  const disputes = one.byKnown
    .filter(f => f.event === 'hold' && !f.denied && f.force === 'actual' && !one.innerClaims.has(f.claim))
    .flatMap(hold => one.disputesBy(hold.claim).map(({ from }) => ({ hold, from })))
    .filter(d => d.from >= one.from && d.hold.carried == null)
    // Of several holds that a line is disputed by at once, the latest word tells it best.
    .sort(
      (a, b) =>
        compare(a.from, b.from) ||
        compare(b.hold.live.from, a.hold.live.from) ||
        compare(a.hold.claim, b.hold.claim),
    );
  const found: Found[] = [];
  for (const { hold, from } of disputes) {
    // While one such word stands, further ones add nothing.
    if ([...earlier, ...found].some(f => stands(f, from))) continue;
    const period = one
      .disputed(hold.claim)
      .find(p => p.knownFrom <= from && (p.knownTo == null || p.knownTo > from));
    const taking = period?.claims.flatMap(id => one.ofClaim.get(id) ?? [])[0];
    if (taking != null && one.factOf(hold.claim, from) != null)
      found.push(makeFound(one, taking, hold, { knownSince: from, by: 'hold' }));
  }
  return found;
}

/** Takings of one day by two sides of which none can be called the later: one discrepancy a day. */
export function findTakenTwice(one: PlaceCase, earlier: readonly Found[] = []): Found[] {
  const takes = one.byDay.filter(
    f =>
      isTake(f.event) &&
      !f.denied &&
      f.force === 'actual' &&
      f.part == null &&
      f.side != null &&
      !one.innerClaims.has(f.claim),
  );
  const seen = new Set(earlier.map(f => one.factOf(f.claims[0]!, f.knownSince)?.day));
  const pairs = takes
    .flatMap(a => inDays(takes, a.day, a.day).flatMap(b => (a.side! < b.side! ? [{ a, b }] : [])))
    .map(({ a, b }) => ({ a, b, at: a.live.from > b.live.from ? a.live.from : b.live.from }))
    .filter(({ at }) => at >= one.from)
    .sort((x, y) => compare(x.at, y.at));
  const found: Found[] = [];
  for (const { a, b, at } of pairs) {
    if (seen.has(a.day)) continue;
    const period = one.periodAt(a.day, at);
    if (period?.status !== 'contested') continue;
    if (!period.claims.includes(a.claim) || !period.claims.includes(b.claim)) continue;
    if (one.factOf(a.claim, at) == null || one.factOf(b.claim, at) == null) continue;
    seen.add(a.day);
    found.push(makeFound(one, a, b, { knownSince: at, by: 'takings' }));
  }
  return found;
}

function makeFound(
  one: PlaceCase,
  a: ControlFact,
  b: ControlFact,
  { knownSince, by }: { readonly knownSince: string; readonly by: 'hold' | 'takings' },
): Found {
  const open: Found = {
    kind: 'status-conflict',
    places: [one.place],
    reports: unique([a.report, b.report]),
    claims: [a.claim, b.claim],
    note: sentenceOf(
      `${a.sayer} ${agree(a.sayer, 'says', 'say')} that ${sayControl(a, one.names)}; ${b.sayer} that ${sayControl(b, one.names)}`,
    ),
    knownSince,
    settled: null,
    trail: { by, until: null, disputed: by === 'hold', side: null },
  };
  return { ...open, ...settleOn(open, one, by === 'hold' ? HOLD : TAKINGS) };
}

/** What settles a hold against the holder: its end, the end of the dispute, or that the place has changed hands since. */
function settleHold(found: Found, one: PlaceCase, since: Instant): Settled | null {
  const hold = one.factOf(found.claims[1]!, found.knownSince);
  if (hold == null) return found.settled;
  const dispute = disputeAt(one, hold.claim, since);
  return firstOf([
    endOf([hold]),
    dispute?.to == null ? null : settledAt(one, hold.day, dispute.to),
    overtakenAt(one, hold.day, since),
  ]);
}

/** The course of a hold against the holder: open again where the record disputes the line again. */
export const HOLD: Course = {
  settle: settleHold,
  isOpenAgain: (found, one, at, settled) => {
    const hold = one.factOf(found.claims[1]!, at);
    return (
      hold != null && disputeAt(one, hold.claim, at) != null && !isOvertaken(one, hold.day, at, settled.known)
    );
  },
};

/** What settles two takings of one day: the end of one, or a line for that day that is no longer contested. */
function settleTakings(found: Found, one: PlaceCase, since: Instant): Settled | null {
  const [a, b] = found.claims.map(id => one.factOf(id, found.knownSince));
  if (a == null || b == null) return found.settled;
  const next = firstThat(
    believedFrom(one, since, { after: true }),
    p => coversDay(p, a.day) && p.status !== 'contested',
  );
  return firstOf([endOf([a, b]), next == null ? null : settledAt(one, a.day, next.knownFrom)]);
}

/** The course of two takings of one day: open again where the line of the day is contested again. */
export const TAKINGS: Course = {
  settle: settleTakings,
  isOpenAgain: (found, one, at) => {
    const [a, b] = found.claims.map(id => one.factOf(id, at));
    return a != null && b != null && one.periodAt(a.day, at)?.status === 'contested';
  },
};
