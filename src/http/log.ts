import { randomUUID } from 'node:crypto';
import type { Context, MiddlewareHandler } from 'hono';
import { type DestinationStream, type Logger, pino } from 'pino';
import { problemOf } from './problem.ts';
import type { Asker } from './types.ts';

export const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** The server's log: JSON lines. What it writes is chosen, field by field: no address, query, header, body or name gets in. */
export interface ServerLog {
  note(
    level: 'debug' | 'info' | 'warn' | 'error',
    fields: Readonly<Record<string, unknown>>,
    words: string,
  ): void;
  /** What is no person's doing, with where in the code it came from. */
  failed(error: unknown, where: string): void;
}

/** @example createLog('info', pino.destination(2)).note('info', { port: 4400 }, 'listening') */
export function createLog(level: LogLevel, stream: DestinationStream): ServerLog {
  const log: Logger = pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: label => ({ level: label }) },
    },
    stream,
  );
  return {
    note: (level, fields, words) => log[level](fields, words),
    failed: (error, where) => log.error({ where, ...tellError(error) }, 'a request failed'),
  };
}

/**
 * An error without what it may quote of a report: databases and parsers put the values that they choke on into quotation
 * marks and after colons.
 */
export function tellError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { error: typeof error };
  const { code } = error as { code?: unknown };
  const frames = (error.stack ?? '').split('\n').filter(line => /^\s+at /.test(line));
  return {
    error: error.name,
    ...(typeof code === 'string' ? { code } : {}),
    message: error.message.replace(/["'`«“‘].*?(?:["'`»”’]|$)/gs, '…').slice(0, 120),
    at: frames.slice(0, 6).map(line => line.trim()),
  };
}

/** One line a request: what was asked for, by whom, how it went and how long it took. */
export const logRequests =
  (log: ServerLog): MiddlewareHandler =>
  async (context, next) => {
    const started = performance.now();
    const id = randomUUID();
    await next();
    context.res.headers.set('x-request-id', id);
    const status = context.error ? problemOf(context.error).status : context.res.status;
    const level = status >= 500 ? 'error' : isQuiet(context) ? 'debug' : 'info';
    const by = context.get('by') as Asker | undefined;
    const fields = {
      request: id,
      method: context.req.method,
      route: (context.get('route') as string | undefined) ?? 'other',
      status,
      ms: Math.round(performance.now() - started),
      ...(by == null ? {} : { by: by.id }),
    };
    log.note(level, fields, 'request');
  };

/** Probes ask every few seconds. */
const isQuiet = (context: Context): boolean => ['/healthz', '/readyz', '/metrics'].includes(context.req.path);
