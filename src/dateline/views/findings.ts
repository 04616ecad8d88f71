import type { Asker, CalendarDate, FigureSeries, Instant, LedgerEvent, Moment } from '../../model/index.ts';
import { listReports, loadClaims, loadEvents, loadFigures } from '../../store/index.ts';
import type { Context } from '../context.ts';
import { countryOf } from '../country.ts';
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

/** Series of figures, by measure, place and origin, with the points known by an instant. */
export function figures(context: Context, _by: Asker, query: FindingsQuery = {}): Promise<FigureSeries[]> {
  const country = countryOf(context, query.country);
  const knownAt = knownAtOf(query.knownAt),
    at = atOf(query.at);
  return context.store.read(async tx => {
    const found = await loadFigures(tx, country);
    return knownAt == null && at == null ? found : found.flatMap(series => seriesAt(series, at, knownAt));
  });
}

function seriesAt(series: FigureSeries, at: CalendarDate | null, knownAt: Instant | null): FigureSeries[] {
  const points = series.points.filter(p => (knownAt == null || p.known <= knownAt) && isBy(at, p.date));
  return points.length === 0 ? [] : [{ ...series, points }];
}
