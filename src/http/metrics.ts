import type { MiddlewareHandler } from 'hono';
import { problemOf } from './problem.ts';

/** Upper bounds of the duration histogram, in seconds. */
const BOUNDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5] as const;

interface Series {
  readonly buckets: number[];
  sum: number;
  count: number;
}

export interface Metrics {
  readonly middleware: MiddlewareHandler;
  /** In Prometheus' text format 0.0.4. */
  print(): string;
}

/** Counts requests and how long they took, by method, route and status. No path, query or address of a person is in it. */
export function createMetrics(): Metrics {
  const series = new Map<string, Series>();
  const middleware: MiddlewareHandler = async (context, next) => {
    const started = performance.now();
    try {
      await next();
    } finally {
      const path = (context.get('route') as string | undefined) ?? 'other';
      const status = context.error ? problemOf(context.error).status : context.res.status;
      observe(series, `method="${context.req.method}",route="${path}",status="${status}"`, started);
    }
  };
  return { middleware, print: () => printSeries(series) };
}

function observe(series: Map<string, Series>, labels: string, started: number): void {
  const seconds = (performance.now() - started) / 1000;
  const found = series.get(labels) ?? { buckets: BOUNDS.map(() => 0), sum: 0, count: 0 };
  BOUNDS.forEach((bound, i) => {
    if (seconds <= bound) found.buckets[i]!++;
  });
  found.sum += seconds;
  found.count++;
  series.set(labels, found);
}

function printSeries(series: ReadonlyMap<string, Series>): string {
  const name = 'dateline_http_request_duration_seconds';
  const lines = [`# HELP ${name} How long requests took.`, `# TYPE ${name} histogram`];
  for (const [labels, { buckets, sum, count }] of series) {
    BOUNDS.forEach((bound, i) => {
      lines.push(`${name}_bucket{${labels},le="${bound}"} ${buckets[i]}`);
    });
    lines.push(`${name}_bucket{${labels},le="+Inf"} ${count}`, `${name}_sum{${labels}} ${sum.toFixed(6)}`);
    lines.push(`${name}_count{${labels}} ${count}`);
  }
  const memory = process.memoryUsage();
  lines.push(
    '# HELP process_resident_memory_bytes Memory that the process holds.',
    '# TYPE process_resident_memory_bytes gauge',
    `process_resident_memory_bytes ${memory.rss}`,
    '# HELP process_uptime_seconds How long the process has run.',
    '# TYPE process_uptime_seconds gauge',
    `process_uptime_seconds ${process.uptime().toFixed(1)}`,
  );
  return `${lines.join('\n')}\n`;
}
