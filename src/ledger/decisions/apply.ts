import type { Claim, ClaimPlace, Instant, LedgerInput } from '../../model/index.ts';
import type { KnownInterval } from '../statements/statement.ts';
import { attach } from './attach.ts';
import { findLiveDecisions, intersect, isLiveAt, type LiveDecision, ofKind } from './live.ts';

/** A claim as it stands during a known interval, decisions applied. */
export interface Version {
  readonly claim: Claim;
  readonly live: KnownInterval;
  readonly verdict: 'accepted' | 'rejected' | 'corrected' | null;
  /** Whether an analyst ruled that it stands. */
  readonly accepted: boolean;
}

/** The claims with what analysts ruled on them. */
export interface Applied {
  /** Versions of a claim, by its id, in known order; rejected ones are there, with their verdict. */
  readonly versions: ReadonlyMap<string, readonly Version[]>;
  readonly decisions: readonly LiveDecision[];
  /** Ids of decisions in force whose claim no longer exists. */
  readonly orphans: readonly string[];
}

type OnClaim = 'accept' | 'reject' | 'correct';

/**
 * Applies decisions to claims. A ruling counts from when it was taken; the later one of accept and reject holds; a
 * correction changes what it names and leaves the rest. A merged place is its target from the ruling on.
 */
export function applyDecisions(input: LedgerInput): Applied {
  const decisions = findLiveDecisions(input.decisions);
  const known = new Map(input.reports.map(r => [r.id, r.known]));
  const claimsOf = new Map(input.readings.map(r => [r.report, r.claims]));
  const rulings = new Map<string, LiveDecision[]>();
  const orphans: string[] = [];
  for (const one of decisions) {
    const { ruling, id } = one.decision;
    const references =
      ruling.kind === 'accept' || ruling.kind === 'reject' || ruling.kind === 'correct'
        ? [ruling.claim]
        : ruling.kind === 'merge-events' || ruling.kind === 'split-events'
          ? ruling.claims
          : [];
    for (const reference of references) {
      const claim = attach(reference, claimsOf.get(reference.report) ?? []);
      if (claim == null) {
        // What was undone rules on nothing, and misses nothing.
        if (one.live.some(span => span.to == null)) orphans.push(id);
      } else if (isOnClaim(ruling.kind)) rulings.set(claim.id, [...(rulings.get(claim.id) ?? []), one]);
    }
  }
  const merges = ofKind(decisions, 'merge-places');
  const versions = new Map<string, Version[]>();
  for (const reading of input.readings) {
    const from = known.get(reading.report);
    if (from == null) continue;
    for (const claim of reading.claims)
      versions.set(claim.id, versionsOf(claim, from, rulings.get(claim.id) ?? [], merges));
  }
  return { versions, decisions, orphans: [...new Set(orphans)].sort() };
}

const isOnClaim = (kind: string): kind is OnClaim =>
  kind === 'accept' || kind === 'reject' || kind === 'correct';

type Merge = ReturnType<typeof ofKind<'merge-places'>>[number];

/** A claim's versions: one for each stretch of known time in which the same rulings are in force. */
function versionsOf(
  claim: Claim,
  known: Instant,
  on: readonly LiveDecision[],
  merges: readonly Merge[],
): Version[] {
  const moved = on.some(o => o.decision.ruling.kind === 'correct');
  const mine = merges.filter(
    m => moved || claim.places.some(p => p.id != null && leads(p.id, m.ruling.from, merges)),
  );
  if (on.length === 0 && mine.length === 0)
    return [{ claim, live: { from: known, to: null }, verdict: null, accepted: false }];
  const edges = new Set<Instant>([known]);
  for (const { live } of [...on, ...mine])
    for (const span of live) {
      if (span.from > known) edges.add(span.from);
      if (span.to != null && span.to > known) edges.add(span.to);
    }
  const starts = [...edges].sort();
  return starts.map((from, i) => {
    const live = intersect({ from, to: starts[i + 1] ?? null }, { from: known, to: null })!;
    return { ...rule(claim, from, on, mine), live };
  });
}

/** The claim as ruled at an instant. */
function rule(
  claim: Claim,
  instant: Instant,
  on: readonly LiveDecision[],
  merges: readonly Merge[],
): Omit<Version, 'live'> {
  let ruled = claim;
  let verdict: Version['verdict'] = null,
    accepted = false;
  for (const { decision, live } of on) {
    if (!isLiveAt(live, instant)) continue;
    const { ruling } = decision;
    if (ruling.kind === 'accept' || ruling.kind === 'reject') {
      accepted = ruling.kind === 'accept';
      verdict = accepted ? 'accepted' : 'rejected';
    } else if (ruling.kind === 'correct') {
      ruled = {
        ...ruled,
        ...(ruling.place === undefined ? {} : { places: [ruling.place] }),
        ...(ruling.actor === undefined ? {} : { actor: ruling.actor }),
        ...(ruling.time === undefined ? {} : { time: ruling.time }),
        ...(ruling.event === undefined ? {} : { event: ruling.event }),
      };
      if (verdict !== 'rejected') verdict = 'corrected';
    }
  }
  const into = liveMerges(merges, instant);
  if (into.size > 0 && ruled.places.some(p => p.id != null && into.has(p.id)))
    ruled = { ...ruled, places: ruled.places.map(p => redirect(p, into)) };
  return { claim: ruled, verdict, accepted };
}

const liveMerges = (merges: readonly Merge[], instant: Instant): Map<string, string> =>
  new Map(merges.filter(m => isLiveAt(m.live, instant)).map(m => [m.ruling.from, m.ruling.into]));

/** A place's id after merging, following merges of merged places; a circle ends where it began. */
export function mergedId(id: string, into: ReadonlyMap<string, string>): string {
  const seen = new Set<string>();
  let at = id;
  while (into.has(at) && !seen.has(at)) {
    seen.add(at);
    at = into.get(at)!;
  }
  return at;
}

const redirect = (place: ClaimPlace, into: ReadonlyMap<string, string>): ClaimPlace =>
  place.id == null ? place : { ...place, id: mergedId(place.id, into) };

/** Whether a place id may lead to `target` by merging. */
function leads(id: string, target: string, merges: readonly Merge[]): boolean {
  const seen = new Set<string>();
  const queue = [id];
  for (let at = queue.pop(); at != null; at = queue.pop()) {
    if (at === target) return true;
    if (seen.has(at)) continue;
    seen.add(at);
    for (const m of merges) if (m.ruling.from === at) queue.push(m.ruling.into);
  }
  return false;
}
