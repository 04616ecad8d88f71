import { readFileSync } from 'node:fs';
import type { Document } from '../../language/index.ts';
import type { PlaceMention } from '../annotations.ts';

const words = JSON.parse(readFileSync(new URL('./data/parts.json', import.meta.url), 'utf8')) as Record<
  'nouns' | 'amounts' | 'percent' | 'links' | 'modifiers' | 'settlements' | 'directions',
  string[]
>;
const NOUNS = new Set(words.nouns),
  AMOUNTS = new Set(words.amounts),
  PERCENT = new Set(words.percent),
  LINKS = new Set(words.links),
  MODIFIERS = new Set([...words.modifiers, ...words.directions]),
  SETTLEMENTS = new Set(words.settlements),
  DIRECTIONS = new Set(words.directions);
const OWNER = /^[’'`]s?$/;
/** A part is told in a few words; a longer stretch is something else. */
const MOST = 7;

/**
 * Marks the places of which only a share is meant, in the text's words: "the eastern half of Baraza", "several buildings in
 * Baraza", "Baraza's outskirts", "most of the town". Requires: places. Adds: `place.part`. A village or district in a
 * province is a part of it only where it has no name of its own.
 */
export const withParts = (doc: Document, mentions: readonly PlaceMention[]): PlaceMention[] =>
  mentions.map(m => {
    if (!m.locative || m.place.kind === 'site' || m.place.part) return m;
    const part = partBefore(doc, m) ?? partAfter(doc, m);
    // "the Kend suburb of Baraza" is all of Baraza
    if (
      part &&
      mentions.some(o => !o.locative && o.how === 'name' && o.last < m.first && part.startsWith(o.place.name))
    )
      return m;
    return part ? { ...m, place: { ...m.place, part } } : m;
  });

/** "the eastern half of [the city of] Baraza" */
function partBefore(doc: Document, m: PlaceMention): string | null {
  const { tokens } = doc,
    from = doc.sentences[tokens[m.first]!.sentence]!.first;
  const link = linkBefore(doc, m.first, from);
  if (link === null) return null;
  const last = link - 1,
    head = tokens[last];
  if (!head || last < from) return null;
  const of = tokens[link]!.lower === 'of';
  const isNoun =
    NOUNS.has(head.lower) && (head.upos === 'NOUN' || head.upos === 'ADJ' || head.upos === 'NUM');
  const isAmount = of && (AMOUNTS.has(head.lower) || PERCENT.has(head.lower));
  if (!isNoun && !isAmount) return null;
  if (!of && SINGLE.test(head.lower)) return null;
  if (of && EACH.test(head.lower) && isListed(doc, m)) return null;
  return phrase(doc, from, last);
}

/** "the towns of Baraza and Kend": what the plural says is said of each. */
const EACH = /^(?:cities|towns|villages|districts|neighbou?rhoods|suburbs|areas|wards)$/;
const isListed = ({ text, sentences, tokens }: Document, m: PlaceMention): boolean =>
  /^(?:,\s+\p{Lu}[^,]{0,40})*,?\s+and\s+(?:the\s+)?(?:al-)?\p{Lu}/u.test(
    text.slice(m.end, tokens[sentences[tokens[m.first]!.sentence]!.last - 1]!.end),
  );

/** "in the area of Baraza", "a house in Baraza": one of a kind says where, not how much. */
const SINGLE = /^(?:area|house|building|street|village|district|end|rest|share|side|positions|hills)$/;

/** The "of" or "in" that ties what is before it to a place, over "the northern city of". */
function linkBefore(doc: Document, first: number, from: number): number | null {
  const { tokens } = doc;
  let i = first - 1;
  for (let step = 0; step < MOST && i >= from; step++) {
    const t = tokens[i]!;
    if (LINKS.has(t.lower)) {
      const before = tokens[i - 1]?.lower ?? '';
      if (t.lower !== 'of' || !SETTLEMENTS.has(before)) return i;
      i -= 2;
    } else if (t.upos === 'DET' || t.upos === 'ADJ' || DIRECTIONS.has(t.lower) || SETTLEMENTS.has(t.lower))
      i--;
    else return null;
  }
  return null;
}

/** "Baraza's eastern half", "the city's outskirts", "Baraza 's edges" where the apostrophe is lost. */
function partAfter(doc: Document, m: PlaceMention): string | null {
  const { tokens } = doc;
  let i = m.last;
  const owned = OWNER.test(tokens[i]?.text ?? '') || /[’']s$/.test(tokens[m.last - 1]!.text);
  if (OWNER.test(tokens[i]?.text ?? '')) i++;
  const first = i;
  while (
    i < first + MOST &&
    tokens[i]?.sentence === tokens[m.first]!.sentence &&
    MODIFIERS.has(tokens[i]!.lower)
  )
    i++;
  const head = tokens[i];
  if (!head || head.sentence !== tokens[m.first]!.sentence) return null;
  const direction = i > first && DIRECTIONS.has(tokens[i - 1]!.lower);
  if (
    NOUNS.has(head.lower) &&
    head.upos === 'NOUN' &&
    (owned ||
      direction ||
      /^outskirts?$/.test(head.lower) ||
      (m.how === 'description' && /^(?:cent(?:re|er)|limits|entrances?)$/.test(head.lower)))
  )
    return doc.text.slice(tokens[first]!.start, head.end);
  if (owned && direction) return doc.text.slice(tokens[first]!.start, tokens[i - 1]!.end);
  return null;
}

/** The words of a part up to its last token, without the article. */
function phrase(doc: Document, from: number, last: number): string {
  const { tokens } = doc;
  let first = last;
  while (first > from && last - first < MOST) {
    const t = tokens[first - 1]!;
    const goes =
      MODIFIERS.has(t.lower) ||
      t.upos === 'NUM' ||
      PERCENT.has(t.lower) ||
      ((t.upos === 'ADJ' || t.deprel === 'compound') && t.sentence === tokens[last]!.sentence) ||
      (t.text === '-' && t.end === tokens[first]!.start);
    if (!goes) break;
    first--;
  }
  while (first < last && /^(?:the|a|an|its|at|least|most|over|than|to|in)$/.test(tokens[first]!.lower))
    first++;
  return doc.text.slice(tokens[first]!.start, tokens[last]!.end);
}
