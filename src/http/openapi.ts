import { z } from 'zod';
import { queryOf } from './add-route.ts';
import type { Route } from './route.ts';
import { Problem } from './schemas/answers.ts';

type Json = Record<string, unknown>;

const REF = '#/components/schemas/';

/** The OpenAPI 3.1 description of the API, made of the route table itself so that it cannot say anything else. */
export function openApi(routes: readonly Route[], version: string): Json {
  const paths: Record<string, Json> = {};
  for (const route of routes) {
    const path = paths[route.path] ?? {};
    path[route.method] = operation(route);
    paths[route.path] = path;
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Dateline',
      version,
      description:
        'Who holds which place, since when, and on whose word. Every read of the record takes `at` (on the ground at a day) and `knownAt` ' +
        '(as known at an instant). Lists can be had page by page (`limit`; follow the Link header). Bodies of GETs carry an ETag. ' +
        'Errors are RFC 9457 problems.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    security: [{}, { key: [] }, { header: [] }, { session: [] }],
    paths,
    components: {
      schemas: components(),
      securitySchemes: {
        key: {
          type: 'http',
          scheme: 'bearer',
          description: 'An API key, or the token of the ledger’s lock file.',
        },
        header: { type: 'apiKey', in: 'header', name: 'X-Api-Key' },
        session: { type: 'apiKey', in: 'cookie', name: 'dateline.session_token' },
      },
    },
  };
}

function operation(route: Route): Json {
  return {
    operationId: route.id,
    summary: route.summary,
    ...(route.role === 'viewer' ? {} : { description: `For the role ${route.role}.` }),
    parameters: [...parameters(route.params, 'path'), ...parameters(queryOf(route), 'query')],
    ...(route.body ? { requestBody: { required: true, content: content(route.body, 'input') } } : {}),
    responses: {
      200: {
        description: 'Done.',
        ...(route.rowKey ? { headers: LINK } : {}),
        content: answerContent(route),
      },
      default: {
        description: 'What went wrong.',
        content: { 'application/problem+json': { schema: schemaOf(Problem, 'output') } },
      },
    },
  };
}

/** A list that was asked for page by page leads to its next page. */
const LINK = {
  Link: { description: 'The next page (RFC 8288), where there is one.', schema: { type: 'string' } },
};

function answerContent(route: Route): Json {
  const schema = schemaOf(route.answer, 'output');
  if (route.media) return { [route.media]: { schema } };
  const json = { 'application/json': { schema } };
  return route.geo ? { ...json, 'application/geo+json': { schema: { type: 'object' } } } : json;
}

function parameters(shape: z.ZodObject | undefined, where: 'path' | 'query'): Json[] {
  return Object.entries(shape?.shape ?? {}).map(([name, field]) => {
    const { description, ...schema } = schemaOf(field as z.ZodType, 'input');
    const isNeeded = where === 'path' || !(field as z.ZodType).safeParse(undefined).success;
    return { name, in: where, required: isNeeded, ...(description ? { description } : {}), schema };
  });
}

const content = (shape: z.ZodType, io: 'input' | 'output'): Json => ({
  'application/json': { schema: schemaOf(shape, io) },
});

/** A shape as JSON Schema: what has a name is referred to by it. */
function schemaOf(shape: z.ZodType, io: 'input' | 'output'): Json {
  const schema = z.toJSONSchema(shape, { io, unrepresentable: 'any' }) as Json;
  return pointAtComponents(schema, shape.meta()?.id);
}

/** Every named shape by its name. */
function components(): Json {
  const { schemas } = z.toJSONSchema(z.globalRegistry, {
    uri: id => `${REF}${id}`,
    unrepresentable: 'any',
    io: 'output',
  });
  return Object.fromEntries(
    Object.entries(schemas)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([id, schema]) => {
        const { $schema, $id, id: _id, ...rest } = schema as Json;
        return [id, rest];
      }),
  );
}

/** zod puts named shapes under $defs; OpenAPI has them in one place. */
function pointAtComponents(schema: Json, ownId: unknown): Json {
  if (typeof ownId === 'string') return { $ref: REF + ownId };
  const { $schema, $defs, ...rest } = schema;
  return JSON.parse(JSON.stringify(rest).replaceAll('#/$defs/', REF)) as Json;
}
