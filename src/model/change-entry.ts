import type { Basis, Holder, Status } from './control.ts';
import type { Asker } from './ledger.ts';
import type { Instant } from './time.ts';

export const CHANGE_KINDS = ['control', 'discrepancy', 'report', 'decision'] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** How a place is held, as a change tells it. */
export interface Holding {
  readonly holder: Holder | null;
  readonly status: Status;
  readonly basis: Basis;
}

/** What an entry says, by its kind. No word of any report is in it, so that nothing has to be withheld. */
export type ChangeBody =
  | {
      readonly kind: 'control';
      readonly place: {
        readonly id: string;
        readonly name: string;
        readonly country: string | null;
        readonly lat: number | null;
        readonly lon: number | null;
      };
      /** From this day on it is held so; null: the record no longer says anything of the place. */
      readonly on: string | null;
      readonly before: Holding | null;
      readonly after: Holding | null;
      readonly claims: readonly string[];
      readonly sentence: string;
    }
  | {
      readonly kind: 'discrepancy';
      readonly discrepancy: string;
      readonly what: string;
      readonly places: readonly { readonly id: string; readonly name: string }[];
      readonly settled: boolean;
    }
  | {
      readonly kind: 'report';
      readonly report: string;
      readonly outlet: string | null;
      readonly claims: number;
    }
  | { readonly kind: 'decision'; readonly decision: string; readonly ruling: string };

/** One change of the record, in the order in which they were written. */
export interface ChangeEntry {
  readonly seq: number;
  /** When the record changed. */
  readonly at: Instant;
  readonly body: ChangeBody;
}

/** Which changes somebody wants: all, or those of kinds, places, actors (sides) or countries. */
export interface ChangeFilter {
  readonly kinds?: readonly ChangeKind[] | undefined;
  readonly places?: readonly string[] | undefined;
  readonly sides?: readonly string[] | undefined;
  readonly countries?: readonly string[] | undefined;
}

/** A filter spelt out: an empty list lets everything through. */
export interface FullChangeFilter {
  readonly kinds: readonly ChangeKind[];
  readonly places: readonly string[];
  readonly sides: readonly string[];
  readonly countries: readonly string[];
}

export interface ChangeQuery extends ChangeFilter {
  /** Those after this one, oldest first; left out, the newest, newest first. */
  readonly after?: number | undefined;
  /** Only those that tell of a day up to this one. */
  readonly at?: string | undefined;
  /** Only what the record said by this instant. */
  readonly knownAt?: string | undefined;
  readonly limit?: number | undefined;
}

/** Somebody's server that is told of changes. */
export interface Webhook extends FullChangeFilter {
  readonly id: string;
  readonly url: string;
  readonly made: Instant;
  readonly by: string;
  readonly enabled: boolean;
  /** Deliveries that wait for their (next) try, and those that were given up. */
  readonly waiting: number;
  readonly failed: number;
  readonly lastError: string | null;
}

/** Webhooks, for administrators. */
export interface Webhooks {
  list(by: Asker): Promise<Webhook[]>;
  /** Makes one; `secret`, which signs what is sent, is shown this once. */
  add(
    by: Asker,
    hook: ChangeFilter & { readonly url: string },
  ): Promise<Webhook & { readonly secret: string }>;
  remove(by: Asker, id: string): Promise<Webhook>;
  /** Tries again what was given up. */
  retry(by: Asker, id: string): Promise<Webhook>;
}
