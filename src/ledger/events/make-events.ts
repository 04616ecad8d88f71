import { type CalendarDate, daysBetween, hashId, type LedgerEvent } from '../../model/index.ts';
import { classOf } from '../compare/say-control.ts';
import { type ControlFact, compareFacts, type EventFact, originAt } from '../facts/fact.ts';
import { groupBy } from '../group-by.ts';

type Happening = ControlFact | EventFact;

/** A taking told again so many days later is still the same one, unless the place changed hands between. */
const TAKING_DAYS = 10;
/** Anything else is one happening as long as no day passes between its days. */
const OTHER_DAYS = 1;

/** However long it goes on, what is told as one happening spans at most so many days. */
const SPAN_DAYS = 30;

/** An event with what is kept beside it: its group, and the first and last day that it was clustered by. */
export interface KeptEvent {
  readonly event: LedgerEvent;
  readonly group: string;
  readonly first: CalendarDate;
  readonly last: CalendarDate;
}

/** Analysts' rulings on events: claims that are one happening, and claims that are one of their own. */
export interface EventRulings {
  readonly merges: readonly (readonly string[])[];
  readonly splits: readonly (readonly string[])[];
}

/**
 * Events: claims, from any number of reports, that tell the same happening at one place, with the spread of their dates.
 * One kind of happening by one side on adjoining days, for a month at most, is one event, unless an analyst ruled otherwise. What was denied,
 * planned or only possible is none.
 */
export const makeEvents = (facts: readonly Happening[], rulings: EventRulings): LedgerEvent[] =>
  keepEvents(facts, rulings).map(k => k.event);

/** The same, with what is kept beside each. `startOf`: the first day from which on a group's facts are to be clustered. */
export function keepEvents(
  facts: readonly Happening[],
  rulings: EventRulings,
  startOf: (group: string) => CalendarDate = () => '',
): KeptEvent[] {
  const told = facts.filter(
    f => f.live.to == null && !f.denied && (f.modality === 'actual' || f.modality === 'past'),
  );
  const takings = told.filter(f => f.kind === 'control' && classOf(f.event) === 'take').sort(byDay);
  const groups = groupBy(told.sort(byDay), groupOf);
  const clusters = [...groups].flatMap(([group, list]) =>
    cluster(
      list.filter(f => f.day >= startOf(group)),
      takings,
    ),
  );
  return applyRulings(clusters, rulings)
    .map(keep)
    .sort((a, b) => compare(a.event.from ?? '', b.event.from ?? '') || (a.event.id < b.event.id ? -1 : 1));
}

const groupOf = (f: Happening): string => `${f.kind}/${classOf(f.event)}/${f.side ?? ''}`;
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const keep = (facts: readonly Happening[]): KeptEvent => {
  const days = facts.map(f => f.day).sort();
  return { event: toEvent(facts), group: groupOf(facts[0]!), first: days[0]!, last: days.at(-1)! };
};

const byDay = (a: Happening, b: Happening): number =>
  a.day < b.day ? -1 : a.day > b.day ? 1 : compareFacts(a, b);

function cluster(list: readonly Happening[], takings: readonly Happening[]): Happening[][] {
  const out: Happening[][] = [];
  let last: CalendarDate | null = null,
    first: CalendarDate = '';
  for (const f of list) {
    const isTaking = f.kind === 'control' && classOf(f.event) === 'take';
    const near =
      last != null &&
      daysBetween(last, f.earliest ?? f.day) <= (isTaking ? TAKING_DAYS : OTHER_DAYS) &&
      daysBetween(first, f.day) <= SPAN_DAYS &&
      !(isTaking && changedBetween(takings, f.side, last, f.day));
    if (near) out.at(-1)!.push(f);
    else {
      out.push([f]);
      first = f.day;
    }
    if (last == null || !near || f.day > last) last = f.day;
  }
  return out;
}

/** Whether another side took the place between two days. `takings` are in order of their day. */
function changedBetween(
  takings: readonly Happening[],
  side: string | null,
  from: CalendarDate,
  to: CalendarDate,
): boolean {
  let low = 0,
    high = takings.length;
  while (low < high) {
    const mid = (low + high) >> 1;
    if (takings[mid]!.day < from) low = mid + 1;
    else high = mid;
  }
  for (let i = low; i < takings.length && takings[i]!.day <= to; i++)
    if (takings[i]!.side != null && takings[i]!.side !== side) return true;
  return false;
}

/** Splits first, then merges: a merge of what was split is a later thought. */
function applyRulings(clusters: readonly Happening[][], { merges, splits }: EventRulings): Happening[][] {
  let all = clusters.map(c => [...c]);
  for (const claims of splits) {
    const own = new Set(claims);
    const parts = all.flatMap(c => c.filter(f => own.has(f.claim)));
    if (parts.length === 0) continue;
    all = [...all.map(c => c.filter(f => !own.has(f.claim))), parts].filter(c => c.length > 0);
  }
  for (const claims of merges) {
    const named = new Set(claims);
    const mine = all.filter(c => c.some(f => named.has(f.claim)));
    if (mine.length < 2) continue;
    all = [...all.filter(c => !mine.includes(c)), mine.flat()];
  }
  return all;
}

function toEvent(facts: readonly Happening[]): LedgerEvent {
  const sorted = [...facts].sort(compareFacts);
  const first = sorted[0]!;
  const dated = facts.filter(f => f.dated);
  const days = (dated.length > 0 ? dated : facts).flatMap(f => [f.earliest ?? f.day, f.day]).sort();
  const claims = [...new Set(sorted.map(f => f.claim))];
  return {
    id: hashId('e', [first.place, first.claim]),
    event: commonEvent(sorted),
    place: first.place,
    actor: sorted.find(f => f.side != null)?.side ?? null,
    from: days[0] ?? null,
    to: days.at(-1) ?? null,
    claims,
    reports: [...new Set(sorted.map(f => f.report))],
    origins: new Set(sorted.map(f => originAt(f, '\uffff'))).size,
  };
}

/** The word that most claims use; of those alike the first told. */
function commonEvent(facts: readonly Happening[]): string {
  const n = new Map<string, number>();
  for (const f of facts) n.set(f.event, (n.get(f.event) ?? 0) + 1);
  return [...n].sort((a, b) => b[1] - a[1])[0]![0];
}
