/**
 * A place in a text: half-open UTF-16 offsets into the report's text exactly as stored,
 * so that `text.slice(span.start, span.end)` is the words meant.
 */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A span with the words it covers: `text.slice(start, end) === quote.text`, always. */
export interface Quote extends Span {
  readonly text: string;
}

/** The quote for a span of a text. Throws a RangeError where the span lies outside the text or is empty.
 * @example makeQuote('Farah fell.', { start: 0, end: 5 }) // { start: 0, end: 5, text: 'Farah' }
 */
export function makeQuote(text: string, span: Span): Quote {
  if (!(span.start >= 0 && span.end <= text.length && span.start < span.end))
    throw new RangeError(`invalid span: ${span.start}–${span.end} in a text of ${text.length} characters`);
  return { start: span.start, end: span.end, text: text.slice(span.start, span.end) };
}

/** How many characters two spans share. */
export const overlapOf = (a: Span, b: Span): number =>
  Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));

/** Whether two spans share a character. */
export const overlaps = (a: Span, b: Span): boolean => overlapOf(a, b) > 0;

/** Whether `outer` covers all of `inner`. */
export const covers = (outer: Span, inner: Span): boolean =>
  outer.start <= inner.start && outer.end >= inner.end;
