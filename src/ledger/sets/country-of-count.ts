import type { Claim, ClaimPlace, Report } from '../../model/index.ts';
import { sideOf } from '../statements/side-of.ts';
import type { SetLookup } from './count-set.ts';

/** How far before the words of the set its country may stand, in characters: "Afghanistan's 34 provincial capitals". */
const NEAR = 30;

/** A name of up to three words with capitals, perhaps with its genitive. */
const NAME = /\p{Lu}[\p{L}-]+(?: (?:of |the |and )?\p{Lu}[\p{L}-]+){0,2}/gu;

/**
 * The countries whose places a count may count, likeliest first: that of its own place; the one named right before what is
 * counted; the one that its side fights in; the one that most of the report's places lie in; the one that the report names
 * most often.
 * @example countriesOfCount(fiveOf34, claims, report, sets) // ['AF']
 */
export function countriesOfCount(
  claim: Claim,
  all: readonly Claim[],
  report: Pick<Report, 'title' | 'text'>,
  sets: SetLookup,
): readonly string[] {
  const side = sideOf(claim.actor);
  const found = [
    claim.places.find(p => p.country)?.country,
    namedBeside(claim, sets),
    side == null ? null : sets.homeOf(side),
    mostOf(all.flatMap(c => c.places.flatMap((p: ClaimPlace) => p.country ?? []))),
  ];
  const near = [...new Set(found.filter(c => c != null))];
  if (near.length > 0) return near;
  const told = mostOf(namedIn(`${report.title ?? ''}\n${report.text}`, sets).map(n => n.country));
  return told == null ? [] : [told];
}

/** The last country named right before the words of the set, in the count's own words. */
function namedBeside({ count, quote }: Claim, sets: SetLookup): string | null {
  const noun = count!.set
    .split(' ')
    .at(-1)!
    .replace(/(?:ies|s)$/, '');
  const at = quote.text.toLowerCase().lastIndexOf(noun.toLowerCase());
  if (at < 0) return null;
  const near = namedIn(quote.text.slice(Math.max(0, at - count!.set.length - NEAR), at), sets);
  return near.at(-1)?.country ?? null;
}

/** The countries that a text names, each time it does; of names within names the longest. */
function namedIn(text: string, sets: SetLookup): { readonly country: string }[] {
  const found: { readonly country: string }[] = [];
  for (const [name] of text.matchAll(NAME)) {
    const words = name.split(' ');
    for (let first = 0; first < words.length; first++)
      for (let last = words.length; last > first; last--) {
        const country = sets.countryNamed(words.slice(first, last).join(' '));
        if (country == null) continue;
        found.push({ country });
        first = last - 1;
        break;
      }
  }
  return found;
}

/** The most frequent; of those alike the first by code. */
function mostOf(countries: readonly string[]): string | null {
  const n = new Map<string, number>();
  for (const country of countries) n.set(country, (n.get(country) ?? 0) + 1);
  return [...n].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0] ?? null;
}
