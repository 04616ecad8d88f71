import type { z } from 'zod';
import type { Asker, Ledger, ReadOne } from './types.ts';

/** What a route works with: the ledger, who asks, and what of the reader it needs. */
export interface Service {
  readonly ledger: Ledger;
  readonly read: ReadOne;
}

export interface Call<Params, Query, Body> {
  readonly by: Asker;
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
}

type Shape = z.ZodType;

/** One route: what it takes, what it gives, and the one call on the ledger that it stands for. The API's description is made of it. */
export interface Route {
  readonly method: 'get' | 'post';
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
  readonly use: (
    service: Service,
    call: Call<z.output<Params>, z.output<Query>, z.output<Body>>,
  ) => Promise<unknown>;
}): Route {
  return Object.freeze({ role: 'viewer', ...definition }) as unknown as Route;
}
