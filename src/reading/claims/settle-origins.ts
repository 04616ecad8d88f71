import type { Document } from '../../language/document.ts';
import type { Attribution } from '../../model/index.ts';
import type { Drafted } from './drafted.ts';
import { change, isControl, sameKind, shares, sideOf } from './sides.ts';

/**
 * Where the headline and the lead of a text end: a first line without a full stop, and the first sentence of the story.
 * @returns an offset into the text; 0 for an empty one
 */
export function leadEnd({ text, sentences, paragraphs }: Document): number {
  const first = sentences[0];
  if (!first) return 0;
  const closed = /[.!?]["”’']?\s*$/.test(text.slice(first.start, first.end));
  const alone = paragraphs.length > 1 && paragraphs[0]!.last - paragraphs[0]!.first === 1;
  return (closed && paragraphs.length > 1 && !alone ? first : (sentences[1] ?? first)).end;
}

/** The agency that a text is credited to is as good as no source of its own. */
const isOwnWord = (attribution: Attribution): boolean =>
  attribution.length === 0 || (attribution.length === 1 && attribution[0]!.kind === 'news-agency');

/**
 * A headline or lead that names no source, for a statement that the story further down has from somebody: that one's word.
 * `lead`: where the lead ends in the text.
 */
export const settleOrigins = (drafted: readonly Drafted[], lead: number): Drafted[] =>
  drafted.map(d => {
    if (!isControl(d) || d.draft.attributive || !isOwnWord(d.draft.attribution)) return d;
    if (d.draft.in !== 'title' && d.draft.quote.start >= lead) return d;
    const told = drafted.find(o => o !== d && !isOwnWord(o.draft.attribution) && saysTheSame(d, o));
    return told ? change(d, { attribution: told.draft.attribution }, 'origin: told further down') : d;
  });

function saysTheSame({ draft: a }: Drafted, { draft: b }: Drafted): boolean {
  if (b.kind !== 'control' || b.attributive || a.polarity !== b.polarity || a.modality !== b.modality)
    return false;
  const [x, y] = [sideOf(a.actor), sideOf(b.actor)];
  return sameKind(a.event, b.event) && shares(a, b) && (x === null || y === null || x === y);
}
