import { Hono } from 'hono';
import { askerOf, type Gate } from './gate.ts';
import { answerJson } from './json.ts';
import { createMetrics, type Metrics } from './metrics.ts';
import { openApi } from './openapi.ts';
import { ProblemError, problemOf, problemResponse } from './problem.ts';
import { readBody, readQuery } from './request.ts';
import type { Route } from './route.ts';
import { ROUTES } from './routes/index.ts';
import { guardHost, guardOrigin, secureHeaders } from './safety.ts';
import { staticFiles } from './static-files.ts';
import type { Ledger, ReadOne } from './types.ts';

export interface AppOptions extends Gate {
  /** Reads one report without filing it. */
  readonly read: ReadOne;
  readonly version: string;
  /** The built web application; the API alone where there is none. */
  readonly webRoot?: string | undefined;
  /** Told of what is no person's doing: the server's log. */
  readonly onError?: (error: unknown, request: Request) => void;
}

/** What the handlers hand to the metrics: the route in the table's own writing. */
type Env = { Variables: { route?: string } };

/**
 * The web application and its HTTP API over a ledger. Speaks only to the ledger and the reader it is handed: tests call
 * `createApp(…).request('/api/status')` in process.
 */
export function createApp(ledger: Ledger, options: AppOptions): Hono<Env> {
  const app = new Hono<Env>();
  const metrics = createMetrics();
  app.use(secureHeaders());
  app.use(guardHost(options.hosts));
  app.use(guardOrigin());
  app.use(metrics.middleware);
  for (const route of ROUTES) addRoute(app, route, ledger, options);
  addOperations(app, ledger, metrics, options);
  app.all('/api/*', ({ req }) => {
    throw new ProblemError(404, `there is no ${req.method} ${req.path} in the API: /openapi.json lists it`);
  });
  if (options.webRoot) app.get('*', staticFiles(options.webRoot));
  app.notFound(({ req }) =>
    problemResponse(problemOf(new ProblemError(404, `there is nothing at ${req.path}`))),
  );
  app.onError((error, { req }) => {
    const problem = problemOf(error);
    if (problem.status === 500) options.onError?.(error, req.raw);
    return problemResponse(problem);
  });
  return app;
}

/** Registers one route of the table: checks, asks, answers. */
function addRoute(app: Hono<Env>, route: Route, ledger: Ledger, options: AppOptions): void {
  const path = route.path.replace(/\{(\w+)\}/g, ':$1');
  app.on(route.method.toUpperCase(), path, async context => {
    context.set('route', route.path);
    const by = askerOf(context.req.raw, options, route.role);
    const params = route.params ? readQuery(route.params, context.req.param()) : {};
    const query = route.query ? readQuery(route.query, context.req.query()) : refuseAny(context.req.query());
    const body = route.body ? await readBody(route.body, context.req.raw) : undefined;
    const call = { by, params, query, body } as never;
    const answer = await route.use({ ledger, read: options.read }, call);
    return answerJson(answer, context.req.raw, route.method === 'get');
  });
}

function refuseAny(query: Record<string, string>): Record<string, never> {
  const [name] = Object.keys(query);
  if (name != null) throw new ProblemError(400, `"${name}" is no parameter of this address: it takes none`);
  return {};
}

/** What keeps a server running: health, readiness, metrics, and the API's own description. */
function addOperations(app: Hono<Env>, ledger: Ledger, metrics: Metrics, options: AppOptions): void {
  const description = openApi(ROUTES, options.version);
  app.get('/healthz', ({ text }) => text('ok\n'));
  app.get('/readyz', async ({ req, text }) => {
    await ledger.extent(askerOf(req.raw, options, 'viewer'));
    return text('ready\n');
  });
  app.get('/metrics', ({ req, text }) => {
    askerOf(req.raw, options, 'viewer');
    return text(metrics.print(), 200, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' });
  });
  app.get('/openapi.json', ({ req }) => answerJson(description, req.raw, true));
}
