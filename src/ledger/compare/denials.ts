import { addDays, agree, type CalendarDate, isTake } from '../../model/index.ts';
import { type ControlFact, compareFacts, originAt } from '../facts/fact.ts';
import { put } from '../group-by.ts';
import { sayDay } from '../words/say-day.ts';
import { sayList, sentenceOf } from '../words/say-number.ts';
import { endOf, type Found, firstOf, type Settled, stands, unique } from './found.ts';
import { disputeAt, inDays, knownFrom, type PlaceCase } from './place-case.ts';
import { classOf, sayControl } from './say-control.ts';
import { type Course, settleOn } from './settle-on.ts';
import { isOvertaken, overtakenAt, settledAt } from './settled-by.ts';

/** A denial is of what happened at most so long before it. */
const CHANGE_DAYS = 14;
/** What lasts is denied for the day on which it is said to hold. */
const STATE_DAYS = 1;
const STATES: ReadonlySet<string> = new Set(['hold', 'clash', 'besiege', 'advance']);
/** Most claims for the thing denied that are listed: the first of each origin. */
const MOST = 8;

/** Words dated later than this after what is denied are of another happening. */
const SETTLING_DAYS = 30;

/**
 * What one origin says and another denies: the same kind of happening at the place, by the same side, not younger than the
 * denial. A denier who says the same himself by then denies no longer. While one denial of a thing stands, further ones add
 * nothing.
 */
export function findDenials(one: PlaceCase, earlier: readonly Found[] = []): Found[] {
  const standing = new Map<ControlFact, Found[]>();
  for (const f of earlier) {
    const denial = one.factOf(f.claims.at(-1)!, f.knownSince);
    for (const said of denial == null ? [] : findSaid(one, denial)) put(standing, said, f);
  }
  const denials = one.controls.filter(f => f.denied && f.force === 'actual' && !one.innerClaims.has(f.claim));
  const made = denials
    .flatMap(denial => {
      const said = findSaid(one, denial);
      const found = said.length === 0 ? null : makeFound(one, denial, said);
      return found == null || found.knownSince < one.from ? [] : [{ said, found }];
    })
    .sort(
      (a, b) => compare(a.found.knownSince, b.found.knownSince) || compare(keyOf(a.found), keyOf(b.found)),
    );
  const found: Found[] = [];
  for (const { said, found: open } of made) {
    const at = open.knownSince;
    if (said.some(f => f.live.from <= at && standing.get(f)?.some(o => stands(o, at)))) continue;
    const kept = { ...open, ...settleOn(open, one, DENIAL) };
    found.push(kept);
    for (const f of said) put(standing, f, kept);
  }
  return found;
}

const keyOf = (f: Found): string => f.claims.join('\u001f');
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The facts that a denial denies. */
function findSaid(one: PlaceCase, denial: ControlFact): ControlFact[] {
  const wanted = classOf(denial.event);
  const days = STATES.has(denial.event) ? STATE_DAYS : CHANGE_DAYS;
  const until = addDays(denial.day, CHANGE_DAYS);
  const last = denial.day > denial.word ? denial.day : denial.word;
  const near = inDays(one.byDay, addDays(denial.day, -days), last < until ? last : until);
  return near.filter(
    f =>
      !f.denied &&
      f.force === 'actual' &&
      classOf(f.event) === wanted &&
      (f.part == null) === (denial.part == null) &&
      isSameDoer(f, denial) &&
      f.live.from < (denial.live.to ?? '\uffff') &&
      denial.live.from < (f.live.to ?? '\uffff'),
  );
}

/** Whether a denial means the side that a fact says did it. A side that denies a loss without naming the taker means another. */
function isSameDoer(fact: ControlFact, denial: ControlFact): boolean {
  if (denial.side != null)
    return fact.side == null ? fact.speaker !== denial.speaker : fact.side === denial.side;
  return !isTake(denial.event) || denial.speaker == null || fact.side !== denial.speaker;
}

function makeFound(one: PlaceCase, denial: ControlFact, said: readonly ControlFact[]): Found | null {
  const sorted = [...said].sort(compareFacts);
  const knownSince = sorted[0]!.live.from > denial.live.from ? sorted[0]!.live.from : denial.live.from;
  const denier = originAt(denial, knownSince);
  const byThen = sorted.filter(f => f.live.from <= knownSince);
  // A report that tells of the loser's admission tells of an older denial with it ("a day after it denied the loss").
  const admits = (f: ControlFact): boolean =>
    f.report === denial.report && f.speaker != null && f.speaker !== f.side;
  const takesBack = (f: ControlFact): boolean =>
    admits(f) ||
    ((originAt(f, knownSince) === denier || (denial.speaker != null && f.speaker === denial.speaker)) &&
      f.word >= denial.word);
  if (byThen.some(takesBack)) return null;
  const firsts = byThen.filter(
    (f, i) =>
      originAt(f, knownSince) !== denier &&
      byThen.findIndex(g => originAt(g, knownSince) === originAt(f, knownSince)) === i,
  );
  const first = firsts[0];
  if (first == null) return null;
  const sayers = unique(firsts.map(f => f.sayer));
  const note = `${sayList(sayers.slice(0, 3))} ${agree(sayers.join(' and '), 'says', 'say')} that ${sayControl(first, one.names)}; ${denial.sayer} denied it on ${sayDay(denial.word, first.told)}`;
  const listed = firsts.slice(0, MOST);
  const disputed = disputeAt(one, denial.claim, knownSince) != null;
  return {
    kind: 'denial',
    places: [one.place],
    reports: unique([...listed, denial].map(f => f.report)),
    claims: unique([...listed, denial].map(f => f.claim)),
    note: sentenceOf(note),
    knownSince,
    settled: null,
    trail: {
      by: 'denial',
      until: disputed ? null : addDays(denial.day > first.day ? denial.day : first.day, SETTLING_DAYS),
      disputed,
      side: null,
    },
  };
}

/** What settles a denial that was found: its end, the end of what it disputes, or a later word. */
function settleDenial(found: Found, one: PlaceCase, since = found.knownSince): Settled | null {
  const denial = one.factOf(found.claims.at(-1)!, found.knownSince);
  const firsts = found.claims.slice(0, -1).flatMap(id => one.factOf(id, found.knownSince) ?? []);
  if (denial == null || firsts.length === 0) return found.settled;
  const ends = [endOf([denial]), firsts.every(f => f.live.to != null) ? lastEnd(firsts) : null];
  if (!found.trail!.disputed) return firstOf([...ends, settleByWord(one, denial, firsts, found)]);
  const dispute = disputeAt(one, denial.claim, since);
  return firstOf([
    ...ends,
    dispute?.to == null ? null : settledAt(one, firsts[0]!.day, dispute.to),
    overtakenAt(one, laterDay(denial, firsts[0]!), since),
  ]);
}

const laterDay = (a: ControlFact, b: ControlFact): CalendarDate => (a.day > b.day ? a.day : b.day);

/** The course of a denial: open again where the record disputes the line again. */
export const DENIAL: Course = {
  settle: settleDenial,
  isOpenAgain: (found, one, at, settled) => {
    const [denial, first] = [found.claims.at(-1)!, found.claims[0]!].map(id => one.factOf(id, at));
    if (!found.trail!.disputed || denial == null || first == null) return false;
    return (
      disputeAt(one, denial.claim, at) != null &&
      !isOvertaken(one, laterDay(denial, first), at, settled.known)
    );
  },
};

const lastEnd = (facts: readonly ControlFact[]): Settled | null =>
  endOf([[...facts].sort((a, b) => (a.live.to! < b.live.to! ? 1 : -1))[0]!]);

/** A later word that settles a denial which moves nothing in the record: the denier's own, or a second onlooker's. */
function settleByWord(
  one: PlaceCase,
  denial: ControlFact,
  firsts: readonly ControlFact[],
  { knownSince: since, trail }: Found,
): Settled | null {
  const seen = new Set(
    firsts.filter(f => f.speaker == null || f.speaker !== f.side).map(f => originAt(f, since)),
  );
  for (const f of knownFrom(one, since, { after: true })) {
    if (f.denied || f.force !== 'actual' || classOf(f.event) !== classOf(denial.event)) continue;
    if (!isSameDoer(f, denial) || f.day < firsts[0]!.day || f.day > trail!.until!) continue;
    const origin = originAt(f, f.live.from);
    const admits =
      origin === originAt(denial, since) || (denial.speaker != null && f.speaker === denial.speaker);
    if (admits)
      return {
        claims: [f.claim],
        decision: null,
        known: f.live.from,
        note: sentenceOf(`${f.sayer} has since said so itself`),
      };
    if (f.speaker != null && f.speaker === f.side) continue;
    seen.add(origin);
    if (seen.size > 1 && f.word > denial.word)
      return {
        claims: [f.claim],
        decision: null,
        known: f.live.from,
        note: sentenceOf(`${f.sayer} has since confirmed it`),
      };
  }
  return null;
}
