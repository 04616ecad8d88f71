import { loadGazetteer } from '../../gazetteer/index.ts';
import { gazetteerSets, rollUp } from '../../ledger/index.ts';
import type { StatusRow } from '../../model/index.ts';

/** Sets of which the record knows fewer places than this are not rolled up. */
const LEAST = 3;

/**
 * How many of a country's provincial capitals, and of its provinces, each side holds, a sentence each; of countries of which
 * the rows know some. Rows are a status at some moment.
 * @example sayRollUps(rows) // ['The Taliban holds 29 of 34 provincial capitals, the Afghan government holds five.']
 */
export function sayRollUps(rows: readonly StatusRow[]): string[] {
  const countries = new Set(rows.flatMap(row => row.place.country ?? []));
  if (countries.size === 0) return [];
  const sets = gazetteerSets(loadGazetteer());
  const known = new Set(rows.map(row => row.place.id));
  return [...countries].sort().flatMap(country =>
    ['capitals', 'divisions'].flatMap(kind => {
      const set = sets.byKey(`${country}/${kind}`);
      if (set == null || set.members.filter(id => known.has(id)).length < LEAST) return [];
      const { sentence } = rollUp(rows, set);
      return [countries.size === 1 ? sentence : `${country}: ${sentence}`];
    }),
  );
}
