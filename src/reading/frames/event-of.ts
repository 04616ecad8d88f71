import type { Document } from '../../language/index.ts';
import type { ControlEvent, Span } from '../../model/index.ts';
import { isToldUnresisted } from '../codes/without-a-fight.ts';
import type { Frame } from './frame.ts';

/** The event of a frame, by what else its clause says: taken without a fight, taken again. */
export function eventOf(
  doc: Document,
  frame: Frame,
  trigger: number,
  span: Span,
  rules: string[],
): ControlEvent {
  const t = doc.tokens[trigger]!;
  const predicate = t.deprel.startsWith('nsubj') ? doc.tokens[t.head]!.text : '';
  const words = `${doc.text.slice(span.start, span.end)} ${predicate}`;
  if (
    (frame.event === 'capture' || frame.event === 'enter') &&
    isToldUnresisted(doc, trigger, words, span.end)
  ) {
    rules.push('without a fight');
    return 'handover';
  }
  if (frame.whenSince && isSince(doc, trigger)) {
    rules.push('since then');
    return frame.whenSince;
  }
  if (frame.whenGoingOn && isGoingOn(doc, trigger)) {
    rules.push('going on');
    return frame.whenGoingOn;
  }
  const again =
    frame.event === 'capture' &&
    (doc.children[trigger] ?? []).some(c => ['back', 'again'].includes(doc.tokens[c]!.lower));
  const prefixed =
    frame.event === 'capture' &&
    /^re-?$/.test(doc.tokens[trigger - 2]?.lower ?? '') &&
    doc.tokens[trigger - 1]?.text === '-';
  if (again || prefixed) rules.push('held before');
  return again || prefixed ? 'recapture' : frame.event;
}

/** "have occupied the town since August": it goes on. */
const isSince = (doc: Document, trigger: number): boolean => {
  const kids = (doc.children[trigger] ?? []).map(c => doc.tokens[c]!);
  return (
    kids.some(k => k.lemma === 'have' || /^(?:has|have|had|ve|[’']ve)$/.test(k.lower)) &&
    kids.some(k => (doc.children[k.index] ?? []).some(c => /^(?:since|for)$/.test(doc.tokens[c]!.lower)))
  );
};

/** "is being cleared", "are clearing": not done yet (GOLD.md: mopping up is fighting). */
const isGoingOn = (doc: Document, trigger: number): boolean => {
  const kids = (doc.children[trigger] ?? []).map(c => doc.tokens[c]!);
  return (
    kids.some(k => k.lower === 'being') ||
    (doc.tokens[trigger]!.xpos === 'VBG' && kids.some(k => /^(?:is|are|was|were|be)$/.test(k.lower)))
  );
};
