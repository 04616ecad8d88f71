import {
  context as active,
  propagation,
  SpanKind,
  SpanStatusCode,
  type Tracer,
  trace,
} from '@opentelemetry/api';
import type { MiddlewareHandler } from 'hono';
import { problemOf } from './problem.ts';

export interface Traces {
  readonly middleware: MiddlewareHandler;
  /** Sends what has not been sent. */
  stop(): Promise<void>;
}

/**
 * Traces of requests, sent to where OTEL_EXPORTER_OTLP_ENDPOINT says; null where it says nothing: the library is loaded only
 * then. A caller's traceparent is taken up. Spans bear the route, the method and the status; no query, body or name.
 */
export async function startTraces(env: NodeJS.ProcessEnv, version: string): Promise<Traces | null> {
  if (!env.OTEL_EXPORTER_OTLP_ENDPOINT && !env.OTEL_EXPORTER_OTLP_TRACES_ENDPOINT) return null;
  const [{ OTLPTraceExporter }, sdk, { resourceFromAttributes }, { W3CTraceContextPropagator }] =
    await Promise.all([
      import('@opentelemetry/exporter-trace-otlp-http'),
      import('@opentelemetry/sdk-trace-base'),
      import('@opentelemetry/resources'),
      import('@opentelemetry/core'),
    ]);
  const provider = new sdk.BasicTracerProvider({
    resource: resourceFromAttributes({
      'service.name': env.OTEL_SERVICE_NAME ?? 'dateline',
      'service.version': version,
    }),
    spanProcessors: [new sdk.BatchSpanProcessor(new OTLPTraceExporter())],
  });
  propagation.setGlobalPropagator(new W3CTraceContextPropagator());
  return { middleware: traceRequests(provider.getTracer('dateline')), stop: () => provider.shutdown() };
}

/** A span for each request. */
export const traceRequests =
  (tracer: Tracer): MiddlewareHandler =>
  async (context, next) => {
    const headers = Object.fromEntries(context.req.raw.headers);
    const parent = propagation.extract(active.active(), headers);
    const { method } = context.req;
    const span = tracer.startSpan(method, { kind: SpanKind.SERVER }, parent);
    try {
      await active.with(trace.setSpan(parent, span), () => next());
    } finally {
      const route = (context.get('route') as string | undefined) ?? 'other';
      const status = context.error ? problemOf(context.error).status : context.res.status;
      span.updateName(`${method} ${route}`);
      span.setAttributes({
        'http.request.method': method,
        'http.route': route,
        'http.response.status_code': status,
      });
      if (status >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
      span.end();
    }
  };
