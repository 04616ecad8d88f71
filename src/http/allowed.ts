import { ROUTES } from './routes/index.ts';

/** What answers to GET alone, besides the routes. */
const FILES = ['/openapi.json', '/reference', '/healthz', '/readyz', '/metrics', '/pages.css'];

const PATTERNS = [
  ...ROUTES.map(({ method, path }) => ({
    method: method.toUpperCase(),
    pattern: new RegExp(`^${path.replace(/[.]/g, '\\.').replace(/\{\w+\}/g, '[^/]+')}$`),
  })),
  ...FILES.map(path => ({ method: 'GET', pattern: new RegExp(`^${path.replace(/[.]/g, '\\.')}$`) })),
];

/**
 * The methods that an address takes, for the Allow header (RFC 9110); none where there is no such address.
 * @example methodsAt('/api/status') // ['GET', 'HEAD']
 */
export function methodsAt(path: string): string[] {
  const methods = new Set(PATTERNS.filter(({ pattern }) => pattern.test(path)).map(({ method }) => method));
  if (methods.has('GET')) methods.add('HEAD');
  return [...methods].sort();
}
