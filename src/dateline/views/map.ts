import type { Asker, Extent, PeriodTable, SideView } from '../../model/index.ts';
import { loadExtent, loadPeriods, loadPlaces, loadSides } from '../../store/index.ts';
import type { Context } from '../context.ts';
import { countryName, countryOf } from '../country.ts';
import { defaultDay } from '../moment.ts';

/** The days and instants that the record spans, for sliders. */
export const extent = (context: Context, _by: Asker): Promise<Extent> =>
  context.store.read(async tx => {
    const found = await loadExtent(tx);
    return {
      ...found,
      countries: found.countries.map(c => ({ code: c.code, name: countryName(c.code), places: c.places })),
      defaultAt: await defaultDay(context, tx),
      demo: context.demo,
    };
  });

/** The sides that hold or held something, in the order of their colours: by how many places each has held. */
export const sides = (context: Context, _by: Asker): Promise<SideView[]> =>
  context.store.read(tx => loadSides(tx));

/** Every control period ever believed, with its places. */
export function periods(
  context: Context,
  _by: Asker,
  query: { readonly country?: string | undefined } = {},
): Promise<PeriodTable> {
  const country = countryOf(context, query.country);
  return context.store.read(async tx => {
    const found = await loadPeriods(tx, { country });
    const places = await loadPlaces(tx, { ids: [...new Set(found.map(p => p.place))] });
    return { places: [...places.values()], periods: found };
  });
}
