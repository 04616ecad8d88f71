import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import type { Handler } from 'hono';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.pbf': 'application/x-protobuf',
  '.webmanifest': 'application/manifest+json',
  '.txt': 'text/plain; charset=utf-8',
};

/**
 * The built web application. Files under assets/ bear a hash of their content in their name and are kept by browsers for good;
 * the application itself has one address, "/": its views are told by what stands behind the question mark.
 */
export function staticFiles(root: string): Handler {
  return async ({ req, notFound }) => {
    const path = pathOf(req.path);
    if (path == null) return notFound();
    const isView = path === '/';
    const file = await readFile(join(root, isView ? 'index.html' : path)).catch(() => null);
    if (file == null) return notFound();
    const etag = `"${createHash('sha256').update(file).digest('base64url').slice(0, 22)}"`;
    const headers = {
      'content-type': TYPES[isView ? '.html' : extname(path)] ?? 'application/octet-stream',
      'cache-control': path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
      etag,
    };
    if (req.header('if-none-match') === etag) return new Response(null, { status: 304, headers });
    return new Response(new Uint8Array(file), { headers });
  };
}

/** The path within the root; null for one that leads out of it or is no path. */
function pathOf(path: string): string | null {
  let decoded: string;
  try {
    decoded = decodeURIComponent(path);
  } catch {
    return null;
  }
  if (decoded.includes('\0') || decoded.includes('\\')) return null;
  const clean = normalize(decoded);
  return clean.startsWith('/') && !clean.split('/').some(part => part.startsWith('.')) ? clean : null;
}
