import type { Document } from '../../language/document.ts';
import { covers, overlapOf, overlaps, type Span } from '../../model/index.ts';
import { hasFiniteVerb } from './spans.ts';
import type { SpeechAct } from './speech-act.ts';

/** Shorter quotations are words, not speech. */
const WORDS = 25;
/** How far off a cue may stand, in characters, before and behind. */
const BACK = 600;
const AHEAD = 160;

/** A quotation that no verb of its own sentence claims goes on with the speaker before it, or else belongs to the one after it. */
export function runningQuotations(doc: Document, acts: readonly SpeechAct[]): SpeechAct[] {
  const out: SpeechAct[] = [];
  const cued = acts
    .filter(a => a.cueSpan && a.tier === 'says')
    .sort((x, y) => x.cueSpan!.start - y.cueSpan!.start);
  const claimed = acts.flatMap(a => a.content);
  for (const q of doc.quotations) {
    const long = q.inner.end - q.inner.start >= WORDS && isUtterance(doc, q);
    if ((!long && !isSentence(doc, q)) || claimed.some(c => claims(c, q))) continue;
    const before = [...out, ...cued].findLast(a => endOf(a) <= q.start && q.start - endOf(a) < BACK);
    const after = cued.find(a => a.cueSpan!.start >= q.end && a.cueSpan!.start - q.end < AHEAD);
    const here = paragraphOf(doc, q.start);
    const ahead = after && paragraphOf(doc, after.cueSpan!.start) === here;
    const chosen = ahead && !(before && paragraphOf(doc, endOf(before)) === here) ? after : (before ?? after);
    if (chosen)
      out.push({ ...chosen, cueSpan: null, content: [{ start: q.start, end: q.end }], direct: true });
  }
  return out;
}

const endOf = (a: SpeechAct): number => a.cueSpan?.end ?? a.content.at(-1)!.end;
const claims = (c: Span, q: Span): boolean =>
  covers(c, q) || (overlaps(c, q) && overlapOf(c, q) > (q.end - q.start) / 2);
const isUtterance = (doc: Document, q: Document['quotations'][number]): boolean =>
  /[.!?,]["”’»]*\s*$/.test(doc.text.slice(q.inner.start, q.end)) ||
  /^[“"]?[A-Z]/.test(doc.text.slice(q.start, q.start + 3));

/** "“There was no fight.”": a quotation that is a sentence by itself is speech, however short. */
const isSentence = (doc: Document, q: Document['quotations'][number]): boolean =>
  doc.sentences.some(
    s =>
      Math.abs(s.start - q.start) <= 1 &&
      s.end <= q.end &&
      hasFiniteVerb(doc, s.first, s.last) &&
      /[.!?]\s*["”»]?$/.test(doc.text.slice(q.start, q.end)),
  );

function paragraphOf(doc: Document, offset: number): number {
  let low = 0;
  let high = doc.paragraphs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (doc.paragraphs[middle]!.end > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}
