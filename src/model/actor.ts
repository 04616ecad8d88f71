import type { CalendarDate } from './time.ts';

/** ACLED's inter codes: the kind of an actor. */
export const ACTOR_KINDS = [
  'state-forces',
  'rebel-group',
  'political-militia',
  'identity-militia',
  'rioters',
  'protesters',
  'civilians',
  'external-forces',
  'international-body',
] as const;
export type ActorKind = (typeof ACTOR_KINDS)[number];

/** Another actor that the words could mean, with a probability. */
export interface ActorCandidate {
  readonly id: string;
  readonly score: number;
}

/**
 * An actor as the data file knows it. `id` is a slug, `x:<country>/<normalised name>` for one that the report makes known.
 * `side` is whom it fights for at the date asked about (an army, its police and its ministry are one side).
 */
export interface Actor {
  readonly id: string;
  readonly name: string;
  readonly kind: ActorKind;
  /** ISO 3166-1 alpha-2 of the country that it belongs to or mainly acts in; null for international bodies. */
  readonly country: string | null;
  readonly side: string;
  readonly from?: CalendarDate;
  readonly to?: CalendarDate;
}

/** An actor as a claim names it: `name` in the report's fullest words, `id` and `side` canonical. */
export interface ClaimActor {
  readonly id: string | null;
  readonly name: string;
  readonly side: string | null;
  readonly candidates?: readonly ActorCandidate[];
}
