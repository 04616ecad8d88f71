import type { ClaimDraft } from '../../model/index.ts';

/** A claim before it has its id, with what made it and whether the text tells it as still going on. */
export interface Drafted {
  readonly draft: ClaimDraft;
  /** For `--explain`: the slots that were filled, and what changed polarity or modality. */
  readonly rules: readonly string[];
  readonly ongoing: boolean;
  /** How far from the front of the story it stands, 0 for the lead's own verb: for which claim ACLED would code. */
  readonly prominence?: number;
}
