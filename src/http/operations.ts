import type { Hono } from 'hono';
import type { AppOptions, Env } from './app.ts';
import { askerOf } from './gate.ts';
import { answerJson } from './json.ts';
import type { Metrics } from './metrics.ts';
import { openApi } from './openapi.ts';
import { ROUTES } from './routes/index.ts';
import type { Ledger } from './types.ts';

/** What keeps a server running: health, readiness, metrics, and the API's own description. */
export function addOperations(app: Hono<Env>, ledger: Ledger, metrics: Metrics, options: AppOptions): void {
  const description = openApi(ROUTES, options.version);
  app.get('/healthz', context => {
    context.set('route', '/healthz');
    return context.text('ok\n');
  });
  app.get('/readyz', async context => {
    context.set('route', '/readyz');
    const isReady = await (options.ready?.() ?? true);
    return isReady ? context.text('ready\n') : context.text('stopping\n', 503);
  });
  app.get('/metrics', async context => {
    context.set('route', '/metrics');
    const by = await askerOf(context.req.raw, options, 'viewer');
    const body = await metrics.print(await ledger.extent(by));
    return context.text(body, 200, { 'content-type': metrics.contentType });
  });
  app.get('/openapi.json', context => {
    context.set('route', '/openapi.json');
    return answerJson(description, context.req.raw, true);
  });
}
