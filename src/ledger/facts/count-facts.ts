import { type Claim, isTake, overlapOf, type Report } from '../../model/index.ts';
import { type CountSet, keyOfWords, type SetLookup } from '../sets/count-set.ts';
import { countriesOfCount } from '../sets/country-of-count.ts';
import { dateStatement } from '../statements/date-statement.ts';
import { sideOf } from '../statements/side-of.ts';
import type { CountFact, Said } from './fact.ts';

/** How far before "It is the eighth capital to fall" its place may stand, in characters. */
const NEAR = 400;

/**
 * The fact of a count. "The seventh" is a place: the one that is taken in the same words, or in those just before. Which
 * country's places are counted is told by the count itself first, then by its side, then by the report around it.
 */
export function countFact(
  claim: Claim,
  all: readonly Claim[],
  report: Pick<Report, 'title' | 'text'>,
  said: Said,
  sets: SetLookup,
): CountFact | null {
  const { count } = claim;
  if (count == null) return null;
  const take = count.ordinal ? findTake(claim, all) : null;
  const told = countriesOfCount({ ...claim, actor: claim.actor ?? take?.actor ?? null }, all, report, sets);
  const set = told.map(c => sets.find(count.set, c)).find(found => fits(found, count.outOf ?? null)) ?? null;
  const place = take?.places[0] ?? null;
  return {
    kind: 'count',
    ...said,
    set: set?.key ?? keyOfWords(count.set, told[0] ?? null),
    setName: count.set,
    side: sideOf(claim.actor) ?? sideOf(take?.actor),
    n: count.n,
    outOf: count.outOf ?? null,
    ordinal: count.ordinal,
    place: place?.id ?? null,
    placeName: place?.name ?? null,
    day: dateStatement('hold', claim.time, said.word).day,
    from: claim.time?.from ?? null,
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
