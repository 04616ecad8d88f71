import type { Gazetteer } from '../../gazetteer/index.ts';
import type { ClaimPlace } from '../../model/index.ts';
import type { Countries } from './evidence.ts';
import type { Seat } from './site-seat.ts';
import { placeFields, sitePlace } from './to-place.ts';

/** Least share of a country in the report for its sites to be meant. */
const AT_HOME = 0.1;

/**
 * A site as a place: the one that the gazetteer knows by its name ("Menagh air base") or by its town's ("the airport", of
 * Hodeidah), under the report's words for it; any other is a child of the place that it stands in.
 * @param name the report's words for it
 * @param head those of them that say what it is
 */
export function siteIn(
  gazetteer: Gazetteer,
  countries: Countries,
  name: string,
  head: string,
  parent: ClaimPlace | null,
): ClaimPlace {
  for (const words of [name, ...(parent ? [`${parent.name} ${head}`] : [])]) {
    const found = gazetteer
      .find(words, { kind: 'site', loose: false })
      .find(
        c =>
          c.place.country !== null &&
          (c.place.country === parent?.country || (countries.get(c.place.country) ?? 0) >= AT_HOME),
      );
    if (found) return { ...placeFields(found.place), name, ...(parent ? { in: parent.name } : {}) };
  }
  return sitePlace(name, head, parent);
}

/** A site in the seat that it is taken to have; with the other seats as candidates where none is likely. */
export function seatedSite(
  gazetteer: Gazetteer,
  countries: Countries,
  name: string,
  head: string,
  { mention, others }: Seat,
): ClaimPlace {
  const place = siteIn(gazetteer, countries, name, head, mention.place);
  const candidates = others.flatMap(({ mention: m, score }) => {
    const { id } = siteIn(gazetteer, countries, name, head, m.place);
    return id == null ? [] : [{ id, score: Math.round(1000 * score) / 1000 }];
  });
  return candidates.length > 1 ? { ...place, candidates } : place;
}
