import type { ClaimView } from '../../model/index.ts';
import { wordsOn } from '../toll.ts';

/** What ACLED's codebook writes for words that give no number: hundreds 100, dozens 12, "several" and any other plural 10. */
const VAGUE: readonly (readonly [RegExp, number])[] = [
  [/\bhundreds\b/i, 100],
  [/\b(?:dozens|scores)\b/i, 12],
];
const UNKNOWN_NUMBER = 10;

/**
 * ACLED's fatalities: the lowest number that any origin gives, for it codes the most conservative one; where all are vague, the number
 * that its codebook sets for their words; 0 where nobody says that anyone died.
 */
export function fatalitiesOf(killed: readonly ClaimView[]): number {
  const words = wordsOn(killed.filter(c => c.figure?.min != null || c.figure?.max != null));
  const counted = words.filter(word => !word.isVague);
  if (counted.length > 0) return Math.min(...counted.map(word => word.low));
  return killed.length === 0 ? 0 : Math.min(...killed.map(vagueNumber));
}

const vagueNumber = ({ quote }: ClaimView): number =>
  VAGUE.find(([pattern]) => pattern.test(quote.text))?.[1] ?? UNKNOWN_NUMBER;
