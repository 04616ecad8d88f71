import { randomBytes } from 'node:crypto';
import type { Instant } from '../model/index.ts';
import { keepSetting, type Store } from '../store/index.ts';
import type { Auth } from './auth.ts';

/** What the account use cases work with. better-auth is loaded when first asked for: most commands need none of it. */
export interface Opened {
  readonly store: Store;
  readonly now: () => Instant;
  readonly auth: () => Promise<Auth>;
  /** The token of the link that the library last made for an account. */
  readonly tokens: Map<string, string>;
  /** Who a credential was last found to be, so that not every request asks the database. */
  readonly found: Map<string, { readonly until: number; readonly value: unknown }>;
}

export function openAccounts(store: Store, now: () => Instant): Opened {
  const tokens = new Map<string, string>();
  let made: Promise<Auth> | null = null;
  const make = async (): Promise<Auth> => {
    const [{ makeAuth }, secret] = await Promise.all([import('./auth.ts'), secretOf(store)]);
    return makeAuth(store, secret, (account, token) => void tokens.set(account, token));
  };
  const auth = (): Promise<Auth> => {
    made ??= make().catch(error => {
      made = null;
      throw error;
    });
    return made;
  };
  return { store, now, tokens, found: new Map(), auth };
}

/** Signs cookies. Told by `DATELINE_SECRET`, or made at the first start and kept with the accounts. */
const secretOf = async (store: Store): Promise<string> =>
  process.env.DATELINE_SECRET ||
  store.write(tx => keepSetting(tx, 'secret', randomBytes(32).toString('base64url')));
