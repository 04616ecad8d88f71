import type { Actors } from '../../actors/index.ts';
import type { Document } from '../../language/index.ts';
import type { PlaceMention, ReportContext } from '../annotations.ts';

/** The country that a report is about: the one that most of its places lie in, demonyms and the title counted too; earlier words count more. */
export function mainCountry(
  doc: Document,
  context: ReportContext,
  places: readonly PlaceMention[],
  actors: Actors,
): string | null {
  const score = new Map<string, number>();
  const add = (code: string | null | undefined, weight: number): void => {
    if (code) score.set(code, (score.get(code) ?? 0) + weight);
  };
  const early = (at: number): number => (at < 400 ? 2 : 1);
  for (const p of places) add(p.place.country, (p.place.kind === 'country' ? 0.7 : 1) * early(p.start));
  for (const t of doc.tokens)
    if (/^\p{Lu}/u.test(t.text)) add(actors.countryByDemonym(t.text)?.code, early(t.start) * 0.8);
  for (const word of (context.title ?? '').split(/[^\p{L}]+/u))
    add(actors.countryByDemonym(word)?.code ?? actors.countryByName(word)?.code, 1.5);
  return [...score].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]))[0]?.[0] ?? null;
}
