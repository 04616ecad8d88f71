import type {
  Asker,
  CalendarDate,
  FigureSeries,
  FigureView,
  Instant,
  LedgerEvent,
  Moment,
} from '../../model/index.ts';
import { listReports, loadClaims, loadEvents, loadFigures, loadPlaces } from '../../store/index.ts';
import type { Context } from '../context.ts';
import { countryName, countryOf } from '../country.ts';
import { atOf, isBy, knownAtOf } from '../moment.ts';

export interface FindingsQuery extends Moment {
  readonly country?: string | undefined;
}

/** Claims that tell the same happening, as one event each. */
export function events(context: Context, _by: Asker, query: FindingsQuery = {}): Promise<LedgerEvent[]> {
  const country = countryOf(context, query.country);
  const knownAt = knownAtOf(query.knownAt),
    at = atOf(query.at);
  return context.store.read(async tx => {
    const found = (await loadEvents(tx, country)).filter(event => isBy(at, event.from));
    if (knownAt == null) return found;
    const reports = new Set((await listReports(tx, knownAt)).map(r => r.id));
    const reportOf = new Map((await loadClaims(tx, { knownAt })).map(s => [s.claim.id, s.claim.report]));
    return found.flatMap(event => {
      const claims = event.claims.filter(id => reportOf.has(id));
      return claims.length === 0
        ? []
        : [{ ...event, claims, reports: event.reports.filter(id => reports.has(id)) }];
    });
  });
}

/** Series of figures, by measure, place and origin, with the points known by an instant and the names of the places. */
export function figures(context: Context, _by: Asker, query: FindingsQuery = {}): Promise<FigureView[]> {
  const country = countryOf(context, query.country);
  const knownAt = knownAtOf(query.knownAt),
    at = atOf(query.at);
  return context.store.read(async tx => {
    const all = await loadFigures(tx, country);
    const found = knownAt == null && at == null ? all : all.flatMap(series => seriesAt(series, at, knownAt));
    const ids = [...new Set(found.flatMap(({ place }) => (place == null ? [] : [place])))];
    const places = await loadPlaces(tx, { ids });
    return found.map(series => ({ ...series, placeName: nameOf(series.place, places) }));
  });
}

/** A place's name; a country's by its code, for the ledger need not have seen it. */
function nameOf(place: string | null, places: ReadonlyMap<string, { readonly name: string }>): string | null {
  if (place == null) return null;
  const country = /^iso:([A-Z]{2})$/.exec(place)?.[1];
  return country == null ? (places.get(place)?.name ?? place) : countryName(country);
}

function seriesAt(series: FigureSeries, at: CalendarDate | null, knownAt: Instant | null): FigureSeries[] {
  const points = series.points.filter(p => (knownAt == null || p.known <= knownAt) && isBy(at, p.date));
  return points.length === 0 ? [] : [{ ...series, points }];
}
