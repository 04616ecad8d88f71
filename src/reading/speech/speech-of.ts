import type { Span, Speech } from '../../model/index.ts';
import type { Annotated } from '../annotations.ts';
import { findSpeech, quotationAt } from './find-speech.ts';

const pair = (s: Span): readonly [number, number] => [s.start, s.end];

/** The reported speech of a text in the form of the interface: source, cue and content as spans. */
export function speechOf(a: Annotated): Speech[] {
  return findSpeech(a.document)
    .filter(act => act.cueSpan != null && !quotationAt(a.document, act.cueSpan.start))
    .map(act => ({
      source: act.sourceSpan ? [pair(act.sourceSpan)] : [],
      cue: act.cueSpan ? [pair(act.cueSpan)] : [],
      content: act.content.map(pair),
    }));
}
