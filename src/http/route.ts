import type { z } from 'zod';
import type { Streams } from './changes/stream.ts';
import type { Asker, Ledger, ReadOne } from './types.ts';

/** What a route works with: the ledger, and what of the reader it needs. */
export interface Service {
  readonly ledger: Ledger;
  readonly read: ReadOne;
  readonly streams: Streams;
}

export interface Call<Params, Query, Body> {
  readonly by: Asker;
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  /** As people reach this server, for links in an answer. @example 'http://127.0.0.1:4400' */
  readonly origin: string;
  readonly request: Request;
  /** Whether whoever asked may still: a key can be revoked while a stream runs. */
  readonly mayStill: () => Promise<boolean>;
}

type Shape = z.ZodType;
export type Method = 'get' | 'post' | 'patch' | 'delete';

/** One route: what it takes, what it gives, and the one call on the ledger that it stands for. The API's description is made of it. */
export interface Route {
  readonly method: Method;
  /** In OpenAPI's writing: `/api/places/{id}/history`. */
  readonly path: string;
  readonly id: string;
  readonly summary: string;
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: Shape;
  readonly answer: Shape;
  /** Least role that may call it. */
  readonly role: Asker['role'];
  /** Of a list: what tells its rows apart. It can then be had page by page. */
  readonly rowKey?: (row: never) => string;
  /** Of rows with geometry: the same as a GeoJSON feature collection. */
  readonly geo?: (answer: never) => unknown;
  /** What it answers with where that is not JSON: `use` then gives the response itself. */
  readonly media?: string;
  /** How many plain reads it costs, where requests are limited. */
  readonly cost: number;
  readonly use: (service: Service, call: Call<never, never, never>) => Promise<unknown>;
}

/** Makes a route whose `use` is typed by its schemas. */
export function route<
  Params extends z.ZodObject = z.ZodObject<Record<never, never>>,
  Query extends z.ZodObject = z.ZodObject<Record<never, never>>,
  Body extends Shape = z.ZodUndefined,
>(definition: {
  readonly method: Route['method'];
  readonly path: string;
  readonly id: string;
  readonly summary: string;
  readonly params?: Params;
  readonly query?: Query;
  readonly body?: Body;
  readonly answer: Shape;
  readonly role?: Asker['role'];
  readonly rowKey?: Route['rowKey'];
  readonly geo?: Route['geo'];
  readonly media?: string;
  readonly cost?: number;
  readonly use: (
    service: Service,
    call: Call<z.output<Params>, z.output<Query>, z.output<Body>>,
  ) => Promise<unknown>;
}): Route {
  return Object.freeze({ role: 'viewer', cost: 1, ...definition }) as unknown as Route;
}
