import type { Document } from '../../language/document.ts';
import type { QuantityMention } from '../annotations.ts';
import { isMeasured } from './aptness.ts';
import type { EventWord, Reading } from './event-word.ts';
import { lemmaOf } from './terms.ts';
import type { Counted } from './what-is-counted.ts';

const MEASURES = new Set(['number', 'total', 'toll', 'tally', 'count', 'figure', 'estimate', 'sum']);
const FAR = 8;

/**
 * "This brings to 274,000 the number of people displaced", "the number who fled stands at 2,000": a number said of a noun of
 * measure takes the event word that stands in that noun's phrase.
 */
export function numberOf(
  document: Document,
  quantity: QuantityMention,
  counted: Counted,
  words: readonly EventWord[],
): Reading | null {
  if (counted.sure === 'unknown') return null;
  const sentence = document.sentences[document.tokens[quantity.first]!.sentence]!;
  for (let i = sentence.first; i < sentence.last; i++) {
    if (!MEASURES.has(lemmaOf(document.tokens[i]!)) || !isMeasured(document, document.tokens[i]!, quantity))
      continue;
    const inside = words.find(
      w =>
        w.token > i &&
        w.token - i <= FAR &&
        w.rows.some(r => r.human) &&
        (w.token < quantity.first || i > quantity.first),
    );
    const row = inside?.rows.find(r => r.human && !r.with && !r.houses && !r.subject);
    if (inside && row) return { row, word: inside.token, score: 1 };
  }
  return null;
}
