import { readFileSync } from 'node:fs';
import type { Document } from '../../language/index.ts';
import type { ClaimPlace } from '../../model/index.ts';
import type { PlaceMention } from '../annotations.ts';
import { runOf, wordsOf } from './spot.ts';
import { unknownPlace } from './to-place.ts';

const words = JSON.parse(readFileSync(new URL('./data/grounds.json', import.meta.url), 'utf8')) as Record<
  'nouns' | 'links' | 'settlements' | 'nearly',
  string[]
>;
const NOUNS = new Set(words.nouns),
  LINKS = new Set(words.links),
  SETTLEMENTS = new Set(words.settlements),
  NEARLY = new Set(words.nearly);
const DIRECTION = /^(?:north|south|east|west|(?:north|south)-?(?:east|west))$/;
const DIRECTED = /^(?:north|south|east|west|(?:north|south)-?(?:east|west)|cent)(?:ern|ral)$/;
/** "including", "such as": what stands behind gives the names. */
const NAMES_FOLLOW = /^(?:including|like|such|namely|called|named|among|:|—|–)$/;
/** "areas it controlled north of Baraza" */
const RELATIVE = 5;

/**
 * Makes places of ground that has no name but lies by one that has: "villages north of Baraza", "the hills around it",
 * "countryside east and north of Kend", "areas they held outside the city of Baraza". Each is an area of its own near the
 * named place, and goes by the words for it. Requires: names, with their sites and areas. A single village without a name
 * and a number of them are none.
 */
export const groundsOf = (doc: Document, named: readonly PlaceMention[]): PlaceMention[] => {
  const taken: boolean[] = [];
  for (const m of named) for (let i = m.first; i < m.last; i++) taken[i] = true;
  return named.flatMap(m => {
    if (!m.locative || m.how === 'site' || m.place.kind === 'country' || m.place.kind === 'site') return [];
    const link = linkBefore(doc, m.first);
    const noun = link === null ? null : nounBefore(doc, link.first, taken);
    if (
      link === null ||
      noun === null ||
      isSaidOfNames(doc, noun, taken) ||
      NAMES_FOLLOW.test(next(doc, m.last))
    )
      return [];
    const first = phraseFrom(doc, noun, taken);
    const name = `${wordsOf(doc, first, noun + 1)} ${wordsOf(doc, link.first, link.last)} ${m.place.name}`;
    return [
      {
        ...m,
        ...runOf(doc, first, m.last),
        head: noun,
        place: { ...unknownPlace(name, 'area', m.place, false), in: m.place.name, precision: 'approximate' },
      },
    ];
  });
};

/** Whether a place is such ground. */
export const isGround = ({ kind, precision, in: by }: ClaimPlace): boolean =>
  kind === 'area' && precision === 'approximate' && by != null;

/** The word behind a name, or behind the comma there. */
const next = ({ tokens }: Document, at: number): string =>
  (tokens[at]?.text === ',' ? tokens[at + 1] : tokens[at])?.lower ?? '';

/** "around", "east and north of", "to the south of", over "the city of", before a name. */
export function linkBefore({ tokens }: Document, name: number): { first: number; last: number } | null {
  const { sentence } = tokens[name]!;
  let i = name - 1;
  if (tokens[i]?.lower === 'of' && SETTLEMENTS.has(tokens[i - 1]?.lower ?? '')) i -= 2;
  while (
    i > 0 &&
    (tokens[i]!.lower === 'the' || tokens[i]!.upos === 'ADJ' || SETTLEMENTS.has(tokens[i]!.lower))
  )
    i--;
  const last = i + 1;
  if (tokens[i]?.sentence !== sentence) return null;
  if (LINKS.has(tokens[i]!.lower)) return { first: i, last };
  if (tokens[i]!.lower !== 'of' || !DIRECTION.test(tokens[i - 1]?.lower ?? '')) return null;
  i--;
  while (
    /^(?:and|or|,|-|to|the)$/.test(tokens[i - 1]?.lower ?? '') ||
    DIRECTION.test(tokens[i - 1]?.lower ?? '')
  )
    i--;
  while (/^(?:and|or|,|-)$/.test(tokens[i]!.lower)) i++;
  return tokens[i]?.sentence === sentence ? { first: i, last } : null;
}

/** The noun that such a link hangs on, over "just", a distance, and a short relative clause. */
function nounBefore({ tokens }: Document, link: number, taken: readonly boolean[]): number | null {
  const { sentence } = tokens[link]!;
  let i = link - 1;
  while (i > 0 && (NEARLY.has(tokens[i]!.lower) || tokens[i]!.upos === 'NUM' || tokens[i]!.text === ',')) i--;
  for (let j = i, steps = 0; steps < RELATIVE && j > 0 && tokens[j]!.sentence === sentence; j--, steps++) {
    const t = tokens[j]!;
    if (taken[j]) return null;
    if (t.upos === 'NOUN')
      return NOUNS.has(t.lower) && (steps === 0 || isRelative(tokens[j + 1]!.lower)) && t.deprel !== 'appos'
        ? j
        : null;
    if (!/^(?:PRON|VERB|AUX|ADV|SCONJ)$/.test(t.upos)) return null;
  }
  return null;
}

/** "Baraza and Kend, two market towns near Aleppo": what the names are. */
function isSaidOfNames({ tokens }: Document, noun: number, taken: readonly boolean[]): boolean {
  let i = noun - 1;
  while (i > 0 && /^(?:ADJ|NUM|NOUN|DET|PROPN)$/.test(tokens[i]!.upos)) i--;
  return tokens[i]?.text === ',' && taken[i - 1] === true;
}

const isRelative = (word: string): boolean => /^(?:it|they|he|she|that|which)$/.test(word);

/** "northern areas": with its direction. */
const phraseFrom = ({ tokens }: Document, noun: number, taken: readonly boolean[]): number =>
  !taken[noun - 1] && DIRECTED.test(tokens[noun - 1]?.lower ?? '') ? noun - 1 : noun;
