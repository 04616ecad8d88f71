import type { Context, Hono } from 'hono';
import { z } from 'zod';
import { type AppOptions, type Env, originOf } from './app.ts';
import { askerOf, checkRole, knownSender } from './gate.ts';
import { wantsGeoJson } from './geojson.ts';
import { answerJson } from './json.ts';
import { linkTo, pageOf, paging } from './paging.ts';
import { ProblemError } from './problem.ts';
import { readBody, readQuery } from './request.ts';
import type { Route, Service } from './route.ts';
import { format } from './schemas/query.ts';

/** Registers one route of the table: checks, asks, answers. */
export function addRoute(app: Hono<Env>, route: Route, service: Service, options: AppOptions): void {
  const path = route.path.replace(/\{(\w+)\}/g, ':$1');
  const shape = queryOf(route);
  app.on(route.method.toUpperCase(), path, async context => {
    context.set('route', route.path);
    const request = context.req.raw;
    const by = await knownSender(request, options);
    // Before the role is looked at: the log says whose request was refused.
    context.set('by', by);
    checkRole(by, route.role);
    options.limits?.spend(by, route.cost);
    const params = route.params ? readQuery(route.params, context.req.param()) : {};
    const asked = onceEach(context.req.queries());
    const given = shape ? readQuery(shape, asked) : refuseAny(asked);
    const { limit, cursor, format, ...query } = given as Listing & Record<string, unknown>;
    const body = route.body ? await readBody(route.body, request) : undefined;
    const isOwn = !route.rowKey && limit !== undefined;
    const call = {
      by,
      params,
      query: isOwn ? { ...query, limit } : query,
      body,
      origin: originOf(context, options),
      request,
      mayStill: () =>
        askerOf(request, options, route.role).then(
          () => true,
          () => false,
        ),
    } as never;
    const answer = await route.use(service, call);
    return answer instanceof Response ? answer : answerOf(context, route, answer, { limit, cursor, format });
  });
}

interface Listing {
  readonly limit?: number | undefined;
  readonly cursor?: string | undefined;
  readonly format?: 'json' | 'geojson' | undefined;
}

/** All that a route's address may bear: its own parameters, and those of a list or of rows with geometry. */
export function queryOf(route: Route): z.ZodObject | undefined {
  const more = { ...(route.rowKey ? paging : {}), ...(route.geo ? { format } : {}) };
  if (Object.keys(more).length === 0) return route.query;
  return (route.query ?? z.object({})).extend(more);
}

function answerOf(context: Context<Env>, route: Route, answer: unknown, listing: Listing): Response {
  const request = context.req.raw;
  let rows = answer,
    link: string | undefined;
  if (route.rowKey) {
    const page = pageOf(answer as never[], route.rowKey as (row: never) => string, listing);
    rows = page.rows;
    if (page.cursor != null) link = linkTo(context.req.url, page.cursor);
  }
  const isGet = route.method === 'get';
  if (route.geo == null || !wantsGeoJson(request, listing.format))
    return answerJson(rows, request, isGet, { link });
  return answerJson(route.geo(rows as never), request, isGet, { link, type: 'application/geo+json' });
}

/** Each parameter's one value. Of two values one would be left out unseen: that is a mistake, and said to be. */
function onceEach(query: Record<string, string[]>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(query).map(([name, values]) => {
      if (values.length > 1)
        throw new ProblemError(
          400,
          `"${name}" is given ${values.length} times (${values.map(value => JSON.stringify(value)).join(', ')}): write it once`,
        );
      return [name, values[0]!];
    }),
  );
}

function refuseAny(query: Record<string, string>): Record<string, never> {
  const [name] = Object.keys(query);
  if (name != null) throw new ProblemError(400, `"${name}" is no parameter of this address: it takes none`);
  return {};
}
