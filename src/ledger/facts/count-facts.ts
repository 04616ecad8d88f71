import { type Claim, type ClaimPlace, isTake, overlapOf } from '../../model/index.ts';
import { type CountSet, keyOfWords, type SetLookup } from '../sets/count-set.ts';
import { dateStatement } from '../statements/date-statement.ts';
import { sideOf } from '../statements/side-of.ts';
import type { CountFact, Said } from './fact.ts';

/** How far before "It is the eighth capital to fall" its place may stand, in characters. */
const NEAR = 400;

/**
 * The fact of a count. "The seventh" is a place: the one that is taken in the same words, or in those just before. The
 * country of the set is that of the count's places, or the one that most of the report's places lie in.
 */
export function countFact(
  claim: Claim,
  all: readonly Claim[],
  said: Said,
  sets: SetLookup,
): CountFact | null {
  const { count } = claim;
  if (count == null) return null;
  const take = count.ordinal ? findTake(claim, all) : null;
  const country = countryOf(claim.places) ?? mostOf(all);
  const found = country == null ? null : sets.find(count.set, country);
  const set = fits(found, count.outOf ?? null) ? found : null;
  const place = take?.places[0] ?? null;
  return {
    kind: 'count',
    ...said,
    set: set?.key ?? keyOfWords(count.set, country),
    setName: count.set,
    side: sideOf(claim.actor) ?? sideOf(take?.actor),
    n: count.n,
    outOf: count.outOf ?? null,
    ordinal: count.ordinal,
    place: place?.id ?? null,
    placeName: place?.name ?? null,
    day: dateStatement('hold', claim.time, said.word).day,
  };
}

const fits = (set: CountSet | null, outOf: number | null): boolean =>
  set != null && (outOf == null || outOf === set.members.length);

/** The taking that an ordinal counts: of one place, in the same words, or the last one just before them. */
function findTake(count: Claim, all: readonly Claim[]): Claim | null {
  const takes = all.filter(
    c =>
      c.kind === 'control' &&
      isTake(c.event) &&
      c.in === count.in &&
      c.polarity === 'affirmed' &&
      c.modality === 'actual' &&
      c.places.length === 1 &&
      c.places[0]!.id != null &&
      c.places[0]!.part == null &&
      c.places[0]!.kind !== 'site',
  );
  const same = takes.filter(c => overlapOf(c.quote, count.quote) > 0);
  if (new Set(same.map(c => c.places[0]!.id)).size === 1) return same[0]!;
  if (same.length > 0) return null;
  return (
    takes
      .filter(c => c.quote.end <= count.quote.start && count.quote.start - c.quote.end <= NEAR)
      .sort((a, b) => a.quote.end - b.quote.end)
      .at(-1) ?? null
  );
}

const countryOf = (places: readonly ClaimPlace[]): string | null =>
  places.find(p => p.country)?.country ?? null;

/** The country of most places in a report's claims; of those alike the first by code. */
function mostOf(all: readonly Claim[]): string | null {
  const n = new Map<string, number>();
  for (const claim of all)
    for (const { country } of claim.places) if (country) n.set(country, (n.get(country) ?? 0) + 1);
  return [...n].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0] ?? null;
}
