import type { Hono } from 'hono';
import { html } from 'hono/html';
import { type Account, LedgerError } from '../../model/index.ts';
import { type AppOptions, addressOf, type Env } from '../app.ts';
import type { Sessions } from '../types.ts';
import { cookiesOf, readForm } from './form.ts';
import { field, type Html, layout, notice, pageResponse, seeOther } from './layout.ts';

/** What a one-time link leads to: choosing a password. The first administrator also says who they are. */
export function addWelcome(app: Hono<Env>, sessions: Sessions, options: AppOptions): void {
  app.get('/welcome', async context => {
    context.set('route', '/welcome');
    const token = context.req.query('token') ?? '';
    options.limits?.knock(addressOf(context, options.behindProxy));
    const account = await sessions.invited(token);
    return account == null ? ended() : pageResponse(welcomePage(account, token, {}, null));
  });
  app.post('/welcome', async context => {
    context.set('route', '/welcome');
    const form = await readForm(context);
    const token = form.token ?? '';
    const address = addressOf(context, options.behindProxy);
    options.limits?.knock(address);
    const account = await sessions.invited(token);
    if (account == null) return ended();
    try {
      const chosen = { password: form.password ?? '', name: form.name, email: form.email };
      const came = await sessions.claim(token, chosen);
      options.limits?.welcome(address);
      return seeOther('/', cookiesOf(came.cookies, context, options));
    } catch (error) {
      if (!(error instanceof LedgerError)) throw error;
      return pageResponse(welcomePage(account, token, form, error.message), 400);
    }
  });
}

const isNobodys = ({ email }: Account): boolean => email.endsWith('.invalid');

const welcomePage = (
  account: Account,
  token: string,
  form: Readonly<Record<string, string | undefined>>,
  wrong: string | null,
): Html =>
  layout(
    isNobodys(account) ? 'Welcome to Dateline' : `Welcome, ${account.name}`,
    html`${notice(wrong)}
<p>${
      isNobodys(account)
        ? 'You are the first administrator of this server. Say who you are and choose a password: from then on everybody signs in.'
        : `Choose a password. You sign in with ${account.email}.`
    }</p>
<form method="post" action="/welcome">
<input type="hidden" name="token" value="${token}">
${
  isNobodys(account)
    ? html`${field({ name: 'name', label: 'Your name', type: 'text', autocomplete: 'name', value: form.name ?? '' })}
${field({ name: 'email', label: 'E-mail address', type: 'email', autocomplete: 'username', value: form.email ?? '', hint: 'You sign in with it; nothing is sent to it.' })}`
    : html`<input type="hidden" name="email" autocomplete="username" value="${account.email}">`
}
${field({ name: 'password', label: 'Password', type: 'password', autocomplete: 'new-password', least: 12, hint: 'At least 12 characters; a few words are best.' })}
<button>Begin</button>
</form>`,
  );

const ended = (): Promise<Response> =>
  pageResponse(
    layout(
      'This link has ended',
      html`<p>It has been used, or is older than two days. An administrator makes a new one with
<code>dateline accounts link</code>, or on their account page. <a href="/sign-in">Sign in</a></p>`,
    ),
    410,
  );
