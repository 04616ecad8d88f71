import type { Gazetteer } from '../../gazetteer/index.ts';
import type { Document } from '../../language/index.ts';
import type { PlaceMention } from '../annotations.ts';
import { runOf } from './spot.ts';
import { placeFields } from './to-place.ts';

const SEAT = /^(?:capitals?|seats?)$/;
const REACH = 4;

/**
 * "the capital of Kunar", "the capitals of Kunar and Laghman": the seat is meant, not the province. Adds a mention of the
 * seat for each, and takes the province's own out of play.
 */
export function seatsOf(
  doc: Document,
  mentions: readonly PlaceMention[],
  gazetteer: Gazetteer,
): PlaceMention[] {
  const out = [...mentions];
  for (const t of doc.tokens) {
    if (!SEAT.test(t.lower) || doc.tokens[t.index + 1]?.lower !== 'of') continue;
    const plural = t.lower.endsWith('s');
    for (const above of named(doc, out, t.index + 2, plural)) {
      const seat = above.place.id ? gazetteer.seatOf(above.place.id) : null;
      if (!seat) continue;
      const first = plural ? above.first : t.index;
      out.splice(out.indexOf(above), 1, { ...above, locative: false });
      if (!out.some(m => m.how === 'description' && m.first <= t.index && t.index < m.last && !plural))
        out.push({
          ...runOf(doc, first, above.last),
          head: plural ? above.head : t.index,
          how: 'description',
          place: placeFields(seat),
          locative: true,
        });
    }
  }
  return out;
}

/** The provinces or countries that follow "of"; for the plural, all of a list. */
function named(
  doc: Document,
  mentions: readonly PlaceMention[],
  from: number,
  plural: boolean,
): PlaceMention[] {
  const found: PlaceMention[] = [];
  const at = (i: number): PlaceMention | undefined =>
    mentions.find(m => m.first === i && m.how === 'name' && /^(?:province|country)$/.test(m.place.kind));
  let i = from;
  for (let skipped = 0; skipped < REACH && doc.tokens[i]?.sentence === doc.tokens[from]!.sentence; ) {
    const m = at(i);
    if (m && /^[’'`]s?$/.test(doc.tokens[m.last]?.text ?? '')) {
      // "the capital of Kenland's Baraza province": of the province
      i = m.last + 1;
      skipped = 0;
    } else if (m) {
      found.push(m);
      if (!plural) break;
      i = m.last;
      skipped = 0;
    } else if (
      /^(?:DET|ADJ|CCONJ|PUNCT|NOUN)$/.test(doc.tokens[i]!.upos) ||
      /ing$/.test(doc.tokens[i]!.lower)
    ) {
      i++;
      skipped++;
    } else break;
  }
  return found;
}
