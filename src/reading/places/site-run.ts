import type { Document, Token } from '../../language/index.ts';
import type { PlaceMention } from '../annotations.ts';
import { isCapitalised } from './chunks.ts';
import { endOfBody } from './site-parent.ts';
import { SITE_MODIFIERS, TYPES } from './words.ts';

export const OWNER = /^[’'`]s?$/;
const ROAD = /^(?:road|roads|highway|highways|route|routes|track|tracks|motorway)$/;
/** Names of at most so many words before a site's noun: "the Amarula hotel". */
const MOST_NAMES = 3;
/** Nouns that are a site only with a word before them that says which: "customs house", "operations room". */
const WITH: Readonly<Record<string, RegExp>> = {
  site: /^(?:gas|oil|mining|nuclear|industrial|launch|radar|missile|weapons|processing)$/,
  zone: /^(?:industrial|green|free|security|military|buffer|border)$/,
  area: /^(?:industrial)$/,
  house: /^customs$/,
  room: /^(?:operations|control)$/,
  rooms: /^(?:operations|control)$/,
  centre: /^(?:district|detention|training|the)$/,
  center: /^(?:district|detention|training|the)$/,
};

/** Whether a token and what stands before it are a site, though its noun alone is none: "the district centre". */
export function isSiteWith(doc: Document, i: number): boolean {
  const t = doc.tokens[i]!,
    before = doc.tokens[i - 1],
    needs = Object.hasOwn(WITH, t.lower) ? WITH[t.lower]! : null;
  if (!needs || before?.sentence !== t.sentence || !needs.test(before.lower)) return false;
  return t.upos === 'NOUN' && doc.tokens[i + 1]?.lower !== 'of' && !isCapitalised(t);
}

/** Where a site's words begin: its modifiers, a name, an owner with 's, a place before it. */
export function siteFirst(doc: Document, head: number, named: readonly PlaceMention[]): number {
  const sentence = doc.sentences[doc.tokens[head]!.sentence]!;
  let i = head,
    names = 0;
  while (i - 1 >= sentence.first) {
    const t = doc.tokens[i - 1]!,
      place = named.find(m => m.last === i && m.place.kind !== 'country');
    if (place) return place.first;
    const owner =
      OWNER.test(t.text) && i - 2 >= sentence.first ? named.find(m => m.last === i - 1) : undefined;
    if (owner) return i;
    if (SITE_MODIFIERS.has(t.lower) && t.upos !== 'VERB') i--;
    else if (OWNER.test(t.text) && SITE_MODIFIERS.has(doc.tokens[i - 2]?.lower ?? '')) i -= 2;
    else if (t.deprel === 'compound' && t.upos === 'NOUN' && t.head === head) i--;
    else if (isNumberOf(doc, t)) i -= 2;
    else if (isNameOf(doc, t, named) && names < MOST_NAMES) {
      names++;
      i--;
    } else break;
  }
  return i;
}

/** "the Amarula hotel", "the Daesh headquarters": a name right before a site's noun is part of what it is called. */
function isNameOf(doc: Document, t: Token, named: readonly PlaceMention[]): boolean {
  if (t.upos !== 'PROPN' || !isCapitalised(t) || TYPES.has(t.lower)) return false;
  const next = doc.tokens[t.index + 1]!;
  return next.start > t.end && !named.some(m => m.first <= t.index && t.index < m.last);
}

/** "the Division 17 base": a number with its name before a site's noun. */
function isNumberOf(doc: Document, t: Token): boolean {
  const name = doc.tokens[t.index - 1];
  return (
    /^\d+$/.test(t.text) && name?.sentence === t.sentence && name.upos === 'PROPN' && isCapitalised(name)
  );
}

/** Where a site's words end: with a number that names it ("Highway 47"), with the places that a road joins. */
export function siteLast(doc: Document, head: number, tied: PlaceMention | null): number {
  const t = doc.tokens[head]!,
    next = doc.tokens[head + 1];
  if (next?.upos === 'NUM' && /^\d+$/.test(next.text) && next.sentence === t.sentence) return head + 2;
  return tied && isRoad(t.lower) ? tied.last : endOfBody(doc, head);
}

/** The second place of "the road from Mueda to Awasse", "between Mueda and Awasse", or null. */
export function farEnd(
  doc: Document,
  head: number,
  tied: PlaceMention,
  named: readonly PlaceMention[],
): PlaceMention | null {
  if (!ROAD.test(doc.tokens[head]!.lower)) return null;
  const between = doc.tokens.slice(head + 1, tied.first).map(t => t.lower),
    link = doc.tokens[tied.last]?.lower;
  const joins =
    (between.includes('from') && link === 'to') ||
    (between.includes('between') && link === 'and') ||
    (/^(?:linking|connecting)$/.test(between[0] ?? '') && /^(?:to|with|and)$/.test(link ?? ''));
  return joins ? (named.find(m => m.first === tied.last + 1) ?? null) : null;
}

export const isRoad = (word: string): boolean =>
  ROAD.test(word) || /^(?:crossing|crossings|border|frontier)$/.test(word);
