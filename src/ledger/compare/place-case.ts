import type { CalendarDate, ControlPeriod, Instant } from '../../model/index.ts';
import { type ControlFact, compareFacts, type Fact, type FigureFact, type InnerFact } from '../facts/fact.ts';
import { groupBy, put } from '../group-by.ts';
import type { Ruled } from '../statements/statement.ts';
import { coversDay, isBelieved } from '../views/status-at.ts';

/** The names that notes use. */
export interface Names {
  readonly side: (side: string) => string;
  readonly place: (id: string, written: string) => string;
}

/** Everything about one place that is compared: its facts, its periods, and ways to look things up in them. */
export interface PlaceCase {
  readonly place: string;
  /** What was found earlier than this instant is given; empty where all is to be found. */
  readonly from: Instant;
  readonly controls: readonly ControlFact[];
  readonly figures: readonly FigureFact[];
  readonly inner: readonly InnerFact[];
  readonly names: Names;
  /** The ruling on the place that was taken or undone at an instant. */
  rulingAt(instant: Instant): string | null;
  /** When the rulings on the place that were undone held, in order of their undoing. */
  readonly undone: readonly { readonly from: Instant; readonly to: Instant }[];
  /** Control facts in order of their day, and of known time. */
  readonly byDay: readonly ControlFact[];
  readonly byKnown: readonly ControlFact[];
  /** Periods in order of known time, then of valid time. */
  readonly periodsByKnown: readonly ControlPeriod[];
  /** Claims that a reading already found not to agree inside their report. */
  readonly innerClaims: ReadonlySet<string>;
  /** Control facts of a claim, and of a report. */
  readonly ofClaim: ReadonlyMap<string, readonly ControlFact[]>;
  readonly ofReport: ReadonlyMap<string, readonly ControlFact[]>;
  /** The fact that a claim made, as it counted at an instant. */
  factOf(claim: string, at: Instant): ControlFact | null;
  /** The line believed at an instant for a day. */
  periodAt(day: CalendarDate, instant: Instant): ControlPeriod | null;
  /** The disputed lines that a claim stands against, in known order. */
  disputed(claim: string): readonly ControlPeriod[];
  /** The known stretches, joined, in which a claim stands against a disputed line; in known order. */
  disputesBy(claim: string): readonly { readonly from: Instant; readonly to: Instant | null }[];
}

export function makeCase(
  place: string,
  facts: readonly Fact[],
  periods: readonly ControlPeriod[],
  names: Names,
  ruled: readonly Ruled[] = [],
  from: Instant = '',
): PlaceCase {
  const byKind = groupBy(facts, f => f.kind);
  const controls = (byKind.get('control') ?? []) as ControlFact[];
  const inner = (byKind.get('inner') ?? []) as InnerFact[];
  const periodsByKnown = [...periods].sort(
    (a, b) => compare(a.knownFrom, b.knownFrom) || compare(a.validFrom, b.validFrom),
  );
  const periodsByDay = [...periodsByKnown].sort((a, b) => compare(a.validFrom, b.validFrom));
  const against = new Map<string, ControlPeriod[]>();
  for (const p of periodsByKnown) if (p.basis === 'disputed') for (const id of p.against) put(against, id, p);
  const ofClaim = groupBy(controls, f => f.claim);
  const isLive = (f: ControlFact, at: Instant): boolean =>
    f.live.from <= at && (f.live.to == null || f.live.to > at);
  return {
    place,
    from,
    controls,
    figures: (byKind.get('figure') ?? []) as FigureFact[],
    inner,
    names,
    rulingAt: instant => ruled.find(r => r.live.from === instant || r.live.to === instant)?.decision ?? null,
    undone: ruled
      .flatMap(({ live: { from, to } }) => (to == null ? [] : [{ from, to }]))
      .sort((a, b) => compare(a.to, b.to) || compare(a.from, b.from)),
    byDay: [...controls].sort((a, b) => compare(a.day, b.day) || compare(a.claim, b.claim)),
    byKnown: [...controls].sort(compareFacts),
    periodsByKnown,
    innerClaims: new Set(inner.flatMap(f => f.claims)),
    ofClaim,
    factOf: (claim, at) => ofClaim.get(claim)?.find(f => isLive(f, at)) ?? null,
    ofReport: groupBy(controls, f => f.report),
    periodAt: (day, instant) => {
      // What is believed at one instant does not overlap: the last line that began by then is the one, if it lasts.
      for (let i = firstAt(periodsByDay, p => p.validFrom > day) - 1; i >= 0; i--) {
        const p = periodsByDay[i]!;
        if (isBelieved(p, instant)) return coversDay(p, day) ? p : null;
      }
      return null;
    },
    disputed: claim => against.get(claim) ?? [],
    disputesBy: claim => joinSpans(against.get(claim) ?? [], from),
  };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The first index from which on a test holds; the length where it never does. */
export function firstAt<T>(list: readonly T[], test: (item: T) => boolean): number {
  let low = 0,
    high = list.length;
  while (low < high) {
    const mid = (low + high) >> 1;
    if (test(list[mid]!)) high = mid;
    else low = mid + 1;
  }
  return low;
}

/** The facts that became known after an instant, or at it, in known order; walked lazily. */
export function* knownFrom(one: PlaceCase, instant: Instant, { after = false } = {}): Generator<ControlFact> {
  const start = firstAt(one.byKnown, f => (after ? f.live.from > instant : f.live.from >= instant));
  for (let i = start; i < one.byKnown.length; i++) yield one.byKnown[i]!;
}

/** The lines that began to be believed after an instant, or at it, in known order; walked lazily. */
export function* believedFrom(
  one: PlaceCase,
  instant: Instant,
  { after = false } = {},
): Generator<ControlPeriod> {
  const start = firstAt(one.periodsByKnown, p => (after ? p.knownFrom > instant : p.knownFrom >= instant));
  for (let i = start; i < one.periodsByKnown.length; i++) yield one.periodsByKnown[i]!;
}

/** The first that passes a test. */
export function firstThat<T>(items: Iterable<T>, test: (item: T) => boolean): T | null {
  for (const item of items) if (test(item)) return item;
  return null;
}

/** `known`: lines believed before this instant are not all there, so that a stretch that reaches it has no known start. */
function joinSpans(
  periods: readonly ControlPeriod[],
  known: Instant,
): { from: Instant; to: Instant | null }[] {
  const out: { from: Instant; to: Instant | null }[] = [];
  const cut = periods.map(p => (p.knownFrom < known ? { ...p, knownFrom: '' } : p));
  for (const p of cut.sort((a, b) => (a.knownFrom < b.knownFrom ? -1 : 1))) {
    const last = out.at(-1);
    if (last != null && (last.to == null || last.to >= p.knownFrom)) {
      if (last.to != null && (p.knownTo == null || p.knownTo > last.to)) last.to = p.knownTo;
    } else out.push({ from: p.knownFrom, to: p.knownTo });
  }
  return out;
}

/** Facts whose day lies in a span, by binary search over those in order of their day. */
export function inDays(
  byDay: readonly ControlFact[],
  from: CalendarDate,
  to: CalendarDate,
): readonly ControlFact[] {
  const low = firstAt(byDay, f => f.day >= from);
  let end = low;
  while (end < byDay.length && byDay[end]!.day <= to) end++;
  return byDay.slice(low, end);
}

/** The stretch in which a claim stands against a disputed line, around an instant. */
export const disputeAt = (
  one: PlaceCase,
  claim: string,
  at: Instant,
): { readonly from: Instant; readonly to: Instant | null } | null =>
  one.disputesBy(claim).find(d => d.from <= at && (d.to == null || d.to > at)) ?? null;
