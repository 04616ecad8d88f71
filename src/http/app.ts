import { getConnInfo } from '@hono/node-server/conninfo';
import { type Context, Hono } from 'hono';
import { addRoute } from './add-route.ts';
import { methodsAt } from './allowed.ts';
import { BASEMAP, basemap } from './basemap.ts';
import { createStreams } from './changes/stream.ts';
import { createTail } from './changes/tail.ts';
import { credentialOf, type Gate } from './gate.ts';
import { answerText } from './json.ts';
import { createLimits, type Limits } from './limits.ts';
import { logRequests, type ServerLog } from './log.ts';
import { createMetrics } from './metrics.ts';
import { addOperations } from './operations.ts';
import { addPages, signInFirst } from './pages/index.ts';
import { nothingPage } from './pages/nothing.ts';
import { addReference } from './pages/reference.ts';
import { STYLE } from './pages/style.ts';
import { ProblemError, problemOf, problemResponse } from './problem.ts';
import { ROUTES } from './routes/index.ts';
import { guardHost, guardOrigin, secureHeaders } from './safety.ts';
import { staticFiles } from './static-files.ts';
import type { Traces } from './traces.ts';
import type { Asker, Ledger, ReadOne, Sessions } from './types.ts';

export interface AppOptions extends Gate {
  /** Reads one report without filing it. */
  readonly read: ReadOne;
  readonly version: string;
  /** The built web application; the API alone where there is none. */
  readonly webRoot?: string | undefined;
  /** A basemap of the desk's own: a MapLibre style, or the folder that holds it. */
  readonly basemap?: string | undefined;
  /** How people sign in; left out where nobody does. */
  readonly sessions?: Sessions | undefined;
  /** How people reach this server, where that is not the address it listens on: behind a proxy with TLS. */
  readonly publicAddress?: string | undefined;
  /** Whether a proxy stands before it and says in X-Forwarded-For who asks. */
  readonly behindProxy?: boolean | undefined;
  /** Rejects, or gives false, while requests should go elsewhere. */
  readonly ready?: (() => Promise<boolean>) | undefined;
  /** Ends streams, which would otherwise never end. */
  readonly stopping?: AbortSignal | undefined;
  readonly limits?: Limits | undefined;
  readonly log?: ServerLog | undefined;
  readonly traces?: Traces | undefined;
  /** Told of what is no person's doing. */
  readonly onError?: (error: unknown, request: Request) => void;
}

/** What the handlers hand to log and metrics: the route in the table's own writing, and who asked. */
export type Env = { Variables: { route?: string; by?: Asker } };

/**
 * The web application and its HTTP API over a ledger. Speaks only to the ledger, the reader and the sessions that it is
 * handed: tests call `createApp(…).request('/api/status')` in process.
 */
export function createApp(ledger: Ledger, given: AppOptions): Hono<Env> {
  const options = { ...given, limits: given.limits ?? createLimits() };
  const app = new Hono<Env>();
  const metrics = createMetrics();
  if (options.traces) app.use(options.traces.middleware);
  if (options.log) app.use(logRequests(options.log));
  app.use(metrics.middleware);
  app.use(secureHeaders());
  app.use(guardHost(options.hosts));
  app.use(guardOrigin());
  const stopping = options.stopping ?? new AbortController().signal;
  const streams = createStreams(ledger, createTail(ledger), stopping);
  const service = { ledger, read: options.read, streams };
  for (const route of ROUTES) addRoute(app, route, service, options);
  addOperations(app, ledger, metrics, options);
  app.get('/pages.css', ({ req }) => answerText(STYLE, req.raw, true, { type: 'text/css; charset=utf-8' }));
  app.all('*', async ({ req }, next) => {
    const methods = methodsAt(req.path);
    if (methods.length > 0 && !methods.includes(req.method)) throw notTaken(req.method, req.path, methods);
    await next();
  });
  app.all('/api/*', ({ req }) => {
    throw new ProblemError(404, `there is no ${req.method} ${req.path} in the API: /openapi.json lists it`);
  });
  addReference(app, options.version);
  if (options.sessions) addPages(app, ledger, options.sessions, options);
  app.get(`${BASEMAP}/*`, signInFirst(options), basemap(options.basemap));
  if (options.webRoot) app.get('*', signInFirst(options), staticFiles(options.webRoot));
  app.notFound(context => {
    const { req } = context;
    if (/\btext\/html\b/.test(req.header('accept') ?? '') && !req.path.startsWith('/api/'))
      return context.html(nothingPage(req.path), 404);
    return problemResponse(problemOf(new ProblemError(404, `there is nothing at ${req.path}`)));
  });
  app.onError((error, context) => failed(error, context, options));
  return app;
}

const notTaken = (method: string, path: string, methods: readonly string[]): ProblemError =>
  new ProblemError(405, `${path} takes ${methods.join(', ')}, not ${method}`, { allow: methods.join(', ') });

function failed(thrown: Error, context: Context<Env>, options: AppOptions): Response {
  const error = countBadKey(thrown, context, options);
  const problem = problemOf(error);
  if (problem.status === 500) {
    options.onError?.(error, context.req.raw);
    options.log?.failed(error, context.get('route') ?? 'other');
  }
  const headers = error instanceof ProblemError ? error.headers : {};
  return problemResponse(problem, problem.status === 401 ? { ...headers, ...challenge(context) } : headers);
}

/** A wrong key is a try to come in: who tries too many is told to wait. */
function countBadKey(error: Error, context: Context<Env>, { limits, behindProxy }: AppOptions): Error {
  if (problemOf(error).status !== 401 || context.req.header('authorization') == null) return error;
  try {
    if (credentialOf(context.req.raw).key != null) limits?.knock(addressOf(context, behindProxy));
    return error;
  } catch (tooOften) {
    return tooOften as Error;
  }
}

/** Feed readers ask their user for a password where Basic is named; elsewhere a browser is not to ask. */
const challenge = ({ req }: Context<Env>): Record<string, string> => ({
  'www-authenticate': `${req.path.startsWith('/feeds/') ? 'Basic' : 'Bearer'} realm="Dateline"`,
});

/** How people reach this server, for links. */
export const originOf = ({ req }: Context, { publicAddress }: AppOptions): string =>
  publicAddress == null ? new URL(req.url).origin : new URL(publicAddress).origin;

/** The address that a request came from; the proxy's own word for it where one stands before the server. */
export function addressOf(context: Context, behindProxy: boolean | undefined): string {
  const forwarded = behindProxy
    ? context.req.header('x-forwarded-for')?.split(',').at(-1)?.trim()
    : undefined;
  if (forwarded) return forwarded;
  try {
    return getConnInfo(context).remote.address ?? 'unknown';
  } catch {
    return 'in process';
  }
}
