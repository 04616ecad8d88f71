import type { Actors } from '../actors/index.ts';
import type { Gazetteer } from '../gazetteer/index.ts';
import type { Instant } from '../model/index.ts';
import type { Reader } from '../reading/read.ts';
import type { KeptPlaces, Store } from '../store/index.ts';
import type { KnownDecisions } from './filing/known-decisions.ts';
import type { ReadingPool } from './reading-pool/pool.ts';
import type { Shapes } from './shapes/topology.ts';
import type { Remembered } from './views/remember.ts';

/** What need not be read from the store each time. */
export interface Cache {
  /** Decisions are only ever appended, so that they need not be loaded for each filing. */
  decisions: KnownDecisions | null;
  readonly rows: Remembered;
  readonly places: KeptPlaces;
  /** The order of those places, as of the last of them to change. */
  ranks: { readonly last: number; readonly of: ReadonlyMap<string, number> } | null;
}

/** A cache with nothing in it. */
export const emptyCache = (): Cache => ({
  decisions: null,
  rows: new Map(),
  places: { last: 0, of: new Map() },
  ranks: null,
});

/** What the use cases of a local ledger work with. Reader, gazetteer and actors are loaded when first asked for. */
export interface Context {
  readonly store: Store;
  /** The only clock. */
  readonly now: () => Instant;
  /** Views default to the last known date, not to today. */
  readonly demo: boolean;
  readonly reader: () => Promise<Reader>;
  /** Threads that read, where there are any; null: reports are read here. */
  readonly pool?: ReadingPool | null;
  /** Whether even a single report is read in a thread: something else is waited for here meanwhile. */
  readonly isServing?: boolean;
  /** Whether webhooks may go to addresses that are none of the open internet. */
  readonly webhooksInside?: boolean;
  readonly gazetteer: () => Gazetteer;
  readonly actors: () => Actors;
  readonly shapes: () => Shapes;
  readonly cache: Cache;
}

/** A value made when first asked for. */
export function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
