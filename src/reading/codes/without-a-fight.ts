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
