import type { Hono, MiddlewareHandler } from 'hono';
import type { AppOptions, Env } from '../app.ts';
import { whoSent } from '../gate.ts';
import type { Ledger, Sessions } from '../types.ts';
import { addAccount } from './account.ts';
import { addSignIn, comeBack } from './sign-in.ts';
import { addWelcome } from './welcome.ts';

/** The pages by which people come in and manage who else does. */
export function addPages(app: Hono<Env>, ledger: Ledger, sessions: Sessions, options: AppOptions): void {
  addSignIn(app, sessions, options);
  addWelcome(app, sessions, options);
  addAccount(app, ledger, options);
}

/** Who asks for a view of the application and is nobody known is led to the sign-in page; its files hold nothing of the record. */
export const signInFirst =
  (options: AppOptions): MiddlewareHandler =>
  async (context, next) => {
    const isView = !/\.[a-z0-9]+$/i.test(context.req.path);
    if (isView && (await whoSent(context.req.raw, options)) == null)
      return context.redirect(comeBack(context), 303);
    await next();
  };
