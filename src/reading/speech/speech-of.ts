import type { Document } from '../../language/document.ts';
import type { Span, Speech } from '../../model/index.ts';
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
  return act.tier === 'says' || !words.some(t => t.upos === 'PART' && t.lower === 'to');
}

/** The reported speech of a text in the form of the interface: source, cue and content as spans. */
export function speechOf(a: Annotated): Speech[] {
  return findSpeech(a.document)
    .filter(
      act => act.cueSpan != null && !quotationAt(a.document, act.cueSpan.start) && isSaid(a.document, act),
    )
    .map(act => ({
      source: act.sourceSpan ? [pair(act.sourceSpan)] : [],
      cue: act.cueSpan ? [pair(act.cueSpan)] : [],
      content: act.content.map(pair),
    }));
}
