import type { MiddlewareHandler } from 'hono';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Extent } from '../model/index.ts';
import { problemOf } from './problem.ts';

/** Upper bounds of the duration histogram, in seconds. */
const BOUNDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];

export interface Metrics {
  readonly middleware: MiddlewareHandler;
  readonly contentType: string;
  /** In Prometheus' text format, with what the ledger holds. */
  print(extent: Extent): Promise<string>;
}

/**
 * Counts requests and how long they took, by method, route and status; the process; what the ledger holds. No path, query
 * or address of a person is in it.
 */
export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const durations = new Histogram({
    name: 'dateline_http_request_duration_seconds',
    help: 'How long requests took.',
    labelNames: ['method', 'route', 'status'],
    buckets: BOUNDS,
    registers: [registry],
  });
  const gauge = (name: string, help: string): Gauge => new Gauge({ name, help, registers: [registry] });
  const reports = gauge('dateline_reports', 'Reports on file.'),
    claims = gauge('dateline_claims', 'Claims of the present readings.'),
    places = gauge('dateline_places', 'Places on record.');
  const middleware: MiddlewareHandler = async (context, next) => {
    const stop = durations.startTimer();
    try {
      await next();
    } finally {
      const route = (context.get('route') as string | undefined) ?? 'other';
      const status = context.error ? problemOf(context.error).status : context.res.status;
      stop({ method: context.req.method, route, status: String(status) });
    }
  };
  return {
    middleware,
    contentType: registry.contentType,
    print(extent) {
      reports.set(extent.reports);
      claims.set(extent.claims);
      places.set(extent.places);
      return registry.metrics();
    },
  };
}
