import type { Context, Hono } from 'hono';
import { html } from 'hono/html';
import { aRole, LedgerError, mayDo, ROLES, type Role } from '../../model/index.ts';
import { type AppOptions, type Env, originOf } from '../app.ts';
import { whoSent } from '../gate.ts';
import type { Asker, Ledger } from '../types.ts';
import { readForm } from './form.ts';
import { type Html, layout, notice, pageResponse, seeOther } from './layout.ts';
import { auditTable, keysPart, peoplePart } from './manage.ts';
import { comeBack } from './sign-in.ts';

/** Something to be shown once, above the page: a link or a key. */
interface Once {
  readonly words: string;
  readonly value: string;
}

type Did = Once | string;

/** What the forms of the page do, by the last part of their address. */
const ACTIONS: Readonly<
  Record<
    string,
    (ledger: Ledger, by: Asker, form: Record<string, string | undefined>, origin: string) => Promise<Did>
  >
> = {
  async 'add-key'({ accounts }, by, form) {
    const { key, name } = await accounts.addKey(by, {
      name: form.name ?? '',
      role: (form.role ?? 'viewer') as Role,
      ...(form.days ? { days: Number(form.days) } : {}),
    });
    return { words: `The key “${name}”. Copy it now: it is not shown again.`, value: key };
  },
  async 'revoke-key'({ accounts }, by, form) {
    return `The key “${(await accounts.revokeKey(by, form.id ?? '')).name}” no longer works.`;
  },
  async 'add-person'({ accounts }, by, form, origin) {
    const person = { name: form.name ?? '', email: form.email ?? '', role: (form.role ?? '') as Role };
    return linkOf(await accounts.add(by, person), origin);
  },
  async link({ accounts }, by, form, origin) {
    return linkOf(await accounts.link(by, form.id ?? ''), origin);
  },
  async role({ accounts }, by, form) {
    const account = await accounts.change(by, form.id ?? '', { role: (form.role ?? '') as Role });
    return `${account.name} is now ${aRole(account.role)}.`;
  },
  async withhold({ accounts }, by, form) {
    const account = await accounts.change(by, form.id ?? '', { withhold: form.to === 'masked' });
    return account.withhold
      ? `Names of private persons are masked for ${account.name}.`
      : `${account.name} sees names of private persons. It is noted in the audit log.`;
  },
  async disabled({ accounts }, by, form) {
    const account = await accounts.change(by, form.id ?? '', { disabled: form.to === 'out' });
    return account.disabled ? `${account.name} can no longer sign in.` : `${account.name} may sign in again.`;
  },
};

const linkOf = (
  { account, token, expires }: { account: { name: string }; token: string; expires: string },
  origin: string,
): Once => ({
  words: `Send this link to ${account.name}. It works once, until ${expires.slice(0, 16).replace('T', ' ')} UTC.`,
  value: `${origin}/welcome?token=${token}`,
});

/** Your account; for an administrator everybody's, and what was done. */
export function addAccount(app: Hono<Env>, ledger: Ledger, options: AppOptions): void {
  const guarded = async (context: Context<Env>): Promise<Asker | null> => {
    const by = await whoSent(context.req.raw, options);
    if (by != null) context.set('by', by);
    return by;
  };
  app.get('/account', async context => {
    context.set('route', '/account');
    const by = await guarded(context);
    return by == null ? seeOther(comeBack(context)) : pageResponse(await accountPage(ledger, by, null, null));
  });
  app.post('/account/:action', async context => {
    context.set('route', '/account/{action}');
    const by = await guarded(context);
    const action = ACTIONS[context.req.param('action')];
    if (by == null || action == null) return seeOther('/account');
    try {
      const did = await action(ledger, by, await readForm(context), originOf(context, options));
      return pageResponse(await accountPage(ledger, by, did, null));
    } catch (error) {
      if (!(error instanceof LedgerError)) throw error;
      return pageResponse(await accountPage(ledger, by, null, error.message), 400);
    }
  });
}

async function accountPage(ledger: Ledger, by: Asker, did: Did | null, wrong: string | null): Promise<Html> {
  const isManager = mayDo(by.role, 'administrator');
  const keys = await ledger.accounts.keys(by);
  const people = isManager ? await ledger.accounts.list(by) : [];
  const audit = mayDo(by.role, 'analyst') ? await ledger.auditLog(by, { limit: 50 }) : [];
  return layout(
    'Your account',
    html`${notice(wrong)}${typeof did === 'string' ? notice(did, 'done') : ''}
${
  did == null || typeof did === 'string'
    ? ''
    : html`<div class="once" role="status"><p>${did.words}</p><p><code>${did.value}</code></p></div>`
}
<dl>
<dt>Name</dt><dd>${by.name}</dd>
<dt>Role</dt><dd>${by.role}</dd>
<dt>Private persons who spoke</dt><dd>${by.withhold ? 'masked' : 'shown by name'}</dd>
</dl>
<form method="post" action="/sign-out"><button class="plain">Sign out</button></form>
${keysPart(
  keys,
  ROLES.filter(role => mayDo(by.role, role)),
)}
${isManager ? peoplePart(people) : ''}
${audit.length === 0 ? '' : auditTable(audit)}`,
    'wide',
  );
}
