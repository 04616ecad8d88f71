import { html } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';

/** What a template gives: every value put into it has been escaped. */
export type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

/** A page of the server's own: no script, one style sheet, nothing from elsewhere. */
export const layout = (
  title: string,
  body: Html,
  width: 'narrow' | 'wide' = 'narrow',
): Html => html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title} · Dateline</title>
<link rel="stylesheet" href="/pages.css">
</head>
<body>
<header><a href="/" class="mark">Dateline</a></header>
<main class="${width}">
<h1>${title}</h1>
${body}
</main>
</body>
</html>`;

/** A message above a form: what went wrong, or what was done. */
export const notice = (words: string | null, kind: 'wrong' | 'done' = 'wrong'): Html =>
  words == null
    ? html``
    : html`<p class="notice ${kind}" role="${kind === 'wrong' ? 'alert' : 'status'}">${words}</p>`;

interface Field {
  readonly name: string;
  readonly label: string;
  readonly type: 'text' | 'email' | 'password' | 'number';
  readonly autocomplete: string;
  readonly value?: string;
  readonly hint?: string;
  readonly least?: number;
  readonly optional?: boolean;
}

/** A labelled field. */
export const field = ({ name, label, type, autocomplete, value, hint, least, optional }: Field): Html => html`
<div class="field">
<label for="${name}">${label}</label>
<input id="${name}" name="${name}" type="${type}" autocomplete="${autocomplete}" value="${value ?? ''}"
 ${optional ? '' : 'required'} ${least == null ? '' : html`minlength="${least}"`}
 ${hint == null ? '' : html`aria-describedby="${name}-hint"`}>
${hint == null ? '' : html`<p class="hint" id="${name}-hint">${hint}</p>`}
</div>`;

export const pageResponse = (page: Html, status = 200, cookies: readonly string[] = []): Promise<Response> =>
  Promise.resolve(page).then(body => {
    const headers = new Headers({ 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' });
    for (const cookie of cookies) headers.append('set-cookie', cookie);
    return new Response(String(body), { status, headers });
  });

/** Leads on to another page of this server after a form. */
export function seeOther(path: string, cookies: readonly string[] = []): Response {
  const headers = new Headers({ location: path, 'cache-control': 'no-store' });
  for (const cookie of cookies) headers.append('set-cookie', cookie);
  return new Response(null, { status: 303, headers });
}
