import type { Document } from '../../language/document.ts';
import { covers, type Span, type Speech } from '../../model/index.ts';
import type { Annotated } from '../annotations.ts';
import { SAY } from './cues.ts';
import { findSpeech, quotationAt } from './find-speech.ts';
import type { SpeechAct } from './speech-act.ts';

const pair = (s: Span): readonly [number, number] => [s.start, s.end];

const MODAL = /^(?:will|would|may|might|should|shall|'ll|’ll|wo)$/;

/** Whether a wish or judgement is told as somebody's, and not as what he may come to, or to make others do. */
function isSaid(doc: Document, act: SpeechAct): boolean {
  if (act.cue === null) return true;
  const words = (doc.children[act.cue] ?? []).map(c => doc.tokens[c]!);
  const modal = words.some(t => t.upos === 'AUX' && MODAL.test(t.lower));
  if (modal && !SAY.has(act.verb)) return false;
  if (act.tier === 'says') return true;
  // "a city that supports the rules": a quality, not what somebody says
  const quality = /^acl/.test(doc.tokens[act.cue]!.deprel);
  return !quality && !words.some(t => t.upos === 'PART' && t.lower === 'to');
}

/** Verbs that a text tells what somebody says by, and not only within what another one says. */
const OWN_CLAUSE = /^(?:root|parataxis)$/;

/**
 * "The mayor said she expects more": what she expects is in what she said, and told as hers by that alone. Where the verb
 * has a clause of its own, the other one's words were taken too far.
 */
const isToldByAnother = (doc: Document, act: SpeechAct, acts: readonly SpeechAct[]): boolean =>
  act.cueSpan !== null &&
  act.cue !== null &&
  !OWN_CLAUSE.test(doc.tokens[act.cue]!.deprel) &&
  acts.some(
    other =>
      other.cueSpan !== null &&
      other.cueSpan.start !== act.cueSpan!.start &&
      !act.content.some(c => covers(c, other.cueSpan!)) &&
      other.content.some(c => covers(c, act.cueSpan!) && (!act.sourceSpan || covers(c, act.sourceSpan))),
  );

/** The reported speech of a text in the form of the interface: source, cue and content as spans. */
export function speechOf(a: Pick<Annotated, 'document'>): Speech[] {
  const doc = a.document;
  const acts = findSpeech(doc);
  return acts
    .filter(act => act.cueSpan !== null && !quotationAt(doc, act.cueSpan.start))
    .filter(act => isSaid(doc, act) && !isToldByAnother(doc, act, acts))
    .map(act => ({
      source: act.sourceSpan ? [pair(act.sourceSpan)] : [],
      cue: act.cueSpan ? [pair(act.cueSpan)] : [],
      content: act.content.map(pair),
    }));
}
