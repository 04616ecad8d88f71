import type { Document } from '../../language/index.ts';
import type { ControlEvent, Span } from '../../model/index.ts';
import type { Frame } from './frame.ts';

const UNRESISTED =
  /\b(?:without|no|little|little or no|met (?:with )?no)\s+(?:(?:a|any|much|firing|single|meeting|facing|encountering|serious|real|significant|or no)\s+)*(?:fight|fighting|resistance|shots?|opposition|battle|struggle)\b|\bunopposed\b|\bunresisted\b|\bunchallenged\b|\bpeacefully\b|\bbloodlessly\b|\b(?:enter|occup|mov|took|take)\w*\b.{0,12}\b(?:the|a|an|its|their) (?:vacated|deserted|abandoned|emptied|empty|evacuated)\b/i;

const WITHOUT_SHOT =
  /^\W*(?:\w+ ){0,5}(?:without (?:firing|shooting|bloodshed|a (?:single )?shot)|not a (?:single )?shot)\b/i;
/** How many characters behind its words a statement may be said to have been without a fight. */
const BEHIND = 60;

/** What a sentence right behind says of how a place was entered: "Nobody fired." */
const NOBODY_FOUGHT =
  /^["“”‘’']?(?:(?:nobody|no one|no-one|not a (?:single )?(?:shot|bullet)|no shots?)\b[^.;]{0,30}?\b(?:fired|shooting|firing|resisted|fought)\b|(?:there (?:was|were) )?no (?:shots|resistance|fighting|battle)\b[^,;]{0,30}$)/i;

const nobodyFought = (doc: Document, trigger: number): boolean => {
  const at = doc.tokens[trigger]!.sentence;
  const here = doc.sentences[at]!;
  const next = doc.sentences[at + 1];
  return (
    next !== undefined &&
    next.paragraph === here.paragraph &&
    NOBODY_FOUGHT.test(doc.text.slice(next.start, next.end).trim())
  );
};

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
  const ends = doc.sentences[t.sentence]!.end;
  const words = `${doc.text.slice(span.start, span.end)} ${predicate}`;
  const behind = doc.text.slice(span.end, Math.min(ends, span.end + BEHIND));
  if (
    (frame.event === 'capture' || frame.event === 'enter') &&
    (UNRESISTED.test(words) || WITHOUT_SHOT.test(behind) || nobodyFought(doc, trigger))
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
