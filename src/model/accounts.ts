import type { Asker } from './ledger.ts';
import type { Instant } from './time.ts';

export type Role = Asker['role'];

/** The roles, each of which may do what those before it may: read; decide and add; manage people, keys and withholding. */
export const ROLES = ['viewer', 'analyst', 'administrator'] as const;

/** Whether a role may do what needs at least another. @example mayDo('analyst', 'viewer') // true */
export const mayDo = (role: Role, least: Role): boolean => ROLES.indexOf(role) >= ROLES.indexOf(least);

/** A role with its article, for sentences. @example aRole('analyst') // 'an analyst' */
export const aRole = (role: Role): string => `${role === 'viewer' ? 'a' : 'an'} ${role}`;

/** A person who may sign in. `email` is what they sign in with; `claimed`: whether they have chosen a password. */
export interface Account {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  /** Whether private persons who spoke are masked for them; only an administrator lifts it. */
  readonly withhold: boolean;
  readonly disabled: boolean;
  readonly claimed: boolean;
  readonly made: Instant;
  readonly lastSeen: Instant | null;
}

/** A key with which a program asks in an account's name; its role is never more than the account's. */
export interface ApiKey {
  readonly id: string;
  readonly name: string;
  readonly account: string;
  readonly accountName: string;
  readonly role: Role;
  /** Its first characters, to tell it by: the key itself is shown once and kept nowhere. */
  readonly start: string;
  readonly made: Instant;
  readonly lastUsed: Instant | null;
  readonly expires: Instant | null;
}

/** A token that lets a person in once, to choose a password, until it ends. */
export interface OneTimeLink {
  readonly account: Account;
  readonly token: string;
  readonly expires: Instant;
}

export interface AccountChange {
  readonly name?: string | undefined;
  readonly role?: Role | undefined;
  readonly withhold?: boolean | undefined;
  readonly disabled?: boolean | undefined;
}

/** People and keys. Each method but those on one's own keys needs an administrator. */
export interface Accounts {
  list(by: Asker): Promise<Account[]>;
  /** Makes an account and the link by which its person first comes in. */
  add(
    by: Asker,
    person: { readonly email: string; readonly name: string; readonly role: Role },
  ): Promise<OneTimeLink>;
  change(by: Asker, account: string, change: AccountChange): Promise<Account>;
  /** A new link, for who has lost a password; it ends every session of theirs when it is used. */
  link(by: Asker, account: string): Promise<OneTimeLink>;
  /** All keys for an administrator; everybody else's own. */
  keys(by: Asker): Promise<ApiKey[]>;
  /** Makes a key; `key` is shown this once. `account` is an id or an e-mail address, one's own unless told. */
  addKey(
    by: Asker,
    key: {
      readonly name: string;
      readonly role: Role;
      readonly account?: string | undefined;
      readonly days?: number | undefined;
    },
  ): Promise<ApiKey & { readonly key: string }>;
  revokeKey(by: Asker, key: string): Promise<ApiKey>;
}

/** One line of the audit log: who did what, when. */
export interface AuditEntry {
  readonly seq: number;
  readonly at: Instant;
  readonly by: string;
  readonly byName: string;
  readonly action: string;
  readonly detail: Readonly<Record<string, unknown>>;
}

export interface AuditQuery {
  /** Entries by this person or key only. */
  readonly by?: string | undefined;
  readonly action?: string | undefined;
  readonly since?: string | undefined;
  readonly until?: string | undefined;
  /** Entries before this one. */
  readonly before?: number | undefined;
  /** At most so many, newest first; 100 unless told. */
  readonly limit?: number | undefined;
}
