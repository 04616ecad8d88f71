import type { ClaimActor } from './actor.ts';
import type { ClaimPlace } from './place.ts';
import type { ClaimTime } from './time.ts';

export type MentionKind = 'place' | 'actor' | 'person' | 'organisation' | 'time' | 'quantity';

/** A span that names a place, actor, person, organisation, time or quantity. Offsets count into the text as it came in. */
export interface Mention {
  readonly kind: MentionKind;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly place?: ClaimPlace | null;
  readonly actor?: ClaimActor | null;
  readonly time?: ClaimTime | null;
  readonly quantity?: { readonly min: number | null; readonly max: number | null } | null;
}

/** One piece of reported speech: who (source), by which words (cue), what (content), each as spans `[start, end]`. */
export interface Speech {
  readonly source: readonly (readonly [number, number])[];
  readonly cue: readonly (readonly [number, number])[];
  readonly content: readonly (readonly [number, number])[];
}
