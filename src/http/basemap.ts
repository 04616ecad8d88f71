import { stat } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import type { Handler } from 'hono';
import { answerJson } from './json.ts';
import { staticFiles } from './static-files.ts';

/** Where pages look for it. */
export const BASEMAP = '/basemap';

/**
 * A basemap of the desk's own: a MapLibre style on this machine with what it needs beside it (tiles, glyphs, sprites). `path` is the style
 * or the folder that holds it as style.json. Without one, the style's address answers `null`, so that pages need not ask twice.
 */
export function basemap(path: string | undefined): Handler {
  const found = path == null ? null : rootOf(path);
  return async (context, next) => {
    const own = await found;
    const asked = context.req.path.slice(BASEMAP.length);
    if (own == null) return asked === '/style.json' ? answerJson(null, context.req.raw, true) : next();
    const to = asked === '/style.json' ? `/${own.style}` : asked;
    const request = new Request(new URL(to, context.req.url), context.req.raw);
    return staticFiles(own.root)(
      {
        req: { path: to, header: (n: string) => request.headers.get(n) ?? undefined },
        notFound: () => context.notFound(),
      } as never,
      next,
    ) as Promise<Response>;
  };
}

async function rootOf(path: string): Promise<{ root: string; style: string } | null> {
  const facts = await stat(path).catch(() => null);
  if (facts == null) return null;
  return facts.isDirectory()
    ? { root: path, style: 'style.json' }
    : { root: dirname(path), style: basename(path) };
}
