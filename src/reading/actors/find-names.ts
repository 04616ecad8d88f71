import { readFileSync } from 'node:fs';
import type { Document } from '../../language/index.ts';
import type { ActorMention, NameMention, PlaceMention } from '../annotations.ts';
import { MONTHS, WEEKDAYS } from '../times/words.ts';

const WORDS = JSON.parse(readFileSync(new URL('./data/name-words.json', import.meta.url), 'utf8')) as Record<
  'titles' | 'organisations',
  string[]
>;
const TITLES = new Set(WORDS.titles),
  ORGANISATIONS = new Set(WORDS.organisations);

/** "the General Council of": a title that belongs to the name of a body. */
const isOfBody = (doc: Document, i: number): boolean =>
  ORGANISATIONS.has(doc.tokens[i + 1]?.lower ?? '') || /^(?:of|for|-)$/.test(doc.tokens[i + 1]?.lower ?? '');

/** Persons and organisations that are no actors of the fight: capitalised runs, told apart by titles and head words. Requires: document, actors, places. */
export function findNames(
  doc: Document,
  actors: readonly ActorMention[],
  places: readonly PlaceMention[],
): NameMention[] {
  const out: NameMention[] = [];
  const taken = (i: number): boolean =>
    actors.some(m => m.how !== 'pronoun' && m.first <= i && i < m.last) ||
    places.some(p => p.locative && p.how === 'name' && p.first <= i && i < p.last);
  for (let i = 0; i < doc.tokens.length; i++) {
    const t = doc.tokens[i]!;
    if (t.upos !== 'PROPN' || taken(i) || MONTHS.has(t.lower) || WEEKDAYS.has(t.lower)) continue;
    let last = i + 1;
    const inRun = (k: number): boolean => {
      const n = doc.tokens[k];
      if (!n || n.sentence !== t.sentence || taken(k)) return false;
      if (n.upos === 'PROPN') return true;
      return (
        ['of', 'for', 'al', '-', 'bin', 'van', 'de', 'el', 'and', '’s'].includes(n.lower) &&
        n.lower !== 'and' &&
        doc.tokens[k + 1]?.upos === 'PROPN' &&
        doc.tokens[k + 1]!.sentence === t.sentence
      );
    };
    while (inRun(last)) last++;
    let first = i;
    // "Pentagon Press Secretary Ann Field": the name behind the last title
    for (let k = i; k < last - 1; k++)
      if (TITLES.has(doc.tokens[k]!.lower) && !isOfBody(doc, k)) first = k + 1;
    const titled = first > i || TITLES.has(doc.tokens[i - 1]?.lower ?? ''),
      organisation =
        doc.tokens.slice(first, last).some(x => ORGANISATIONS.has(x.lower)) || /^[A-Z]{2,6}$/.test(t.text);
    let head = first;
    for (let k = first; k < last; k++)
      if (doc.tokens[k]!.head < first || doc.tokens[k]!.head >= last) head = k;
    if (titled || organisation || last - first > 1)
      out.push({
        kind: organisation ? 'organisation' : 'person',
        first,
        last,
        head,
        start: doc.tokens[first]!.start,
        end: doc.tokens[last - 1]!.end,
      });
    i = last - 1;
  }
  return out;
}
