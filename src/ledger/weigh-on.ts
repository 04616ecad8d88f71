import {
  addDays,
  type CalendarDate,
  type ControlPeriod,
  type FigureSeries,
  type Instant,
} from '../model/index.ts';
import { comparePlace } from './compare/compare-place.ts';
import type { Kept } from './compare/found.ts';
import type { LedgerRulings } from './decisions/rulings.ts';
import type { KeptEvent } from './events/make-events.ts';
import type { Fact, FigureFact } from './facts/fact.ts';
import { type Reach, reachOfFacts } from './facts/fact-days.ts';
import { makeSeries, seriesOf } from './figures/series.ts';
import type { Checkpoint, Folding } from './fold/fold-place.ts';
import { eventsOf, foldFacts, type Naming, namesOf } from './weigh-place.ts';

/** What is kept of one place, asked for in parts. Facts are those after the change, findings those before it. */
export interface PlaceMemory {
  /** Facts that came to be known, or count no longer, at an instant or later. */
  factsKnownFrom(instant: Instant): Promise<readonly Fact[]>;
  /** Facts that bear on a day or a later one. */
  factsFrom(day: CalendarDate): Promise<readonly Fact[]>;
  factsOfClaims(claims: readonly string[]): Promise<readonly Fact[]>;
  factsOfSeries(ids: readonly string[]): Promise<readonly Fact[]>;
  /** The last checkpoint of a day or an earlier one, at which all was known before an instant. */
  checkpoint(day: CalendarDate, before: Instant): Promise<Checkpoint | null>;
  /** Lines believed at an instant or later that end after a day, or cover one of some days. */
  periods(
    from: Instant,
    after: CalendarDate,
    days: readonly CalendarDate[],
  ): Promise<readonly ControlPeriod[]>;
  /** Discrepancies known before an instant that stood then, and on which words of a day or later may bear. */
  open(before: Instant, from: CalendarDate): Promise<readonly Kept[]>;
  /** Of some ids, those known before an instant. */
  keptOf(ids: readonly string[], before: Instant): Promise<readonly Kept[]>;
  /** Events whose last day is a day or later. */
  eventsFrom(day: CalendarDate): Promise<readonly KeptEvent[]>;
}

/** What a change makes of one place: what is to be put in the place of what. */
export interface Weighed {
  /** Lines believed at this instant or later, of first days from `firstLine` on, are these. */
  readonly instant: Instant;
  readonly firstLine: CalendarDate;
  readonly periods: readonly ControlPeriod[];
  /** Checkpoints of days after this are these. */
  readonly base: CalendarDate;
  readonly checkpoints: readonly Checkpoint[];
  /** Discrepancies known since the instant, and these, are these. */
  readonly kept: readonly Kept[];
  readonly eventsGone: readonly string[];
  readonly events: readonly KeptEvent[];
  readonly figuresGone: readonly string[];
  readonly figures: readonly FigureSeries[];
}

/**
 * Weighs on from what is kept of a place, where the facts of some reports were `before` and are `after`. What comes out is
 * what weighing all of the place's facts would make of it; what is looked at is what lies near in time to what changed.
 * Null where what is kept does not agree with the facts: weigh the place from the beginning then.
 */
export async function weighOn(
  place: string,
  changed: readonly Fact[],
  memory: PlaceMemory,
  rulings: LedgerRulings,
  naming: Naming,
): Promise<Weighed | null> {
  const instant = changed.map(f => f.live.from).reduce((a, b) => (b < a ? b : a));
  // What a ruling settled is looked at again when it is undone: with all that is known of the place.
  if (rulings.ruled.get(place)?.some(r => r.live.to != null && r.live.to >= instant)) return null;
  const reach = reachOfFacts([...changed, ...(await memory.factsKnownFrom(instant))], instant);
  const base = await memory.checkpoint(reach.folded, instant);
  const near = await memory.factsFrom(
    base == null || base.day < reach.first ? (base?.day ?? '') : reach.first,
  );
  const open = await memory.open(instant, reach.first);
  const mine = await memory.factsOfClaims(open.flatMap(k => k.discrepancy.claims));
  const folded = await fold(place, { base, near, mine, reach }, memory, rulings, naming);
  if (folded == null) return null;
  const { folding, lines } = folded;
  const disputed = folding.periods
    .filter(p => p.basis === 'disputed')
    .flatMap(p => [...p.claims.slice(0, 1), ...p.against]);
  const facts = unite(near, mine, await memory.factsOfClaims([...new Set(disputed)]));
  const compare = (earlier: readonly Kept[]): Kept[] =>
    comparePlace({ place, facts, periods: lines, rulings, names: namesOf(naming), from: instant, earlier });
  let kept = compare(open);
  const ids = new Set(open.map(k => k.discrepancy.id));
  const again = await memory.keptOf(
    kept.map(k => k.discrepancy.id).filter(id => !ids.has(id)),
    instant,
  );
  if (again.length > 0) kept = compare([...open, ...again]);
  return {
    instant,
    firstLine: folding.firstLine,
    periods: folding.periods,
    base: base?.day ?? '',
    checkpoints: folding.checkpoints,
    kept,
    ...(await weighEvents(changed, memory, rulings)),
    ...(await weighFigures(changed, memory)),
  };
}

/** The same facts once, however they were found. */
function unite(...lists: readonly (readonly Fact[])[]): Fact[] {
  const byText = new Map<string, Fact>();
  const [near = [], ...others] = lists;
  const claims = new Set(others.flat().map(claimOf));
  const out = [...near];
  for (const f of near) if (claims.has(claimOf(f))) byText.set(JSON.stringify(f), f);
  for (const f of others.flat()) {
    const text = JSON.stringify(f);
    if (!byText.has(text)) out.push(f);
    byText.set(text, f);
  }
  return out;
}

const claimOf = (f: Fact): string => (f.kind === 'inner' ? (f.claims[0] ?? '') : f.claim);

async function fold(
  place: string,
  known: { base: Checkpoint | null; near: readonly Fact[]; mine: readonly Fact[]; reach: Reach },
  memory: PlaceMemory,
  rulings: LedgerRulings,
  naming: Naming,
): Promise<{ folding: Folding; lines: readonly ControlPeriod[] } | null> {
  const { base, near, mine, reach } = known;
  const days = mine.flatMap(f => (f.kind === 'control' ? [f.day] : []));
  const first = [reach.first, ...(base == null ? [''] : [base.day, ...base.firstLines])].reduce((a, b) =>
    b < a ? b : a,
  );
  const was = await memory.periods(reach.instant, first, [...new Set(days)]);
  const before = new Map(was.filter(p => p.knownFrom < reach.instant).map(p => [p.validFrom, p]));
  const folding = foldFacts(place, near, rulings, naming, {
    instant: reach.instant,
    base,
    lineFrom: day => before.get(day) ?? null,
  });
  if (folding == null) return null;
  const untouched = was.filter(p => p.validFrom < folding.firstLine);
  return { folding, lines: [...untouched, ...folding.periods] };
}

/** Takings told so many days after another are still the same happening, and one spans a month at most. */
const GAP_DAYS = 11;
const SPAN_DAYS = 42;

async function weighEvents(
  changed: readonly Fact[],
  memory: PlaceMemory,
  rulings: LedgerRulings,
): Promise<Pick<Weighed, 'events' | 'eventsGone'>> {
  const days = changed.flatMap(f => (f.kind === 'control' || f.kind === 'event' ? [f.day] : []));
  if (days.length === 0) return { events: [], eventsGone: [] };
  const ruled = [...rulings.events.merges, ...rulings.events.splits].flat();
  const isRuled = ruled.length > 0 && (await memory.factsOfClaims(ruled)).length > 0;
  const first = isRuled ? '' : days.reduce((a, b) => (b < a ? b : a));
  const near = await memory.eventsFrom(isRuled ? '' : addDays(first, -SPAN_DAYS));
  const starts = startsOf(near, first);
  const startOf = (group: string): CalendarDate => starts.get(group) ?? first;
  const gone = near.filter(k => k.last >= startOf(k.group));
  const from = [first, ...starts.values()].reduce((a, b) => (b < a ? b : a));
  const facts = await memory.factsFrom(isRuled ? '' : addDays(from, -GAP_DAYS));
  return { eventsGone: gone.map(k => k.event.id), events: eventsOf(facts, rulings, startOf) };
}

/** The first day of the first event of each group that something of a day or later may bear on. */
function startsOf(near: readonly KeptEvent[], first: CalendarDate): Map<string, CalendarDate> {
  const starts = new Map<string, CalendarDate>();
  if (first === '') return starts;
  // From the last on: an event that ends on the day on which the next one starts goes with it.
  for (const k of [...near].sort((a, b) => (a.last > b.last ? -1 : 1))) {
    const start = starts.get(k.group) ?? first;
    const bears = k.last >= addDays(first, -GAP_DAYS) || k.last >= start;
    if (bears && k.first < start) starts.set(k.group, k.first);
  }
  return starts;
}

async function weighFigures(
  changed: readonly Fact[],
  memory: PlaceMemory,
): Promise<Pick<Weighed, 'figures' | 'figuresGone'>> {
  const ids = [...new Set(changed.filter((f): f is FigureFact => f.kind === 'figure').map(seriesOf))];
  if (ids.length === 0) return { figures: [], figuresGone: [] };
  const facts = await memory.factsOfSeries(ids);
  return {
    figuresGone: ids,
    figures: makeSeries(facts.filter((f): f is FigureFact => f.kind === 'figure')),
  };
}
