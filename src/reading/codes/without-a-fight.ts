import type { Document } from '../../language/document.ts';

const UNFOUGHT =
  /without (?:a fight|(?:any )?resistance|fighting|firing|a shot|any (?:armed )?clash|(?:\w+ ){0,3}clashes)|(?:no|any|little) resistance|unopposed|after (?:[\p{L}\p{N}’'.-]+ ){1,9}(?:withdrew|pulled out|pulled back|had left|retreated)/iu;

/**
 * Whether the text says by a capture, in its sentence or the one after, that nobody resisted: ACLED then codes a non-violent
 * transfer of territory.
 */
export function isWithoutAFight(doc: Document, trigger: number): boolean {
  const at = doc.tokens[trigger]!.sentence;
  const here = doc.sentences[at]!;
  const next = doc.sentences[at + 1];
  const after = next && next.paragraph === here.paragraph ? next.end : here.end;
  const text = doc.text.slice(here.start, after);
  return UNFOUGHT.test(text) && !/(?:despite|fierce|heavy|stiff|strong) resistance/i.test(text);
}

const UNRESISTED =
  /\b(?:without|no|little|little or no|met (?:with )?no)\s+(?:(?:a|any|much|firing|single|meeting|facing|encountering|serious|real|significant|or no)\s+)*(?:fight|fighting|resistance|shots?|opposition|battle|struggle)\b|\bunopposed\b|\bunresisted\b|\bunchallenged\b|\bpeacefully\b|\bbloodlessly\b|\b(?:enter|occup|mov|took|take)\w*\b.{0,12}\b(?:the|a|an|its|their) (?:vacated|deserted|abandoned|emptied|empty|evacuated)\b/i;
const WITHOUT_SHOT =
  /^\W*(?:\w+ ){0,5}(?:without (?:firing|shooting|bloodshed|a (?:single )?shot)|not a (?:single )?shot)\b/i;
/** How many characters behind its words a statement may be said to have been without a fight. */
const BEHIND = 60;
/** What a sentence right behind says of how a place was entered: "Nobody fired." */
const NOBODY_FOUGHT =
  /^["“”‘’']?(?:(?:nobody|no one|no-one|not a (?:single )?(?:shot|bullet)|no shots?)\b[^.;]{0,30}?\b(?:fired|shooting|firing|resisted|fought)\b|(?:there (?:was|were) )?no (?:shots|resistance|fighting|battle)\b[^,;]{0,30}$)/i;

/**
 * Whether a statement itself tells that nobody resisted, by its own words, by what stands close behind them, or by the sentence
 * after it: such a taking is a handover (GOLD).
 * @param words the statement's own words
 * @param end where they end
 */
export function isToldUnresisted(doc: Document, trigger: number, words: string, end: number): boolean {
  const here = doc.sentences[doc.tokens[trigger]!.sentence]!;
  const behind = doc.text.slice(end, Math.min(here.end, end + BEHIND));
  if (UNRESISTED.test(words) || WITHOUT_SHOT.test(behind)) return true;
  const next = doc.sentences[here.index + 1];
  return (
    next !== undefined &&
    next.paragraph === here.paragraph &&
    NOBODY_FOUGHT.test(doc.text.slice(next.start, next.end).trim())
  );
}
