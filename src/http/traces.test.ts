import { createServer } from 'node:http';
import { propagation } from '@opentelemetry/api';
import { W3CTraceContextPropagator } from '@opentelemetry/core';
import {
  BasicTracerProvider,
  InMemorySpanExporter,
  SimpleSpanProcessor,
} from '@opentelemetry/sdk-trace-base';
import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { startTraces, traceRequests } from './traces.ts';

const makeApp = (middleware: ReturnType<typeof traceRequests>) => {
  const app = new Hono<{ Variables: { route?: string } }>();
  app.use(middleware);
  app.get('/api/places/:id', context => {
    context.set('route', '/api/places/{id}');
    return context.text('ok');
  });
  return app;
};

test('a span bears the route, the method and the status, takes up its caller, and has no word of the address', async () => {
  propagation.setGlobalPropagator(new W3CTraceContextPropagator());
  const exporter = new InMemorySpanExporter();
  const provider = new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] });
  const app = makeApp(traceRequests(provider.getTracer('test')));
  const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
  await app.request('/api/places/Karimi?q=Karimi', { headers: { traceparent } });
  const [span] = exporter.getFinishedSpans();
  expect(span).toMatchObject({
    name: 'GET /api/places/{id}',
    attributes: { 'http.route': '/api/places/{id}', 'http.response.status_code': 200 },
  });
  expect(span!.spanContext().traceId).toBe('0af7651916cd43dd8448eb211c80319c');
  expect(JSON.stringify(span!.attributes)).not.toContain('Karimi');
});

test('nothing is traced where no endpoint is told; where one is, spans arrive there', async () => {
  expect(await startTraces({}, '0')).toBeNull();
  const got: string[] = [];
  const collector = createServer((request, response) => {
    got.push(request.url!);
    request
      .resume()
      .on('end', () => response.writeHead(200, { 'content-type': 'application/json' }).end('{}'));
  }).listen(0, '127.0.0.1');
  await new Promise(done => collector.once('listening', done));
  const endpoint = `http://127.0.0.1:${(collector.address() as { port: number }).port}`;
  process.env.OTEL_EXPORTER_OTLP_ENDPOINT = endpoint;
  const traces = await startTraces(process.env, '0');
  delete process.env.OTEL_EXPORTER_OTLP_ENDPOINT;
  await makeApp(traces!.middleware).request('/api/places/x');
  await traces!.stop();
  collector.close();
  expect(got).toEqual(['/v1/traces']);
});
