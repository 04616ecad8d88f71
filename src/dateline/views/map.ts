import {
  type Asker,
  type ControlPeriod,
  dateOf,
  type Extent,
  type Moment,
  type PeriodTable,
  type SideView,
} from '../../model/index.ts';
import {
  listReports,
  loadExtent,
  loadPeriods,
  loadPlaces,
  loadSides,
  type StoredExtent,
  type Tx,
} from '../../store/index.ts';
import type { Context } from '../context.ts';
import { countryName, countryOf } from '../country.ts';
import { atOf, defaultDay, isBy, knownAtOf } from '../moment.ts';
import { knownBy } from './known-by.ts';

/** The days and instants that the record spans, for sliders; at a moment, up to it. */
export const extent = (context: Context, _by: Asker, query: Moment = {}): Promise<Extent> =>
  context.store.read(async tx => {
    const all = await loadExtent(tx);
    const found = query.at == null && query.knownAt == null ? all : await extentAt(tx, all, query);
    return {
      ...found,
      countries: found.countries.map(c => ({ code: c.code, name: countryName(c.code), places: c.places })),
      defaultAt: await defaultDay(context, tx),
      demo: context.demo,
    };
  });

async function extentAt(tx: Tx, all: StoredExtent, query: Moment): Promise<StoredExtent> {
  const at = atOf(query.at),
    knownAt = knownAtOf(query.knownAt);
  const least = <T extends string>(a: T | null, b: T | null): T | null =>
    a == null || b == null ? a : a < b ? a : b;
  const found = periodsAt(await loadPeriods(tx, {}), query);
  const places = await loadPlaces(tx, { ids: [...new Set(found.map(p => p.place))] });
  const counts = new Map<string, number>();
  for (const { country } of places.values())
    if (country != null) counts.set(country, (counts.get(country) ?? 0) + 1);
  const reports = (await listReports(tx, knownAt)).filter(r => isBy(at, dateOf(r.published ?? r.known)));
  return {
    firstDay: found.length === 0 ? null : least(all.firstDay, at),
    lastDay: found.length === 0 ? null : least(all.lastDay, at),
    firstKnown: least(all.firstKnown, knownAt),
    lastKnown: least(all.lastKnown, knownAt),
    countries: [...counts]
      .map(([code, n]) => ({ code, places: n }))
      .sort((a, b) => b.places - a.places || (a.code < b.code ? -1 : 1)),
    reports: reports.length,
    claims: reports.reduce((sum, r) => sum + r.claims, 0),
    places: places.size,
  };
}

/** Periods that had begun by a day, as believed up to an instant. */
const periodsAt = (periods: readonly ControlPeriod[], query: Moment): ControlPeriod[] =>
  knownBy(periods, knownAtOf(query.knownAt)).filter(p => isBy(atOf(query.at), p.validFrom));

/** The sides that hold or held something by a moment, in the order of their colours: by how many places each has ever held. */
export const sides = (context: Context, _by: Asker, query: Moment = {}): Promise<SideView[]> =>
  context.store.read(async tx => {
    const all = await loadSides(tx);
    if (query.at == null && query.knownAt == null) return all;
    const holding = new Set(periodsAt(await loadPeriods(tx, {}), query).map(p => p.holder?.side));
    return all.filter(side => holding.has(side.side));
  });

/** Every control period ever believed (up to a moment), with its places. */
export function periods(
  context: Context,
  _by: Asker,
  query: Moment & { readonly country?: string | undefined } = {},
): Promise<PeriodTable> {
  const country = countryOf(context, query.country);
  return context.store.read(async tx => {
    const found = periodsAt(await loadPeriods(tx, { country }), query);
    const places = await loadPlaces(tx, { ids: [...new Set(found.map(p => p.place))] });
    return { places: [...places.values()], periods: found };
  });
}
