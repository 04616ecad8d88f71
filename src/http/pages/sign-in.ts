import type { Context, Hono } from 'hono';
import { html } from 'hono/html';
import { type AppOptions, addressOf, type Env } from '../app.ts';
import type { Sessions } from '../types.ts';
import { cookiesOf, readForm } from './form.ts';
import { field, type Html, layout, notice, pageResponse, seeOther } from './layout.ts';

/** Signing in and out. */
export function addSignIn(app: Hono<Env>, sessions: Sessions, options: AppOptions): void {
  app.get('/sign-in', context => {
    context.set('route', '/sign-in');
    return pageResponse(signInPage(nextOf(context.req.query('next')), '', null));
  });
  app.post('/sign-in', async context => {
    context.set('route', '/sign-in');
    const form = await readForm(context);
    const next = nextOf(form.next),
      email = form.email ?? '';
    const address = addressOf(context, options.behindProxy);
    options.limits?.knock(address);
    const came = await sessions.enter(email, form.password ?? '');
    if (came == null) {
      options.log?.note('warn', { route: '/sign-in' }, 'a sign-in failed');
      return pageResponse(signInPage(next, email, 'That address and password do not go together.'), 401);
    }
    options.limits?.welcome(address);
    return seeOther(next, cookiesOf(came.cookies, context, options));
  });
  app.post('/sign-out', async context => {
    context.set('route', '/sign-out');
    const forgotten = await sessions.leave(context.req.header('cookie') ?? '');
    return seeOther('/sign-in', cookiesOf(forgotten, context, options));
  });
}

/** Where to go after signing in: a page of this server, never another's. */
export function nextOf(asked: string | undefined): string {
  if (asked == null || !/^\/(?![/\\])/.test(asked)) return '/';
  const url = new URL(asked, 'http://here.invalid');
  return url.host === 'here.invalid' && url.pathname !== '/sign-in' ? url.pathname + url.search : '/';
}

const signInPage = (next: string, email: string, wrong: string | null): Html =>
  layout(
    'Sign in',
    html`${notice(wrong)}
<form method="post" action="/sign-in">
<input type="hidden" name="next" value="${next}">
${field({ name: 'email', label: 'E-mail address', type: 'email', autocomplete: 'username', value: email })}
${field({ name: 'password', label: 'Password', type: 'password', autocomplete: 'current-password' })}
<button>Sign in</button>
</form>
<p class="hint">No account, or no password any more? An administrator of this server makes you a link.</p>`,
  );

/** The path and query of a request, to come back to. */
export const comeBack = ({ req }: Context): string => {
  const { pathname, search } = new URL(req.url);
  const here = pathname + search;
  return here === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(here)}`;
};
