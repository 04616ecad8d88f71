import type { ControlEvent, Span } from '../../model/index.ts';
import type { ActorMention, PlaceMention } from '../annotations.ts';
import type { Frame } from './frame.ts';

/** What a frame found in a text, before it is attributed: one statement a trigger. */
export interface Statement {
  readonly frame: Frame;
  readonly event: ControlEvent;
  /** Token that evokes the frame; polarity, modality, time and speech are read from where it stands. */
  readonly trigger: number;
  readonly places: readonly PlaceMention[];
  readonly actors: readonly ActorMention[];
  readonly targets: readonly ActorMention[];
  readonly attributive: boolean;
  readonly span: Span;
  /** How each slot was filled, for `--explain`. */
  readonly rules: readonly string[];
}

/** A frame that was evoked but not read, and why; for `--explain`. */
export interface Rejected {
  readonly frame: string;
  readonly trigger: number;
  readonly why: string;
}
