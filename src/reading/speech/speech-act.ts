import type { Span } from '../../model/index.ts';

/**
 * One piece of reported speech. `source` is the token that heads the words for who speaks (null where nobody is named),
 * `to` the heads of those it was said to ("told AFP"), `passedOnBy` the heads of outlets that pass it on
 * ("Example Radio quoted him as saying"), `cites` the heads of those whom the speaker names for it. `content` holds the
 * spans of what was said. `tier` is `says` for statements, `holds` for wishes and judgements, which are nobody's word for
 * a fact.
 */
export interface SpeechAct {
  readonly cue: number | null;
  readonly cueSpan: Span | null;
  readonly verb: string;
  readonly tier: 'says' | 'holds';
  readonly source: number | null;
  readonly sourceSpan: Span | null;
  readonly to: readonly number[];
  readonly passedOnBy: readonly number[];
  readonly cites: readonly number[];
  readonly content: readonly Span[];
  readonly direct: boolean;
}

/** A run of tokens, half-open. */
export interface Run {
  readonly first: number;
  readonly last: number;
}
