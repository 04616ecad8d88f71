import { isTake } from '../../model/index.ts';
import type { ControlFact, InnerFact } from '../facts/fact.ts';
import { sentenceOf } from '../words/say-number.ts';
import { endOf, type Found, firstOf, type Settled } from './found.ts';
import { firstThat, knownFrom, type PlaceCase } from './place-case.ts';
import { settledAt } from './settled-by.ts';

/** What readings found inside single reports, each once: a story that two newsrooms carry brings it twice. */
export function findInner(inner: readonly InnerFact[], one?: PlaceCase): Found[] {
  const seen = new Set<string>();
  const found: Found[] = [];
  for (const f of [...inner].sort(byKnown)) {
    if (seen.has(f.sameAs) || (one != null && isTakenBack(f, one))) continue;
    seen.add(f.sameAs);
    found.push({
      kind: f.discrepancy,
      places: f.places,
      reports: [f.report],
      claims: f.claims,
      note: f.note,
      knownSince: f.live.from,
      settled: firstOf([endOf([f]), one == null ? null : settle(f, one)]),
    });
  }
  return found;
}

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
  const mine = f.claims.flatMap(id => one.ofClaim.get(id) ?? []);
  return mine.some(
    d =>
      d.denied && d.speaker != null && mine.some(a => !a.denied && a.speaker === d.speaker && a.day >= d.day),
  );
}

/** Who holds a place, once a later word of another report says so, or once the record no longer disputes it. */
function settle(f: InnerFact, one: PlaceCase): Settled | null {
  if (f.discrepancy !== 'denial' && f.discrepancy !== 'status-conflict') return null;
  const mine = f.claims.flatMap(id => one.ofClaim.get(id) ?? []);
  for (const c of mine)
    for (const d of one.disputesBy(c.claim))
      if (d.from <= f.live.from && (d.to == null || d.to > f.live.from))
        return d.to == null ? null : settledAt(one, c.day, d.to);
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
