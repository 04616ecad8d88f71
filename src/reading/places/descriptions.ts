import type { Gazetteer } from '../../gazetteer/index.ts';
import type { Document } from '../../language/index.ts';
import type { ClaimPlace, PlaceKind } from '../../model/index.ts';
import type { PlaceMention } from '../annotations.ts';
import { runOf } from './spot.ts';
import { placeFields } from './to-place.ts';

const KINDS = new Map<string, readonly PlaceKind[]>(
  Object.entries({
    city: ['city', 'town'],
    town: ['town', 'city', 'village'],
    village: ['village', 'town'],
    district: ['district'],
    province: ['province'],
    governorate: ['province'],
    region: ['province', 'area'],
    state: ['province'],
    country: ['country'],
  }),
);
const DEFINITE = new Set(['the', 'this', 'that', 'its', 'their']);

/** "the city", "the province", "its capital", "there": the place last named that they fit. */
export function describedPlaces(
  doc: Document,
  named: readonly PlaceMention[],
  gazetteer: Gazetteer,
): PlaceMention[] {
  const out: PlaceMention[] = [];
  const taken: boolean[] = [];
  for (const m of named) for (let i = m.first; i < m.last; i++) taken[i] = true;
  for (const t of doc.tokens) {
    if (taken[t.index] || !(t.lower === 'there' || t.lower === 'capital' || KINDS.has(t.lower))) continue;
    const before = named.filter(m => m.first < t.index && m.how === 'name' && m.locative);
    const put = (place: ClaimPlace | null | undefined, first: number): void => {
      if (place)
        out.push({
          ...runOf(doc, first, t.index + 1),
          head: t.index,
          how: 'description',
          place,
          locative: true,
        });
    };
    if (t.lower === 'there' && t.upos === 'ADV')
      put(
        lastOf(doc, before, t.sentence, ['city', 'town', 'village', 'district', 'province', 'site', 'area']),
        t.index,
      );
    const kinds = KINDS.get(t.lower),
      first = phraseFrom(doc, t.index),
      article = doc.tokens[first];
    if (
      named.some(
        m => m.first === t.index + 1 || (m.first === t.index + 2 && doc.tokens[t.index + 1]!.lower === 'of'),
      )
    )
      continue;
    const of = t.lower === 'capital' ? ownerOf(doc, t.index, named) : null;
    if (of) {
      const seat = of.place.id ? gazetteer.seatOf(of.place.id) : null;
      if (seat) put(placeFields(seat), of.last + 1);
      continue;
    }
    const owned = t.lower === 'city' || t.lower === 'capital' ? ownedSeat(doc, t.index) : null;
    if (owned !== null) {
      put(capitalOf(before, gazetteer), owned);
      continue;
    }
    if (kinds && t.upos === 'NOUN' && article && DEFINITE.has(article.lower))
      put(lastOf(doc, before, t.sentence, kinds), first);
    if (
      t.lower === 'capital' &&
      doc.tokens[t.index + 1]?.lower !== 'of' &&
      article &&
      /^(?:its|provincial|regional|the|whose)$/.test(doc.tokens[t.index - 1]!.lower)
    )
      put(
        doc.tokens[t.index - 1]!.lower === 'the'
          ? nationalCapital(before, gazetteer)
          : capitalOf(before, gazetteer),
        t.index - 1,
      );
  }
  return out;
}

/** Where "the strategic town" begins: at its article, adjectives passed over. */
function phraseFrom(doc: Document, head: number): number {
  let i = head - 1;
  while (i > head - 4 && i > 0 && /^(?:ADJ|PROPN|NOUN)$/.test(doc.tokens[i]!.upos)) {
    if (!/^(?:amod|compound|nmod:desc)$/.test(doc.tokens[i]!.deprel) || OTHERS.test(doc.tokens[i]!.lower))
      break;
    i--;
  }
  return i;
}
/** Adjectives by which another place is meant than the one spoken of. */
const OTHERS =
  /^(?:other|nearby|neighbou?ring|next|second|third|last|first|largest|biggest|main|same|capital)$/;

/** Adjectives by which another town than the seat is called a capital. */
const OTHERWISE = /^(?:commercial|economic|business|financial|former|historic|cultural|de)$/;

/** "Kenland's political capital": the province or country whose seat it is. */
function ownerOf(doc: Document, capital: number, named: readonly PlaceMention[]): PlaceMention | null {
  const { tokens } = doc;
  let i = capital - 1;
  while (i > 0 && tokens[i]!.upos === 'ADJ' && !OTHERWISE.test(tokens[i]!.lower)) i--;
  if (!/^[’'`]s?$/.test(tokens[i]?.text ?? '')) return null;
  return named.find(m => m.last === i && /^(?:province|country)$/.test(m.place.kind)) ?? null;
}

/** "the province's own capital city": where the words begin, if the province last named has its seat there. */
function ownedSeat(doc: Document, city: number): number | null {
  const { tokens } = doc;
  if (tokens[city + 1]?.lower === 'city') return null;
  let i = city,
    seat = tokens[city]!.lower === 'capital';
  while (i > 0 && (tokens[i - 1]!.upos === 'ADJ' || tokens[i - 1]!.lower === 'capital')) {
    i--;
    seat ||= tokens[i]!.lower === 'capital';
  }
  const owner = /^[’'`]s?$/.test(tokens[i - 1]?.text ?? '') ? tokens[i - 2]?.lower : null;
  return seat && owner && /^(?:province|region|country|state|governorate)$/.test(owner) ? i : null;
}

function lastOf(
  doc: Document,
  before: readonly PlaceMention[],
  sentence: number,
  kinds: readonly PlaceKind[],
): ClaimPlace | null {
  const fits = before.filter(
    m => kinds.includes(m.place.kind) && sentence - doc.tokens[m.first]!.sentence <= 6,
  );
  const recent = fits.at(-1);
  return recent?.place ?? null;
}

/** "pushing towards the capital": with nothing said of what it is the capital of, the country's. */
function nationalCapital(before: readonly PlaceMention[], gazetteer: Gazetteer): ClaimPlace | null {
  const country = before.findLast(m => m.place.country)?.place.country;
  const seat = country ? gazetteer.seatOf(`iso:${country}`) : null;
  return seat ? placeFields(seat) : null;
}

function capitalOf(before: readonly PlaceMention[], gazetteer: Gazetteer): ClaimPlace | null {
  const above = before.filter(m => m.place.kind === 'province' || m.place.kind === 'country').at(-1);
  const seat = above?.place.id ? gazetteer.seatOf(above.place.id) : null;
  return seat ? placeFields(seat) : null;
}
