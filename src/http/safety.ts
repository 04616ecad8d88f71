import type { MiddlewareHandler } from 'hono';
import { ProblemError } from './problem.ts';

/** Everything a page may load comes from this server: its scripts, styles, fonts, pictures and workers. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "worker-src 'self' blob:",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

/** Headers that keep a browser from doing what no page of ours asks for. */
export const secureHeaders = (): MiddlewareHandler => async (context, next) => {
  await next();
  const { headers } = context.res;
  headers.set('content-security-policy', POLICY);
  headers.set('x-content-type-options', 'nosniff');
  // Not 'no-referrer': a form would then come without the origin that `guardOrigin` asks for.
  headers.set('referrer-policy', 'same-origin');
  headers.set('cross-origin-opener-policy', 'same-origin');
  headers.set('cross-origin-resource-policy', 'same-origin');
  headers.set('permissions-policy', 'camera=(), microphone=(), geolocation=()');
};

/** The name in a Host header, without its port. */
const nameOf = (host: string): string => host.replace(/:\d+$/, '').toLowerCase();

/** Refuses requests that came here under another site's name, as a page does whose DNS answer was changed to this machine. */
export const guardHost =
  (hosts: readonly string[] | null): MiddlewareHandler =>
  async ({ req }, next) => {
    const host = req.header('host') ?? new URL(req.url).host;
    if (hosts != null && !hosts.includes(nameOf(host)))
      throw new ProblemError(
        421,
        `"${host}" is not a name of this server: it answers to ${hosts.join(', ')}`,
      );
    await next();
  };

/** Refuses writes that a page of another site sends. Programs send no Origin and pass. */
export const guardOrigin =
  (): MiddlewareHandler =>
  async ({ req }, next) => {
    const origin = req.header('origin'),
      host = req.header('host') ?? new URL(req.url).host;
    const isOther = origin != null && (!URL.canParse(origin) || new URL(origin).host !== host);
    if (isOther && req.method !== 'GET' && req.method !== 'HEAD')
      throw new ProblemError(403, `a page of ${origin} may not write here`);
    await next();
  };
