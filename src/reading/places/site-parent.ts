import type { Document } from '../../language/index.ts';
import type { PlaceMention } from '../annotations.ts';

/** Words that tie a site to what follows: "road to Goundam", "camp at Tessalit", "crossing into Iran". */
const TIES = new Set([
  'to',
  'of',
  'at',
  'in',
  'into',
  'near',
  'from',
  'with',
  'between',
  'linking',
  'connecting',
  'outside',
  'around',
  'north',
  'south',
  'east',
  'west',
]);

/** What may stand between a tie and the name: "in the northern town of Baraza". */
const KIND = /^(?:the|city|town|village|district|province|region|state|county|area)$/;

/** Bodies of an army that a base or headquarters is called by. */
const BODY =
  /^(?:division|brigade|regiment|battalion|corps|company|army|command|force|unit|group|mission|police|party|ministry|service|directorate|governorate)$/;

/** Sites that no body of an army is named after: "cleared the airport of the army". */
const CIVIL =
  /^(?:airport|hospital|bridge|road|highway|crossing|market|square|university|dam|refinery|mill|roundabout)$/;

/** The end of "of the 6th Division" behind a site's noun, or the token right behind the noun where there is no such phrase. */
export function endOfBody(doc: Document, head: number): number {
  const { sentence } = doc.tokens[head]!;
  if (doc.tokens[head + 1]?.lower !== 'of' || CIVIL.test(doc.tokens[head]!.lower)) return head + 1;
  for (let i = head + 2; i < head + 9 && doc.tokens[i]?.sentence === sentence; i++) {
    const t = doc.tokens[i]!;
    const next = doc.tokens[i + 1];
    if (BODY.test(t.lower) && next?.upos === 'NUM' && next.sentence === sentence) return i + 2;
    if (
      BODY.test(t.lower) &&
      !/^[’'`]s?$/.test(next?.text ?? '') &&
      next?.upos !== 'NOUN' &&
      next?.upos !== 'PROPN'
    )
      return i + 1;
    if (!/^(?:DET|ADJ|NOUN|PROPN|NUM)$/.test(t.upos) && !/^[’'`]s?$/.test(t.text)) break;
  }
  return head + 1;
}

/** The place that the words after a site tie it to. */
export function tiedTo(doc: Document, head: number, named: readonly PlaceMention[]): PlaceMention | null {
  const t = doc.tokens[head]!,
    from = endOfBody(doc, head);
  for (let i = from; i < from + 7 && doc.tokens[i]?.sentence === t.sentence; i++) {
    const place = named.find(m => m.first === i && m.locative);
    if (place) return place;
    const { lower: word, upos } = doc.tokens[i]!;
    if (!TIES.has(word) && !KIND.test(word) && !(upos === 'ADJ' && i > from)) return null;
  }
  return null;
}
