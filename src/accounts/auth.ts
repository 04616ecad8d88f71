import { apiKey } from '@better-auth/api-key';
import { betterAuth } from 'better-auth';
import type { Store } from '../store/index.ts';

/** How long a one-time link lets its person in, in seconds: two days. */
export const LINK_SECONDS = 2 * 24 * 3600;
/** Letters and digits of a password, at least. */
export const PASSWORD_LEAST = 12;
/** What every API key begins with, so that one is known for what it is wherever it turns up. */
export const KEY_PREFIX = 'dateline_';
/** Days that a key may last at most. */
export const KEY_DAYS_MOST = 366;

/** What a link is made of, handed over by the library where it would send mail. */
type Send = (account: string, token: string) => void;

/**
 * better-auth over the store's own gateway: passwords hashed by scrypt, sessions of a week, API keys kept as hashes.
 * Nothing of it is served: the routes call it in process. Its telemetry is off.
 */
export function makeAuth(store: Pick<Store, 'db'>, secret: string, send: Send) {
  return betterAuth({
    database: { db: store.db, type: 'postgres' },
    secret,
    baseURL: 'http://localhost',
    telemetry: { enabled: false },
    logger: { disabled: true },
    advanced: { cookiePrefix: 'dateline', useSecureCookies: false },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: PASSWORD_LEAST,
      revokeSessionsOnPasswordReset: true,
      resetPasswordTokenExpiresIn: LINK_SECONDS,
      sendResetPassword: async ({ user, token }) => send(user.id, token),
    },
    user: {
      modelName: 'accounts',
      additionalFields: {
        role: { type: 'string', required: true, input: false },
        withhold: { type: 'boolean', required: true, input: false },
        disabled: { type: 'boolean', required: true, input: false },
      },
    },
    session: { modelName: 'sessions', expiresIn: 7 * 24 * 3600, updateAge: 3600 },
    account: { modelName: 'credentials' },
    // A copy of the database opens no door: links are kept as hashes.
    verification: { modelName: 'verifications', storeIdentifier: 'hashed' },
    plugins: [
      apiKey({
        defaultPrefix: KEY_PREFIX,
        enableMetadata: true,
        requireName: true,
        // The server's own limits hold for keys and people alike.
        rateLimit: { enabled: false },
        keyExpiration: { defaultExpiresIn: null, minExpiresIn: 1, maxExpiresIn: KEY_DAYS_MOST },
        startingCharactersConfig: { shouldStore: true, charactersLength: KEY_PREFIX.length + 4 },
        schema: { apikey: { modelName: 'keys' } },
      }),
    ],
  });
}

export type Auth = ReturnType<typeof makeAuth>;
