import type { Document } from '../../language/index.ts';
import type { Annotated } from '../annotations.ts';
import type { Drafted } from './drafted.ts';
import { change } from './sides.ts';

const REPORTS =
  /^(?:reports?|claims?|rumou?rs?|allegations?|assertions?|suggestions?|news|talk|word|information)$/;
const DENIES =
  /^(?:den(?:y|ies|ied|ying)|dismiss(?:es|ed|ing)?|reject(?:s|ed|ing)?|refut(?:e|es|ed|ing)|disput(?:e|es|ed|ing)|rebut(?:s|ted|ting)?|debunk(?:s|ed|ing)?|ridicul(?:e|es|ed|ing))$/;
const CALLS = /^(?:call|brand|describe|label|term|dub)(?:s|ed|led|d|ling|ing)?$/;
const FALSE =
  /^(?:false|untrue|fake|fabricat\w*|baseless|unfounded|groundless|incorrect|wrong|inaccurate|lies|lie|propaganda|disinformation|misinformation|nonsense|rumou?rs|misleading|bogus)$/;
/** Words between "are" and what is said of the reports. */
const ADVERB =
  /^(?:all|just|simply|completely|totally|entirely|absolutely|pure|mere|merely|as|a|an|"|“|not)$/;
/** How many words may stand between the judgement and the reports that it judges. */
const NEAR = 8;

/**
 * "Reports that the town had fallen are false", "denied reports that …", "no truth to rumours that …": what the reports say is
 * denied by whose word the sentence is.
 */
export const byDeniedReports = ({ document }: Annotated, claims: readonly Drafted[]): Drafted[] =>
  claims.map(d => {
    const { draft } = d;
    if (draft.kind !== 'control' || draft.polarity === 'denied' || draft.attributive) return d;
    const judged = judgedFalse(document, draft.quote.start, draft.quote.end);
    if (judged === null || draft.modality === 'planned') return d;
    const { acled: _acled, ...rest } = draft;
    return change({ ...d, draft: rest, ongoing: false }, { polarity: 'denied' }, `denied: ${judged}`);
  });

/** The words by which reports round a stretch of text are said to be false; null where none are. */
function judgedFalse(doc: Document, start: number, end: number): string | null {
  const inside = doc.tokens.findIndex(t => t.end > start);
  if (inside < 0) return null;
  const sentence = doc.sentences[doc.tokens[inside]!.sentence]!;
  const word = (i: number): string => (i >= sentence.first && i < sentence.last ? doc.tokens[i]!.lower : '');
  const reports = reportsBefore(doc, inside, sentence.first);
  if (reports === null) return null;
  for (let i = reports - 1; i >= Math.max(sentence.first, reports - NEAR); i--) {
    if (/^[;:.]$/.test(word(i))) break;
    if (DENIES.test(word(i)) && !isNegated(word, i)) return `${word(i)} ${word(reports)}`;
    if (word(i) === 'truth' && word(i - 1) === 'no') return `no truth to ${word(reports)}`;
  }
  let behind = inside;
  while (behind < sentence.last && doc.tokens[behind]!.start < end) behind++;
  const called = doc.tokens.slice(sentence.first, reports).some(t => CALLS.test(t.lower));
  const from = called ? behind - 1 : isVerb(word(behind)) ? behind + 1 : -1;
  if (from < 0) return null;
  let at = from;
  while (at < from + 4 && (ADVERB.test(word(at)) || /ly$/.test(word(at)))) at++;
  const untrue = word(at) === 'true' && word(at - 1) === 'not';
  return untrue || (FALSE.test(word(at)) && word(at - 1) !== 'not')
    ? `${word(reports)} are ${word(at)}`
    : null;
}

const isVerb = (word: string): boolean => /^(?:is|are|was|were|remain)$/.test(word);
const isNegated = (word: (i: number) => string, i: number): boolean =>
  [1, 2].some(k => /^(?:not|n't|n’t|never|neither|nor)$/.test(word(i - k)));

/** The reports whose clause ("that …", "of …") opens right before a statement. */
function reportsBefore(doc: Document, inside: number, first: number): number | null {
  for (let i = inside; i >= Math.max(first, inside - NEAR); i--) {
    if (!REPORTS.test(doc.tokens[i]!.lower)) continue;
    const next = doc.tokens[i + 1]?.lower ?? '';
    return /^(?:that|of|about)$/.test(next) ? i : null;
  }
  return null;
}
