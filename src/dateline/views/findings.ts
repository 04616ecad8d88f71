import type { Asker, FigureSeries, Instant, LedgerEvent, Moment } from '../../model/index.ts';
import { listReports, loadClaims, loadEvents, loadFigures } from '../../store/index.ts';
import type { Context } from '../context.ts';
import { countryOf } from '../country.ts';
import { knownAtOf } from '../moment.ts';

export interface FindingsQuery extends Moment {
  readonly country?: string | undefined;
}

/** Claims that tell the same happening, as one event each. */
export function events(context: Context, _by: Asker, query: FindingsQuery = {}): Promise<LedgerEvent[]> {
  const country = countryOf(context, query.country);
  const knownAt = knownAtOf(query.knownAt);
  return context.store.read(async tx => {
    const found = await loadEvents(tx, country);
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
  const knownAt = knownAtOf(query.knownAt);
  return context.store.read(async tx => {
    const found = await loadFigures(tx, country);
    return knownAt == null ? found : found.flatMap(series => knownSeries(series, knownAt));
  });
}

function knownSeries(series: FigureSeries, knownAt: Instant): FigureSeries[] {
  const points = series.points.filter(p => p.known <= knownAt);
  return points.length === 0 ? [] : [{ ...series, points }];
}
