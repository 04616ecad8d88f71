import type { CalendarDate, ControlPeriod, Instant } from '../../model/index.ts';
import type { ControlFact, Fact, FigureFact, InnerFact } from '../facts/fact.ts';
import { groupBy, put } from '../group-by.ts';
import { coversDay, isBelieved } from '../views/status-at.ts';
import { saySide } from '../words/say-side.ts';
import type { Settled } from './found.ts';

/** The names that notes use. */
export interface Names {
  readonly side: (side: string) => string;
  readonly place: (id: string, written: string) => string;
}

/** Everything about one place that is compared: its facts, its periods, and ways to look things up in them. */
export interface PlaceCase {
  readonly place: string;
  readonly controls: readonly ControlFact[];
  readonly figures: readonly FigureFact[];
  readonly inner: readonly InnerFact[];
  readonly periods: readonly ControlPeriod[];
  readonly names: Names;
  /** Control facts in order of their day. */
  readonly byDay: readonly ControlFact[];
  /** Claims that a reading already found not to agree inside their report. */
  readonly innerClaims: ReadonlySet<string>;
  /** The line believed at an instant for a day. */
  periodAt(day: CalendarDate, instant: Instant): ControlPeriod | null;
  /** The known stretches, joined, in which a claim stands against a disputed line; in known order. */
  disputesBy(claim: string): readonly { readonly from: Instant; readonly to: Instant | null }[];
}

export function makeCase(
  place: string,
  facts: readonly Fact[],
  periods: readonly ControlPeriod[],
  names: Names,
): PlaceCase {
  const byKind = groupBy(facts, f => f.kind);
  const controls = (byKind.get('control') ?? []) as ControlFact[];
  const inner = (byKind.get('inner') ?? []) as InnerFact[];
  const against = new Map<string, ControlPeriod[]>();
  for (const p of periods) if (p.basis === 'disputed') for (const id of p.against) put(against, id, p);
  return {
    place,
    controls,
    figures: (byKind.get('figure') ?? []) as FigureFact[],
    inner,
    periods,
    names,
    byDay: [...controls].sort((a, b) =>
      a.day < b.day ? -1 : a.day > b.day ? 1 : a.claim < b.claim ? -1 : 1,
    ),
    innerClaims: new Set(inner.flatMap(f => f.claims)),
    periodAt: (day, instant) => periods.find(p => coversDay(p, day) && isBelieved(p, instant)) ?? null,
    disputesBy: claim => joinSpans(against.get(claim) ?? []),
  };
}

function joinSpans(periods: readonly ControlPeriod[]): { from: Instant; to: Instant | null }[] {
  const out: { from: Instant; to: Instant | null }[] = [];
  for (const p of [...periods].sort((a, b) => (a.knownFrom < b.knownFrom ? -1 : 1))) {
    const last = out.at(-1);
    if (last != null && (last.to == null || last.to >= p.knownFrom)) {
      if (last.to != null && (p.knownTo == null || p.knownTo > last.to)) last.to = p.knownTo;
    } else out.push({ from: p.knownFrom, to: p.knownTo });
  }
  return out;
}

/** What ended a dispute at an instant: the words that came then and bear on the line of a day, and what it says now. */
export function settledAt(
  one: PlaceCase,
  day: CalendarDate,
  instant: Instant,
  decision: string | null,
): Settled {
  const now = one.periodAt(day, instant);
  const fresh = one.controls.filter(f => f.live.from === instant && f.force === 'actual');
  const bearing = fresh.filter(f =>
    one.periods.some(p => p.knownFrom === instant && p.claims.includes(f.claim)),
  );
  const claims = (bearing.length > 0 ? bearing : fresh).map(f => f.claim);
  const holder = now?.holder == null ? 'nobody' : saySide(now.holder.name);
  const state = now?.status === 'contested' ? `contested, held by ${holder}` : `held by ${holder}`;
  return {
    claims: [...new Set(claims)].sort(),
    decision: claims.length === 0 ? decision : null,
    known: instant,
    note: `Since then the record says that it is ${state}${now?.basis === 'confirmed' ? ', confirmed by another origin' : ''}.`,
  };
}

/** The first instant after `since` at which another line than the disputed one began after `day`: what was disputed is past. */
export function overtakenAt(one: PlaceCase, day: CalendarDate, since: Instant): Settled | null {
  const next = one.periods
    .filter(
      p => p.knownFrom > since && p.validFrom > day && p.basis !== 'disputed' && p.status !== 'contested',
    )
    .sort((a, b) =>
      a.knownFrom < b.knownFrom ? -1 : a.knownFrom > b.knownFrom ? 1 : a.validFrom < b.validFrom ? -1 : 1,
    )[0];
  return next == null ? null : settledAt(one, next.validFrom, next.knownFrom, null);
}

/** Facts whose day lies in a span, by binary search over those in order of their day. */
export function inDays(
  byDay: readonly ControlFact[],
  from: CalendarDate,
  to: CalendarDate,
): readonly ControlFact[] {
  let low = 0,
    high = byDay.length;
  while (low < high) {
    const mid = (low + high) >> 1;
    if (byDay[mid]!.day < from) low = mid + 1;
    else high = mid;
  }
  let end = low;
  while (end < byDay.length && byDay[end]!.day <= to) end++;
  return byDay.slice(low, end);
}
