/** A stretch of the text with the claims that stand on it; `claims` are their numbers in the order given. */
export interface Segment {
  readonly start: number;
  readonly end: number;
  readonly claims: readonly number[];
}

/**
 * Cuts a text where spans begin and end, so that overlapping quotes can be marked without nesting. The segments cover the text wholly.
 * @example segmentsOf(10, [{ start: 2, end: 5 }]) // 0–2 none, 2–5 [0], 5–10 none
 */
export function segmentsOf(length: number, spans: readonly { start: number; end: number }[]): Segment[] {
  const cuts = new Set([0, length]);
  for (const { start, end } of spans) {
    cuts.add(Math.max(0, Math.min(length, start)));
    cuts.add(Math.max(0, Math.min(length, end)));
  }
  const edges = [...cuts].sort((a, b) => a - b);
  return edges.slice(1).map((end, i) => {
    const start = edges[i]!;
    const claims = spans.flatMap((s, k) => (s.start <= start && s.end >= end ? [k] : []));
    return { start, end, claims };
  });
}

/** The paragraphs of a text as offsets; blank lines between them are left out. */
export function paragraphsOf(text: string): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  let open = false;
  for (const line of text.matchAll(/[^\n]+|\n/g)) {
    if (line[0] === '\n') continue;
    const end = line.index + line[0].length;
    if (line[0].trim() === '') open = false;
    else if (open && text.slice(found.at(-1)!.end, line.index) === '\n')
      found[found.length - 1] = { start: found.at(-1)!.start, end };
    else {
      found.push({ start: line.index, end });
      open = true;
    }
  }
  return found;
}
