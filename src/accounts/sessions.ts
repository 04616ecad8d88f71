import { createHash } from 'node:crypto';
import { type Account, type Asker, LedgerError, mayDo, type OneTimeLink, type Role } from '../model/index.ts';
import { isClaimed, loadAccounts, updateAccount } from '../store/index.ts';
import { create, findOrThrow, makeLink, note } from './accounts.ts';
import { KEY_PREFIX, PASSWORD_LEAST } from './auth.ts';
import { checkEmail, checkName } from './check.ts';
import type { Opened } from './opened.ts';

/** Somebody who came in, and what their browser is to keep. */
export interface CameIn {
  readonly account: Account;
  readonly cookies: readonly string[];
}

/** How people and programs come in: for the server alone. */
export interface Sessions {
  /** Whether anybody has chosen a password yet. */
  isClaimed(): Promise<boolean>;
  /** The link of the first administrator, who is made where there is none; null once somebody has come in by one. */
  first(): Promise<OneTimeLink | null>;
  /** Who a browser's cookies or a key stand for; null where they stand for nobody (any more). */
  who(credential: {
    readonly cookie?: string | null | undefined;
    readonly key?: string | null | undefined;
  }): Promise<Asker | null>;
  /** Signs in; null where address and password do not go together. */
  enter(email: string, password: string): Promise<CameIn | null>;
  /** Signs out; gives what the browser is to forget. */
  leave(cookie: string): Promise<readonly string[]>;
  /** Whom a link lets in; null where it has been used or has ended. */
  invited(token: string): Promise<Account | null>;
  /** Takes up a link: a password, and for the first administrator a name and an address. */
  claim(
    token: string,
    chosen: {
      readonly password: string;
      readonly name?: string | undefined;
      readonly email?: string | undefined;
    },
  ): Promise<CameIn>;
  /** Forgets who credentials were found to be. */
  forget(): void;
}

/** What the first administrator is called until claimed: an address that cannot be anybody's. */
export const NOBODYS = 'administrator@dateline.invalid';
/** How long a credential stands for whom it was found to be, in milliseconds. */
const KEPT_MS = 10_000;
const KEPT_MOST = 5000;
/** How long "nobody has come in yet" is believed, in milliseconds. */
const CLAIM_MS = 2000;

export function makeSessions(opened: Opened): Sessions {
  const { store } = opened;
  let claimed = false,
    asked = 0;
  // Asked with every request of a guest: another process may have let the first one in.
  const claimedNow = async (): Promise<boolean> => {
    if (claimed || Date.now() - asked < CLAIM_MS) return claimed;
    claimed = await store.read(isClaimed);
    asked = Date.now();
    return claimed;
  };
  return {
    isClaimed: claimedNow,
    forget: () => opened.found.clear(),
    async first() {
      if (await claimedNow()) return null;
      const accounts = await store.read(tx => loadAccounts(tx));
      const account =
        accounts.find(a => a.role === 'administrator') ??
        (await create(opened, NOBODYS, 'Administrator', 'administrator'));
      return makeLink(opened, account);
    },
    who: ({ cookie, key }) => {
      if (key) return kept(opened, `key ${key}`, () => byKey(opened, key));
      if (cookie?.includes('dateline.session_token='))
        return kept(opened, `cookie ${cookie}`, () => bySession(opened, cookie));
      return Promise.resolve(null);
    },
    async enter(email, password) {
      const [account] = await store.read(tx => loadAccounts(tx, email.trim()));
      const auth = await opened.auth();
      try {
        // Asked even for an address that nobody has, so that both take as long.
        const { headers } = await auth.api.signInEmail({
          body: { email: email.trim().toLowerCase(), password },
          returnHeaders: true,
        });
        if (account == null || account.disabled) return null;
        await note(opened, askerOf(account), 'sign in', {});
        return { account, cookies: headers.getSetCookie() };
      } catch {
        return null;
      }
    },
    async leave(cookie) {
      const auth = await opened.auth();
      const { headers } = await auth.api.signOut({ headers: new Headers({ cookie }), returnHeaders: true });
      opened.found.clear();
      return headers.getSetCookie();
    },
    invited: token => invitedBy(opened, token),
    async claim(token, chosen) {
      const account = await invitedBy(opened, token);
      if (account == null) throw new LedgerError('invalid', 'this link has been used, or has ended');
      if (chosen.password.length < PASSWORD_LEAST || chosen.password.length > 128)
        throw new LedgerError('invalid', `a password has ${PASSWORD_LEAST} to 128 characters`);
      const names = await namesOf(opened, account, chosen);
      const auth = await opened.auth();
      await auth.api.resetPassword({ body: { token, newPassword: chosen.password } });
      await store.write(tx => updateAccount(tx, account.id, names));
      opened.found.clear();
      const { headers } = await auth.api.signInEmail({
        body: { email: names.email, password: chosen.password },
        returnHeaders: true,
      });
      claimed = true;
      const after = await findOrThrow(opened, account.id);
      await note(opened, askerOf(after), 'account claim', { account: after.id, email: after.email });
      return { account: after, cookies: headers.getSetCookie() };
    },
  };
}

/** Only the first administrator, who is nobody yet, says who they are. */
async function namesOf(
  { store }: Opened,
  account: Account,
  chosen: { readonly name?: string | undefined; readonly email?: string | undefined },
): Promise<{ name: string; email: string }> {
  if (account.email !== NOBODYS) return { name: account.name, email: account.email };
  const email = checkEmail(chosen.email ?? ''),
    name = checkName(chosen.name ?? account.name);
  const [other] = await store.read(tx => loadAccounts(tx, email));
  if (other != null) throw new LedgerError('invalid', `there is an account of ${email} already`);
  return { name, email };
}

async function invitedBy(opened: Opened, token: string): Promise<Account | null> {
  const { internalAdapter } = await (await opened.auth()).$context;
  const found = await internalAdapter.findVerificationValue(`reset-password:${token}`);
  if (found == null || found.expiresAt < new Date()) return null;
  const [account] = await opened.store.read(tx => loadAccounts(tx, found.value));
  return account == null || account.disabled ? null : account;
}

async function bySession(opened: Opened, cookie: string): Promise<Asker | null> {
  const auth = await opened.auth();
  const session = await auth.api.getSession({ headers: new Headers({ cookie }) });
  if (session == null) return null;
  const [account] = await opened.store.read(tx => loadAccounts(tx, session.user.id));
  return account == null || account.disabled ? null : askerOf(account);
}

async function byKey(opened: Opened, key: string): Promise<Asker | null> {
  if (!key.startsWith(KEY_PREFIX)) return null;
  const auth = await opened.auth();
  const { valid, key: found } = await auth.api.verifyApiKey({ body: { key } });
  if (!valid || found == null) return null;
  const [account] = await opened.store.read(tx => loadAccounts(tx, found.referenceId));
  if (account == null || account.disabled) return null;
  const wanted = (found.metadata as { role?: Role } | null)?.role ?? 'viewer';
  const role = mayDo(account.role, wanted) ? wanted : account.role;
  return { ...askerOf(account), name: `${account.name} (key ${found.name})`, role };
}

const askerOf = ({ id, name, role, withhold }: Account): Asker => ({ id, name, role, withhold });

/** What was found for a credential, asked again every ten seconds. Kept under a hash, so that memory holds no key. */
async function kept(
  { found }: Opened,
  credential: string,
  find: () => Promise<Asker | null>,
): Promise<Asker | null> {
  const name = createHash('sha256').update(credential).digest('base64url');
  const known = found.get(name);
  if (known != null && known.until > Date.now()) return known.value as Asker;
  const value = await find();
  if (found.size >= KEPT_MOST) found.clear();
  if (value == null) found.delete(name);
  else found.set(name, { until: Date.now() + KEPT_MS, value });
  return value;
}
