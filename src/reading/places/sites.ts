import type { Document } from '../../language/index.ts';
import type { ClaimPlace } from '../../model/index.ts';
import type { PlaceMention } from '../annotations.ts';
import { runOf, wordsOf } from './spot.ts';
import { sitePlace } from './to-place.ts';
import { SITE_MODIFIERS, SITES } from './words.ts';

const OWNER = /^[’'`]s?$/;
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
  'outside',
  'around',
  'north',
  'south',
  'east',
  'west',
]);

/**
 * Sites: "the governor's office", "Axum airport", "the road to Bati", each a child of the place that it stands in: the one
 * in its own words, or the one last spoken of.
 */
export function sitesOf(doc: Document, named: readonly PlaceMention[]): PlaceMention[] {
  const out: PlaceMention[] = [];
  for (const t of doc.tokens) {
    if (!SITES.has(t.lower) || (t.upos !== 'NOUN' && t.upos !== 'PROPN')) continue;
    if (named.some(m => m.first <= t.index && t.index < m.last) || isModifier(doc, t.index)) continue;
    const first = firstOf(doc, t.index, named),
      within = named.filter(m => m.first >= first && m.last <= t.index).at(-1);
    const tied = within ? null : tiedTo(doc, t.index, named);
    // a road to, a crossing into somewhere begins where the report is
    const away = tied !== null && isRoad(t.lower) ? nearest(doc, t.index, named) : null;
    const parent = within ?? away ?? tied ?? nearest(doc, t.index, named);
    if (!isDefinite(doc, first, t.index, within !== undefined || tied !== null)) continue;
    const last = tied && isRoad(t.lower) ? tied.last : t.index + 1;
    const run = runOf(doc, first, last),
      name = wordsOf(doc, first, last),
      head = wordsOf(doc, within ? Math.max(within.last, first) : first, last).replace(/^[’'`]s?\s+/, '');
    out.push({
      ...run,
      head: t.index,
      how: 'site',
      place: sitePlace(name, head, above(parent)),
      locative: true,
    });
  }
  return out;
}

const isRoad = (word: string): boolean =>
  /^(?:road|roads|highway|route|track|crossing|crossings|border|frontier|motorway)$/.test(word);

const above = (m: PlaceMention | null | undefined): ClaimPlace | null => m?.place ?? null;

/** "base commander": the site only tells of another thing. */
function isModifier(doc: Document, i: number): boolean {
  const t = doc.tokens[i]!,
    next = doc.tokens[i + 1];
  return t.deprel === 'compound' && next?.sentence === t.sentence && next.upos === 'NOUN';
}

/** Where a site's words begin: its modifiers, an owner with 's, a place before it. */
function firstOf(doc: Document, head: number, named: readonly PlaceMention[]): number {
  const sentence = doc.sentences[doc.tokens[head]!.sentence]!;
  let i = head;
  while (i - 1 >= sentence.first) {
    const t = doc.tokens[i - 1]!,
      place = named.find(m => m.last === i && m.place.kind !== 'country');
    if (place) return place.first;
    const owner =
      OWNER.test(t.text) && i - 2 >= sentence.first ? named.find(m => m.last === i - 1) : undefined;
    if (owner) return i;
    if (SITE_MODIFIERS.has(t.lower) && t.upos !== 'VERB') i--;
    else if (OWNER.test(t.text) && SITE_MODIFIERS.has(doc.tokens[i - 2]?.lower ?? '')) i -= 2;
    else break;
  }
  return i;
}

function tiedTo(doc: Document, head: number, named: readonly PlaceMention[]): PlaceMention | null {
  const t = doc.tokens[head]!;
  for (let i = head + 1; i < head + 5 && doc.tokens[i]?.sentence === t.sentence; i++) {
    const place = named.find(m => m.first === i);
    if (place) return place;
    const word = doc.tokens[i]!.lower;
    if (!TIES.has(word) && word !== 'the' && word !== 'city' && word !== 'town') return null;
  }
  return null;
}

/** The place last spoken of in the sentence, or in the one before. */
function nearest(doc: Document, i: number, named: readonly PlaceMention[]): PlaceMention | null {
  const sentence = doc.tokens[i]!.sentence;
  const near = named.filter(
    m =>
      m.locative &&
      m.place.kind !== 'country' &&
      m.last <= i &&
      sentence - doc.tokens[m.first]!.sentence <= 5,
  );
  const times = (m: PlaceMention): number =>
    Math.min(4, named.filter(o => o.locative && o.place.name === m.place.name).length);
  const weight = (m: PlaceMention): number => {
    const back = sentence - doc.tokens[m.first]!.sentence;
    const wide = /^(?:province|area)$/.test(m.place.kind) ? 0.8 : 0;
    return 0.6 * times(m) - 0.8 * back - wide - (isDistance(doc, m) ? 1.5 : 0);
  };
  let best: PlaceMention | null = null;
  for (const m of near) if (!best || weight(m) >= weight(best)) best = m;
  return best;
}

/** "20 km from Baraza", "Kend, 9 km to the north": places by which another one is found, or far from it. */
function isDistance(doc: Document, m: PlaceMention): boolean {
  const around = [
    ...doc.tokens.slice(Math.max(0, m.first - 4), m.first),
    ...doc.tokens.slice(m.last, m.last + 4),
  ];
  return around.some(t => /^(?:km|kms|kilomet(?:er|re)s?|miles?)$/.test(t.lower));
}

/** Whether one certain site is meant: "the airport", "its barracks"; not "a hospital somewhere". */
function isDefinite(doc: Document, first: number, head: number, placed: boolean): boolean {
  if (placed) return true;
  for (let i = first; i <= head; i++) if (OWNER.test(doc.tokens[i]!.text)) return true;
  const before = doc.tokens[first - 1];
  return (
    before !== undefined &&
    /^(?:the|its|their|this|that|’s|'s|an?|several|two|three|some)$/.test(before.lower)
  );
}
