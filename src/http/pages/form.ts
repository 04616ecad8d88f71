import type { Context } from 'hono';
import { type AppOptions, originOf } from '../app.ts';
import { ProblemError } from '../problem.ts';

const FORM_LIMIT = 20_000;

/** The fields of a submitted form, as text. */
export async function readForm(context: Context): Promise<Record<string, string | undefined>> {
  const type = context.req.header('content-type') ?? '';
  if (!type.startsWith('application/x-www-form-urlencoded'))
    throw new ProblemError(415, 'this address takes a form');
  if (Number(context.req.header('content-length') ?? FORM_LIMIT + 1) > FORM_LIMIT)
    throw new ProblemError(413, 'the form is too large');
  return Object.fromEntries(new URLSearchParams(await context.req.text()));
}

/** Cookies as they are sent: over TLS alone where people reach the server so. */
export const cookiesOf = (cookies: readonly string[], context: Context, options: AppOptions): string[] =>
  originOf(context, options).startsWith('https:') ? cookies.map(cookie => `${cookie}; Secure`) : [...cookies];
