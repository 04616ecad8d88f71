import { describeSource } from './actors/index.ts';
import type { Annotated } from './annotations.ts';
import { controlClaims } from './claims/control-claims.ts';
import { countClaims } from './claims/count-claims.ts';
import type { Drafted } from './claims/drafted.ts';
import { eventClaims } from './claims/event-claims.ts';
import { exceptions } from './claims/exceptions.ts';
import { figureClaims } from './claims/figure-claims.ts';
import { plainDenials } from './claims/plain-denials.ts';
import { withdrawals } from './claims/withdrawals.ts';
import { loadLexicon } from './frames/frame.ts';
import { matchFrames } from './frames/match.ts';
import { Attributor, type DescribeSource } from './speech/attribute.ts';
import { findSpeech } from './speech/find-speech.ts';

const lexicon = loadLexicon();

/** A frame that was evoked and turned down; `start` counts into the text (or title) it was found in. */
export interface RejectedFrame {
  readonly frame: string;
  readonly words: string;
  readonly start: number;
  readonly why: string;
}

export interface Collected {
  readonly claims: readonly Drafted[];
  readonly rejected: readonly RejectedFrame[];
}

/** The head of the last words, before a pronoun, for the actor that it stands for. */
function antecedent(a: Annotated, pronoun: number): number | null {
  const entity = a.actors.find(m => m.how === 'pronoun' && m.head === pronoun)?.entity;
  if (entity === undefined) return null;
  return (
    a.actors.findLast(m => m.entity === entity && m.how !== 'pronoun' && m.last <= pronoun)?.head ?? null
  );
}

/** What a text's words for its sources say, worked out once for the same words. */
function describing(a: Annotated): DescribeSource {
  const known = new Map<string, ReturnType<DescribeSource>>();
  return phrase => {
    const { name, words, span, around } = phrase;
    const key = [span.start, span.end, around.start, around.end, name, words].join('|');
    const had = known.get(key);
    if (had) return had;
    const told = describeSource(a, phrase);
    known.set(key, told);
    return told;
  };
}

/** All claims of one annotated text: control, events, counts, figures, each with its scope, time and chain of attribution. */
export function collectClaims(a: Annotated): Collected {
  const attributor = new Attributor(
    a.document,
    findSpeech(a.document),
    describing(a),
    pronoun => antecedent(a, pronoun),
    a.context.outlet ?? null,
  );
  const { statements, withoutPlace, rejected } = matchFrames(a, lexicon);
  const control = controlClaims(a, statements, attributor);
  return {
    claims: [
      ...control,
      ...plainDenials(a, control, attributor),
      ...exceptions(a, control),
      ...eventClaims(a, attributor, control),
      ...withdrawals(a, withoutPlace, attributor),
      ...countClaims(a, attributor),
      ...figureClaims(a, attributor),
    ],
    rejected: rejected.map(r => ({
      frame: r.frame,
      words: a.document.tokens[r.trigger]!.text,
      start: a.document.tokens[r.trigger]!.start,
      why: r.why,
    })),
  };
}
