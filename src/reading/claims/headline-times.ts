import type { ClaimTime } from '../../model/index.ts';
import type { Annotated } from '../annotations.ts';
import { timeFor } from '../times/index.ts';
import type { Drafted } from './drafted.ts';
import { change, isControl } from './sides.ts';

const CLOSED = /[.!?]["”’']?\s*$/;
const STATES = new Set(['hold', 'besiege']);

/** Headlines tell no day: what one tells happened when the lead's own verb did, where the story has no day for it further down. */
export function settleHeadlines(drafted: readonly Drafted[], text: Annotated): Drafted[] {
  const { sentences, text: words } = text.document;
  const first = sentences[0];
  if (!first) return [...drafted];
  const inText = CLOSED.test(words.slice(first.start, first.end)) ? null : first;
  const lead = inText ? sentences[1] : first;
  const time = lead ? dayOf(text, lead.first, lead.last) : null;
  if (!time) return [...drafted];
  return drafted.map(d => {
    const { draft } = d;
    const headline = draft.in === 'title' || (inText !== null && draft.quote.end <= inText.end);
    const happened = isControl(d) && draft.modality === 'actual' && draft.polarity === 'affirmed';
    const open =
      headline && happened && draft.time == null && !draft.attributive && !STATES.has(draft.event ?? '');
    return open ? change(d, { time }, 'time: of the lead') : d;
  });
}

/** The day of the verb that a sentence is about, without its words, which stand elsewhere. */
function dayOf(text: Annotated, first: number, last: number): ClaimTime | null {
  const root = text.document.tokens.slice(first, last).find(t => t.deprel === 'root');
  const time = root ? timeFor(root.index, text, { runOn: false }) : null;
  if (time?.from == null || time.from !== time.to) return null;
  return { from: time.from, to: time.to, precision: time.precision };
}
