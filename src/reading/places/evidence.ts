import type { ReportContext } from '../annotations.ts';
import type { Lookup } from './lookup.ts';
import type { Spot } from './spot.ts';

/** Which countries a report is about: shares that sum to one, by country code. */
export type Countries = ReadonlyMap<string, number>;

const EARLY = 500;

/** Counts the countries that a report names outright, by name, demonym or the words beside a name; earlier words count double. */
export function countryEvidence(
  spots: readonly Spot[],
  context: ReportContext,
  lookup: Lookup,
): Map<string, number> {
  const sum = new Map<string, number>();
  const add = (code: string, weight: number): void => void sum.set(code, (sum.get(code) ?? 0) + weight);
  for (const s of spots) {
    const early = s.start < EARLY ? 2 : 1;
    for (const code of s.countries) add(code, (early * 0.8) / s.countries.length);
    if (s.countries.length > 0) continue;
    const best = (s.id ? lookup.byId(s.id) : lookup.find(s.name))[0];
    if (best?.fit !== 'exact' || best.place.country === null) continue;
    if (best.place.kind === 'country' && best.score > 0.9) add(best.place.country!, early);
  }
  for (const word of (context.title ?? '').split(/[^\p{L}.-]+/u)) {
    const code = lookup.gazetteer.countryByName(word) ?? lookup.demonym(word)[0];
    if (code) add(code, 1.5);
  }
  return sum;
}

/** Shares of a count, with a little left for every other country. */
export function toShares(sum: ReadonlyMap<string, number>): Countries {
  const total = [...sum.values()].reduce((a, b) => a + b, 0);
  return new Map([...sum].map(([code, n]) => [code, total === 0 ? 0 : n / total]));
}
