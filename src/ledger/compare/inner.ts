import { dateOf, daysBetween, type Instant, isTake } from '../../model/index.ts';
import type { ControlFact, InnerFact } from '../facts/fact.ts';
import { isSame } from '../fold/same.ts';
import { sentenceOf } from '../words/say-number.ts';
import { endOf, type Found, firstOf, type Settled } from './found.ts';
import { disputeAt, firstThat, knownFrom, type PlaceCase } from './place-case.ts';
import { type Course, settleOn } from './settle-on.ts';
import { settledAt } from './settled-by.ts';

/** The same words so many days later are a new discrepancy. */
const SAME_DAYS = 45;

/** What readings found inside single reports, each once: a story that two newsrooms carry brings it twice. */
export function findInner(inner: readonly InnerFact[], one?: PlaceCase): Found[] {
  const seen = new Map<string, string>();
  const found: Found[] = [];
  for (const f of [...inner].sort(byKnown)) {
    const day = dateOf(f.live.from);
    const last = seen.get(f.sameAs);
    seen.set(f.sameAs, day);
    if (last != null && daysBetween(last, day) <= SAME_DAYS) continue;
    if (one != null && (f.live.from < one.from || isTakenBack(f, one))) continue;
    const open: Found = {
      kind: f.discrepancy,
      places: f.places,
      reports: [f.report],
      claims: f.claims,
      note: f.note,
      knownSince: f.live.from,
      settled: null,
      trail: {
        by: 'inner',
        until: BY_WORD.has(f.discrepancy) ? null : day,
        disputed: one != null && claimsOf(f, one).some(c => disputeAt(one, c.claim, f.live.from) != null),
        side: null,
      },
    };
    found.push({ ...open, ...(one == null ? { settled: endOf([f]) } : settleOn(open, one, INNER)) });
  }
  return found;
}

/** Kinds that a later word about the place settles. */
const BY_WORD: ReadonlySet<string> = new Set(['denial', 'status-conflict']);

const claimsOf = (f: Pick<InnerFact, 'claims'>, one: PlaceCase): readonly ControlFact[] =>
  f.claims.flatMap(id => one.ofClaim.get(id) ?? []);

const byKnown = (a: InnerFact, b: InnerFact): number =>
  a.live.from < b.live.from
    ? -1
    : a.live.from > b.live.from
      ? 1
      : a.report < b.report
        ? -1
        : a.report > b.report
          ? 1
          : a.sameAs < b.sameAs
            ? -1
            : 1;

/** A denial that the report tells of, by a party which admits in the same report what it denied before. */
function isTakenBack(f: InnerFact, one: PlaceCase): boolean {
  if (f.discrepancy !== 'denial') return false;
  const mine = claimsOf(f, one);
  return mine.some(
    d =>
      d.denied && d.speaker != null && mine.some(a => !a.denied && a.speaker === d.speaker && a.day >= d.day),
  );
}

/** Who holds a place, once a later word of another report says so, or once the record no longer disputes it. */
function settleInner(found: Found, one: PlaceCase, since: Instant): Settled | null {
  const f = factOf(found, one);
  return f == null ? found.settled : firstOf([endOf([f]), settleByRecord(f, found, one, since)]);
}

const factOf = (found: Found, one: PlaceCase): InnerFact | undefined =>
  one.inner.find(
    g => g.report === found.reports[0] && g.discrepancy === found.kind && isSame(g.claims, found.claims),
  );

/** The course of what a reading found: open again where the record disputes a line by it again. */
export const INNER: Course = {
  settle: settleInner,
  isOpenAgain: (found, one, at) => {
    const f = factOf(found, one);
    return (
      f != null && found.trail!.disputed && claimsOf(f, one).some(c => disputeAt(one, c.claim, at) != null)
    );
  },
};

function settleByRecord(f: InnerFact, found: Found, one: PlaceCase, since: Instant): Settled | null {
  if (!BY_WORD.has(f.discrepancy)) return null;
  const mine = claimsOf(f, one);
  if (found.trail!.disputed) {
    for (const c of mine) {
      const dispute = disputeAt(one, c.claim, since);
      if (dispute != null) return dispute.to == null ? null : settledAt(one, c.day, dispute.to);
    }
    return null;
  }
  const about = mine.find(c => isTake(c.event) && !c.denied);
  return about == null ? null : settleByWord(f, about, one);
}

function settleByWord(f: InnerFact, about: ControlFact, one: PlaceCase): Settled | null {
  const later = firstThat(
    knownFrom(one, f.live.from, { after: true }),
    c =>
      c.word > about.told &&
      c.report !== f.report &&
      !c.denied &&
      c.force === 'actual' &&
      c.part == null &&
      (isTake(c.event) || c.event === 'hold') &&
      c.side != null,
  );
  if (later == null) return null;
  const holder = one.names.side(later.side!);
  return {
    claims: [later.claim],
    decision: null,
    known: later.live.from,
    note: sentenceOf(`${later.sayer} has since said that ${holder} holds it`),
  };
}
