import type { Gazetteer } from '../../gazetteer/index.ts';
import type { Document } from '../../language/index.ts';
import type { ClaimPlace } from '../../model/index.ts';
import type { PlaceMention } from '../annotations.ts';
import { runOf, wordsOf } from './spot.ts';
import { unknownPlace } from './to-place.ts';
import { TYPES } from './words.ts';

const DIRECTION = /^(north|south|east|west|(?:north|south)-?(?:east|west))(ern)?$/;
const SIZED = new Set(['city', 'town', 'country']);

/**
 * Makes areas of names with a direction before them: "eastern Aleppo", "northern and north-eastern Syria", "the east of
 * Baraza". A direction that only says where in its country a city lies ("southern Kandahar", "the northern city of
 * Kunduz") makes none. An area is a place of its own, within the one that it is named after.
 */
export const areasOf = (
  doc: Document,
  named: readonly PlaceMention[],
  gazetteer: Gazetteer,
): PlaceMention[] =>
  named.map(m => {
    if (!m.locative || m.how !== 'name' || !SIZED.has(m.place.kind)) return m;
    if (TYPES.has(doc.tokens[m.last]?.lower ?? '')) return m;
    const first = adjectiveBefore(doc, m, gazetteer) ?? nounBefore(doc, m);
    return first === null ? m : areaOf(doc, m, first);
  });

function areaOf(doc: Document, m: PlaceMention, first: number): PlaceMention {
  const name = wordsOf(doc, first, m.last);
  return {
    ...m,
    ...runOf(doc, first, m.last),
    head: m.head,
    place: { ...unknownPlace(name, 'area', m.place, m.place.kind !== 'country'), in: m.place.name },
  };
}

/** "eastern Aleppo", "northern and eastern Syria": where the direction begins. */
function adjectiveBefore(doc: Document, m: PlaceMention, gazetteer: Gazetteer): number | null {
  const { tokens } = doc,
    t = tokens[m.first - 1];
  const said = t && t.sentence === tokens[m.first]!.sentence ? DIRECTION.exec(t.lower) : null;
  if (!t || !said || /^(?:km|kilomet|mile)/.test(tokens[t.index - 1]?.lower ?? '')) return null;
  if (m.place.kind !== 'country' && said[2] && liesThere(said[1]!, m.place, gazetteer)) return null;
  const joined = tokens[t.index - 1]?.lower === 'and' && DIRECTION.test(tokens[t.index - 2]?.lower ?? '');
  return joined ? t.index - 2 : t.index;
}

/** "the rebel-held east of Aleppo"; not "to the east of Aleppo", which lies outside. */
function nounBefore(doc: Document, m: PlaceMention): number | null {
  const { tokens } = doc,
    t = tokens[m.first - 2];
  if (tokens[m.first - 1]?.lower !== 'of' || !t || !DIRECTION.test(t.lower) || t.lower.endsWith('ern'))
    return null;
  let i = t.index - 1;
  while (
    i > t.index - 6 &&
    tokens[i] &&
    (tokens[i]!.upos === 'ADJ' ||
      tokens[i]!.text === '-' ||
      /^(?:held|controlled)$/.test(tokens[i]!.lower) ||
      tokens[i + 1]?.text === '-')
  )
    i--;
  return tokens[i]?.lower === 'the' && tokens[i - 1]?.lower !== 'to' ? t.index : null;
}

/** Whether the direction is the one in which the place lies most clearly within its country. */
function liesThere(direction: string, place: ClaimPlace, gazetteer: Gazetteer): boolean {
  const divisions = place.country ? gazetteer.divisionsOf(place.country).filter(d => d.lat !== null) : [];
  if (place.lat == null || place.lon == null || divisions.length < 3) return false;
  const share = (value: number, all: readonly number[]): number =>
    (value - Math.min(...all)) / Math.max(0.1, Math.max(...all) - Math.min(...all)) - 0.5;
  const north = share(
      place.lat,
      divisions.map(d => d.lat!),
    ),
    east = share(
      place.lon,
      divisions.map(d => d.lon!),
    );
  const vertical = Math.abs(north) >= Math.abs(east) ? (north > 0 ? 'north' : 'south') : null;
  const horizontal = Math.abs(east) >= Math.abs(north) ? (east > 0 ? 'east' : 'west') : null;
  return (
    direction === (vertical ?? horizontal) ||
    (direction.length > 5 && direction.includes((vertical ?? horizontal)!))
  );
}
