import { type Account, type Accounts, type Asker, LedgerError, mayDo } from '../model/index.ts';
import { deleteKey, insertAudit, loadAccounts, loadKeys } from '../store/index.ts';
import { KEY_DAYS_MOST } from './auth.ts';
import { checkName, checkRole, needRole } from './check.ts';
import type { Opened } from './opened.ts';

/** API keys: one's own, or anybody's for an administrator. */
export function makeKeys(opened: Opened): Pick<Accounts, 'keys' | 'addKey' | 'revokeKey'> {
  const { store, now } = opened;
  return {
    keys: by => store.read(tx => loadKeys(tx, mayDo(by.role, 'administrator') ? {} : { account: by.id })),
    async addKey(by, wanted) {
      const name = checkName(wanted.name),
        role = checkRole(wanted.role);
      const account = await ownerOf(opened, by, wanted.account);
      if (!mayDo(account.role, role) || !mayDo(by.role, role))
        throw new LedgerError(
          'forbidden',
          `a key of ${account.name}, a ${account.role}, cannot have the role ${role}`,
        );
      const auth = await opened.auth();
      const made = await auth.api.createApiKey({
        body: {
          name,
          userId: account.id,
          metadata: { role },
          ...(wanted.days == null ? {} : { expiresIn: daysOrThrow(wanted.days) * 24 * 3600 }),
        },
      });
      return store.write(async tx => {
        await insertAudit(tx, by, now(), 'key add', { key: made.id, name, role, account: account.id });
        const [key] = await loadKeys(tx, { id: made.id });
        return { ...key!, key: made.key };
      });
    },
    async revokeKey(by, id) {
      const [key] = await store.read(tx => loadKeys(tx, { id }));
      if (key == null || (key.account !== by.id && !mayDo(by.role, 'administrator')))
        throw new LedgerError('not-found', `there is no key "${id}"`);
      await store.write(async tx => {
        await deleteKey(tx, id);
        await insertAudit(tx, by, now(), 'key revoke', { key: id, name: key.name, account: key.account });
      });
      opened.found.clear();
      return key;
    },
  };
}

/** Whose key it is to be: one's own; an administrator's word for others; at the command line the first administrator's. */
async function ownerOf({ store }: Opened, by: Asker, asked: string | undefined): Promise<Account> {
  const accounts = await store.read(tx => loadAccounts(tx, asked));
  const own = accounts.find(a => a.id === by.id);
  if (own != null) return own;
  needRole(by, 'administrator', 'a key for somebody else');
  const found = asked == null ? accounts.find(a => a.role === 'administrator' && !a.disabled) : accounts[0];
  if (found != null) return found;
  throw asked == null
    ? new LedgerError('invalid', 'a key belongs to an account, and there is none yet: add one first')
    : new LedgerError('not-found', `there is no account "${asked}"`);
}

function daysOrThrow(days: number): number {
  if (Number.isInteger(days) && days >= 1 && days <= KEY_DAYS_MOST) return days;
  throw new LedgerError('invalid', `a key lasts from 1 to ${KEY_DAYS_MOST} days, not "${days}"`);
}
