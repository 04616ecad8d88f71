import type { Gazetteer } from '../../gazetteer/index.ts';
import type { Document } from '../../language/index.ts';
import type { PlaceMention } from '../annotations.ts';
import { isMetonym } from './cues.ts';
import type { Countries } from './evidence.ts';
import { seatedSite, siteIn } from './known-sites.ts';
import { tiedTo } from './site-parent.ts';
import { farEnd, isRoad, isSiteWith, OWNER, siteFirst, siteLast } from './site-run.ts';
import { seatOf } from './site-seat.ts';
import { runOf, wordsOf } from './spot.ts';
import { SITES } from './words.ts';

/**
 * Sites: "the governor's office", "Axum airport", "the road to Bati", "the Amarula hotel", each a child of the place that it
 * stands in: the one in its own words, or the one last spoken of. Requires: names of places.
 */
export function sitesOf(
  doc: Document,
  named: readonly PlaceMention[],
  gazetteer: Gazetteer,
  countries: Countries,
  title: string | null,
): PlaceMention[] {
  const out: PlaceMention[] = [];
  for (const t of doc.tokens) {
    if (!(SITES.has(t.lower) && (t.upos === 'NOUN' || t.upos === 'PROPN')) && !isSiteWith(doc, t.index))
      continue;
    if (named.some(m => m.first <= t.index && t.index < m.last) || isModifier(doc, t.index)) continue;
    const first = siteFirst(doc, t.index, named),
      within = named.filter(m => m.first >= first && m.last <= t.index).at(-1);
    const tied = within ? null : tiedTo(doc, t.index, named),
      end = tied ? (farEnd(doc, t.index, tied, named) ?? tied) : null;
    // a road to, a crossing into somewhere begins where the report is
    const away = tied !== null && end === tied && isRoad(t.lower) ? seatOf(doc, t.index, named, title) : null;
    const seat = within ? null : (away ?? (tied ? null : seatOf(doc, t.index, named, title)));
    const last = siteLast(doc, t.index, end);
    const placed = within !== undefined || tied !== null || last === t.index + 2;
    if (!isDefinite(doc, first, t.index, placed)) continue;
    const name = wordsOf(doc, first, last),
      head = wordsOf(doc, within ? Math.max(within.last, first) : first, last).replace(/^[’'`]s?\s+/, '');
    out.push({
      ...runOf(doc, first, last),
      head: t.index,
      how: 'site',
      place: seat
        ? seatedSite(gazetteer, countries, name, head, seat)
        : siteIn(gazetteer, countries, name, head, (within ?? tied)?.place ?? null),
      locative: !isMetonym(doc, first, last),
    });
  }
  return out;
}

/** "base commander": the site only tells of another thing. */
function isModifier(doc: Document, i: number): boolean {
  const t = doc.tokens[i]!,
    next = doc.tokens[i + 1];
  return t.deprel === 'compound' && next?.sentence === t.sentence && next.upos === 'NOUN';
}

/** Whether one certain site is meant: "the airport", "its barracks"; not "a hospital somewhere". */
function isDefinite(doc: Document, first: number, head: number, placed: boolean): boolean {
  if (placed) return true;
  for (let i = first; i <= head; i++) if (OWNER.test(doc.tokens[i]!.text)) return true;
  const before = doc.tokens[first - 1];
  return (
    before !== undefined &&
    /^(?:the|its|their|our|this|that|these|those|both|all|every|’s|'s|an?|several|two|three|some)$/.test(
      before.lower,
    )
  );
}
