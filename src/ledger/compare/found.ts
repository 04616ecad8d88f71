import {
  type CalendarDate,
  type Discrepancy,
  type DiscrepancyKind,
  hashId,
  type Instant,
} from '../../model/index.ts';
import type { KnownInterval } from '../statements/statement.ts';

/** What settled a discrepancy. */
export type Settled = NonNullable<Discrepancy['settledBy']>;

/**
 * How a discrepancy was found and what can settle it. It is kept with it, so that a later filing need only look whether what
 * is new settles it, and not find it again.
 */
export interface Trail {
  readonly by: 'inner' | 'denial' | 'hold' | 'takings' | 'dates' | 'repeated' | 'figures';
  /** No word dated after this day bears on it; null: any may. */
  readonly until: CalendarDate | null;
  /** Whether the record disputed a line by it when it was found. */
  readonly disputed: boolean;
  /** For text repeated: the side that has held the place since. */
  readonly side: string | null;
}

/** A discrepancy with what is kept beside it; null for those of sets, which are found anew each time. */
export interface Kept {
  readonly discrepancy: Discrepancy;
  readonly trail: Trail | null;
}

/** A discrepancy as it was found: what it stands on is fixed then; later words can only settle it. */
export interface Found {
  readonly kind: DiscrepancyKind;
  readonly places: readonly string[];
  readonly reports: readonly string[];
  readonly claims: readonly string[];
  readonly note: string;
  readonly knownSince: Instant;
  readonly settled: Settled | null;
  /** What settled it until a ruling was undone: see `settleOn`. */
  readonly undone?: readonly Undone[];
  readonly trail?: Trail;
}

/** What settled a discrepancy, and until when. */
export type Undone = NonNullable<Discrepancy['undone']>[number];

/** What was found, and was not settled at an instant. */
export const stands = (f: Found, at: Instant): boolean =>
  f.knownSince <= at &&
  (f.settled == null || f.settled.known > at) &&
  f.undone?.some(u => u.known <= at && at < u.until) !== true;

/** A ruling that settled a discrepancy, until it was undone. */
export interface Settlement {
  readonly decision: string;
  readonly known: Instant;
  readonly until: Instant | null;
}

/** Discrepancies that analysts settled, with the rulings that did, by discrepancy id. */
export type Rulings = ReadonlyMap<string, readonly Settlement[]>;

/** Anything that a discrepancy stands on. */
interface Standing {
  readonly live: KnownInterval;
  readonly endedBy: string | null;
}

/** The end of what cannot be said without all of `needed`: the first of them that counts no longer. */
export function endOf(needed: readonly Standing[]): Settled | null {
  const ends = needed.filter(s => s.live.to != null).sort((a, b) => (a.live.to! < b.live.to! ? -1 : 1));
  const first = ends[0];
  if (first == null) return null;
  const note =
    first.endedBy == null
      ? 'A later version of the report no longer says it.'
      : 'A decision changed a claim that it stood on.';
  return { claims: [], decision: first.endedBy, known: first.live.to!, note };
}

/** The settlement that came first. */
export const firstOf = (settled: readonly (Settled | null)[]): Settled | null =>
  settled
    .filter(s => s != null)
    .sort((a, b) =>
      a.known < b.known
        ? -1
        : a.known > b.known
          ? 1
          : Number(b.decision != null) - Number(a.decision != null),
    )[0] ?? null;

/**
 * Discrepancies with their ids, in the order in which they became known; an analyst's ruling settles what still stood.
 * `earlier` were found before and have their ids.
 */
export function finish(
  found: readonly Found[],
  rulings: Rulings,
  earlier: readonly { readonly id: string; readonly found: Found }[] = [],
): Kept[] {
  const sorted = [...found].sort(
    (a, b) => compare(a.knownSince, b.knownSince) || compare(keyOf(a), keyOf(b)),
  );
  const made = new Map<string, Kept>();
  for (const { id, found: one } of earlier) made.set(id, keep(id, one, rulings));
  for (const one of sorted) {
    let id = hashId('x', [one.kind, ...one.claims]);
    const last = made.get(id)?.discrepancy;
    // A claim changed in what does not matter here (its origin, its place merged): the same discrepancy goes on.
    const goesOn = last?.settledBy != null && last.settledBy.known >= one.knownSince;
    if (last != null && !goesOn) {
      if (last.settledBy == null) continue;
      id = hashId('x', [one.kind, ...one.claims, one.knownSince]);
    }
    const kept = keep(id, one, rulings);
    made.set(
      id,
      goesOn
        ? {
            ...kept,
            discrepancy: discrepancyOf(id, foundOf(last), { ...one, undone: last.undone ?? [] }, rulings),
          }
        : kept,
    );
  }
  return [...made.values()];
}

function keep(id: string, one: Found, rulings: Rulings): Kept {
  const { settled: _, undone: __, trail = null, ...rest } = one;
  return { discrepancy: discrepancyOf(id, rest, one, rulings), trail };
}

const foundOf = ({
  settledBy: _,
  undone: __,
  ...found
}: Discrepancy): Omit<Discrepancy, 'settledBy' | 'undone'> => found;

/** What was found, with what settled it first of what still does, and what settled it before that and was undone. */
function discrepancyOf(
  id: string,
  found: Omit<Discrepancy, 'id' | 'settledBy' | 'undone'>,
  { settled, undone = [] }: Pick<Found, 'settled' | 'undone'>,
  rulings: Rulings,
): Discrepancy {
  const ruled = rulings.get(id) ?? [];
  const settledBy = firstOf([settled, ...ruled.filter(r => r.until == null).map(settledByRuling)]);
  const taken = ruled
    .filter(r => !undone.some(u => u.decision === r.decision && u.known === r.known))
    .flatMap(r => (r.until == null ? [] : [{ ...settledByRuling(r), until: r.until }]));
  return withSettled({ ...found, id }, settledBy, [...undone, ...taken]);
}

/** A discrepancy with what settles it; of what was undone, what settled it before that. */
export function withSettled(
  found: Omit<Discrepancy, 'settledBy' | 'undone'>,
  settledBy: Settled | null,
  undone: readonly Undone[],
): Discrepancy {
  const before = undone.filter(u => settledBy == null || u.known < settledBy.known);
  return {
    ...found,
    settledBy,
    ...(before.length === 0
      ? {}
      : { undone: before.sort((a, b) => compare(a.known, b.known) || compare(a.until, b.until)) }),
  };
}

const settledByRuling = ({ decision, known }: Settlement): Settled => ({
  claims: [],
  decision,
  known,
  note: 'Settled by an analyst.',
});

const keyOf = (f: Found): string => [f.kind, ...f.claims].join('\u001f');
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Things each once, in the order in which they came. */
export const unique = <T>(items: readonly T[]): T[] => [...new Set(items)];
