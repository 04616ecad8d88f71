import {
  type Account,
  type AccountChange,
  type Accounts,
  type Asker,
  LedgerError,
  type OneTimeLink,
  type Role,
} from '../model/index.ts';
import { endSessions, insertAudit, loadAccounts, updateAccount } from '../store/index.ts';
import { LINK_SECONDS } from './auth.ts';
import { checkEmail, checkName, checkRole, needRole } from './check.ts';
import { makeKeys } from './keys.ts';
import type { Opened } from './opened.ts';

const MANAGING = 'managing accounts';

/** People and keys, by better-auth: see `Accounts`. All that is done to them is in the audit log. */
export function makeAccounts(opened: Opened): Accounts {
  const { store } = opened;
  return {
    ...makeKeys(opened),
    async list(by) {
      needRole(by, 'administrator', MANAGING);
      return store.read(tx => loadAccounts(tx));
    },
    async add(by, person) {
      needRole(by, 'administrator', MANAGING);
      const email = checkEmail(person.email);
      if ((await store.read(tx => loadAccounts(tx, email))).length > 0)
        throw new LedgerError('invalid', `there is an account of ${email} already`);
      const account = await create(opened, email, checkName(person.name), checkRole(person.role));
      await note(opened, by, 'account add', { account: account.id, email, role: account.role });
      return makeLink(opened, account);
    },
    async link(by, id) {
      // Not for one's own account either: a key of lower role would become its whole account.
      needRole(by, 'administrator', MANAGING);
      const account = await findOrThrow(opened, id);
      await note(opened, by, 'account link', { account: account.id, email: account.email });
      return makeLink(opened, account);
    },
    change: (by, id, change) => changeAccount(opened, by, id, change),
  };
}

async function changeAccount(opened: Opened, by: Asker, id: string, given: AccountChange): Promise<Account> {
  needRole(by, 'administrator', MANAGING);
  const before = await findOrThrow(opened, id);
  const change = {
    ...(given.name === undefined ? {} : { name: checkName(given.name) }),
    ...(given.role === undefined ? {} : { role: checkRole(given.role) }),
    ...(given.withhold === undefined ? {} : { withhold: given.withhold }),
    ...(given.disabled === undefined ? {} : { disabled: given.disabled }),
  };
  const after = { ...before, ...change };
  await opened.store.write(async tx => {
    await checkOneIsLeft(await loadAccounts(tx), after);
    await updateAccount(tx, before.id, change);
    if (after.disabled) await endSessions(tx, before.id);
    const detail = { account: before.id, email: before.email };
    if (after.withhold !== before.withhold)
      await insertAudit(
        tx,
        by,
        opened.now(),
        after.withhold ? 'withholding restore' : 'withholding lift',
        detail,
      );
    const { withhold: _, ...rest } = change;
    if (Object.keys(rest).length > 0)
      await insertAudit(tx, by, opened.now(), 'account change', { ...detail, ...rest });
  });
  opened.found.clear();
  return after;
}

/** A server that nobody can manage any more would be lost. */
function checkOneIsLeft(accounts: readonly Account[], after: Account): void {
  const now = accounts.map(a => (a.id === after.id ? after : a));
  if (accounts.some(isManager) && !now.some(isManager))
    throw new LedgerError('invalid', `${after.email} is the last administrator: make another one first`);
}

const isManager = (account: Account): boolean => account.role === 'administrator' && !account.disabled;

/** An account without a password. New ones see private persons masked. */
export async function create(opened: Opened, email: string, name: string, role: Role): Promise<Account> {
  const auth = await opened.auth();
  const { internalAdapter } = await auth.$context;
  const user = await internalAdapter.createUser(
    { email, name, emailVerified: true, role, withhold: true, disabled: false },
    null as never,
  );
  return findOrThrow(opened, user.id);
}

export async function findOrThrow(opened: Opened, id: string): Promise<Account> {
  const [account] = await opened.store.read(tx => loadAccounts(tx, id));
  if (account == null) throw new LedgerError('not-found', `there is no account "${id}"`);
  return account;
}

/** A link for an account; the one before it no longer works. */
export async function makeLink(opened: Opened, account: Account): Promise<OneTimeLink> {
  const auth = await opened.auth();
  await opened.store.query('delete from verifications where value = $1', [account.id]);
  await auth.api.requestPasswordReset({ body: { email: account.email } });
  const token = opened.tokens.get(account.id);
  opened.tokens.delete(account.id);
  if (token == null) throw new Error('no link was made');
  const expires = new Date(Date.now() + LINK_SECONDS * 1000).toISOString();
  return { account, token, expires };
}

export const note = (
  { store, now }: Opened,
  by: Asker,
  action: string,
  detail: Readonly<Record<string, unknown>>,
): Promise<void> => store.write(tx => insertAudit(tx, by, now(), action, detail));
