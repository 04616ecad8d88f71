import { changesBetween } from '../../ledger/index.ts';
import type { Asker, CalendarDate, Changes, PlaceView } from '../../model/index.ts';
import { loadExtent, loadPeriods, loadPlaces } from '../../store/index.ts';
import type { Context } from '../context.ts';
import { countryOf } from '../country.ts';
import { namingOf } from '../filing/naming.ts';
import { dayOf, defaultDay, knownAtOf } from '../moment.ts';
import { nameInSentence } from '../places/name-in-sentence.ts';
import { withholdingFor } from '../withholding/withhold.ts';
import { viewClaims } from './claims.ts';

export interface ChangesQuery {
  /** The first day; left out, the first of the record. */
  readonly from?: CalendarDate | undefined;
  /** The last day; left out, the day that views show unless told. */
  readonly to?: CalendarDate | undefined;
  readonly country?: string | undefined;
  readonly knownAt?: string | undefined;
}

/** What changed hands between two days, both included, a sentence each. */
export function changes(context: Context, by: Asker, query: ChangesQuery = {}): Promise<Changes> {
  const country = countryOf(context, query.country);
  const knownAt = knownAtOf(query.knownAt);
  return context.store.read(async tx => {
    const to = query.to == null ? await defaultDay(context, tx) : dayOf(query.to);
    const from = query.from == null ? ((await loadExtent(tx)).firstDay ?? to) : dayOf(query.from);
    const periods = await loadPeriods(tx, { country });
    const places = await loadPlaces(tx, { country });
    const between = (lookup: Parameters<typeof changesBetween>[3]) =>
      changesBetween(periods, { from, to, knownAt }, id => places.get(id)!, lookup);
    const naming = namingOf(context);
    const { nameOfSide } = naming;
    const nameOfPlace = (place: PlaceView): string =>
      nameInSentence(place, id => places.get(id)?.name ?? naming.nameOfPlace(id));
    const ids = [...new Set(between({ nameOfSide }).flatMap(c => [...c.after.claims, ...c.after.against]))];
    const claims = new Map((await viewClaims(tx, by, { ids })).map(c => [c.id, c]));
    const withholding = await withholdingFor(tx, by, [...new Set([...claims.values()].map(c => c.report))]);
    const rows = between({ nameOfSide, nameOfPlace, claimOf: id => claims.get(id) }).map(change => {
      const about = [...change.after.claims, ...change.after.against].flatMap(
        id => claims.get(id)?.report ?? [],
      );
      return { ...change, sentence: withholding.of(...new Set(about))(change.sentence) };
    });
    return { from, to, knownAt, rows };
  });
}
