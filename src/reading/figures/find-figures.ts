import { type ClaimTime, type Figure, overlaps, type Span } from '../../model/index.ts';
import type { Annotated, PlaceMention, QuantityMention } from '../annotations.ts';
import { clauseSpan } from '../frames/clause.ts';
import { bestReading, type EventWord, eventWords, type Reading } from './event-word.ts';
import { placeOfFigure } from './figure-place.ts';
import { type Counted, whatIsCounted } from './what-is-counted.ts';

/** A statement of how many people or homes: the figure, where, the words it stands on, and the word that governs its scope. */
export interface FoundFigure {
  readonly figure: Figure;
  readonly place: PlaceMention | null;
  readonly time?: ClaimTime;
  readonly span: Span;
  readonly anchor: number;
}

interface Read {
  readonly quantity: QuantityMention;
  readonly counted: Counted;
  readonly reading: Reading;
}

/** The figures of a text, subtotals as figures of their own. Requires: document, quantities, places. */
export function findFigures(a: Annotated): FoundFigure[] {
  const doc = a.document;
  const found: FoundFigure[] = [];
  let words: EventWord[] = [];
  let sentence = -1;
  let before: Read | null = null;
  for (const quantity of a.quantities) {
    if (quantity.ordinal) continue;
    const at = doc.sentences[doc.tokens[quantity.first]!.sentence]!;
    if (at.index !== sentence) {
      words = eventWords(doc, at.first, at.last);
      sentence = at.index;
    }
    const counted = whatIsCounted(doc, quantity);
    if (!counted) continue;
    const read = readQuantity(a, quantity, counted, words, before);
    if (!read) continue;
    found.push(figureOf(a, read));
    before = read;
  }
  return found;
}

function readQuantity(
  a: Annotated,
  quantity: QuantityMention,
  counted: Counted,
  words: readonly EventWord[],
  before: Read | null,
): Read | null {
  const reading = bestReading(a.document, quantity, counted, words);
  if (reading) return { quantity, counted, reading };
  if (before && isSubtotal(a, quantity, before)) return { quantity, counted, reading: before.reading };
  return null;
}

/** "including 25 children", "20 of them soldiers", "and 12 soldiers": what the figure before it in the sentence tells, of fewer. */
function isSubtotal(a: Annotated, quantity: QuantityMention, before: Read): boolean {
  const { tokens } = a.document;
  if (tokens[quantity.first]!.sentence !== tokens[before.quantity.first]!.sentence) return false;
  const prior = tokens[quantity.first - 1]?.lower ?? '';
  if (/^(?:including|among|include|includes|included|with|them)$/.test(prior)) return true;
  return (
    /^(?:them|whom|those|which)$/.test(tokens[quantity.head]!.lower) && quantity.first > before.quantity.first
  );
}

function figureOf(a: Annotated, { quantity, counted, reading }: Read): FoundFigure {
  const place = placeOfFigure(a, reading.word, quantity.head);
  const clause = clauseSpan(a.document, reading.word, [quantity]);
  const span = overlaps(clause, quantity) ? clause : { start: quantity.start, end: quantity.end };
  return {
    figure: {
      term: reading.row.term,
      min: quantity.min,
      max: quantity.max,
      qualifier: quantity.qualifier,
      unit: counted.unit,
      ...(counted.who ? { who: counted.who } : {}),
    },
    place,
    span,
    anchor: reading.word,
  };
}
