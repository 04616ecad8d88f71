import { createHash } from 'node:crypto';

/** What an answer bears beside its body. */
interface Extra {
  /** Leads to the next page of a list. */
  readonly link?: string | undefined;
  readonly type?: string | undefined;
}

/** An answer as JSON. A GET's bears an ETag of its bytes, and is 304 for who has them. */
export function answerJson(answer: unknown, request: Request, isGet: boolean, extra: Extra = {}): Response {
  const body = JSON.stringify(answer ?? null);
  return answerText(body, request, isGet, { type: 'application/json; charset=utf-8', ...extra });
}

export function answerText(body: string, request: Request, isGet: boolean, extra: Extra): Response {
  const headers: Record<string, string> = {
    'content-type': extra.type ?? 'text/plain; charset=utf-8',
    ...(extra.link ? { link: extra.link } : {}),
  };
  if (!isGet) return new Response(body, { headers: { ...headers, 'cache-control': 'no-store' } });
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
  Object.assign(headers, {
    etag,
    'cache-control': 'private, no-cache',
    vary: 'authorization, cookie, accept',
  });
  if (matches(request.headers.get('if-none-match'), etag))
    return new Response(null, { status: 304, headers });
  return new Response(request.method === 'HEAD' ? null : body, { headers });
}

/** Whether a list of entity tags names this one; a weak tag stands for the same body here. */
const matches = (given: string | null, etag: string): boolean =>
  (given ?? '')
    .split(',')
    .map(tag => tag.trim().replace(/^W\//, ''))
    .some(tag => tag === etag || tag === '*');
