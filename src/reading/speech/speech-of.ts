import type { Document } from '../../language/document.ts';
import type { Span, Speech } from '../../model/index.ts';
import type { Annotated } from '../annotations.ts';
import { coordinated } from './attribute.ts';
import { findSpeech, type SpeechAct, subtree } from './find-speech.ts';

const pair = (s: Span): readonly [number, number] => [s.start, s.end];

function sourceSpan(doc: Document, act: SpeechAct): readonly [number, number][] {
  if (act.source == null) return [];
  const heads = coordinated(doc, act.source);
  const run = subtree(
    doc,
    act.source,
    t =>
      (['acl:relcl', 'parataxis', 'advcl', 'ccomp'].includes(t.deprel) && !heads.includes(t.index)) ||
      t.index === act.cue ||
      (t.deprel === 'case' && t.head === act.source) ||
      (t.upos === 'PUNCT' && t.head === act.source && t.index > act.source!),
  );
  return [[doc.tokens[run.first]!.start, doc.tokens[run.last - 1]!.end]];
}

/** The reported speech of a text in the form of the interface: source, cue and content as spans. */
export function speechOf(a: Annotated): Speech[] {
  return findSpeech(a.document)
    .filter(act => act.cueSpan != null)
    .map(act => ({
      source: sourceSpan(a.document, act),
      cue: act.cueSpan ? [pair(act.cueSpan)] : [],
      content: act.content.map(pair),
    }));
}
