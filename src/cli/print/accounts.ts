import type { Account, ApiKey, AuditEntry, OneTimeLink } from '../../model/index.ts';
import type { Page } from './claim.ts';
import { type Column, table } from './layout.ts';
import { count, day, instant } from './words.ts';

const dayOr = (value: string | null, otherwise: string): string => (value == null ? otherwise : day(value));

/** Everybody who may sign in, a line each. */
export function printAccounts(accounts: readonly Account[], { style, width }: Page): string {
  if (accounts.length === 0) return 'Nobody has an account yet: "dateline accounts add" makes one.\n';
  const columns: readonly Column<Account>[] = [
    { head: 'E-MAIL', cell: a => a.email, mark: style.bold },
    { head: 'NAME', cell: a => a.name, shrinks: true },
    { head: 'ROLE', cell: a => a.role },
    { head: 'PRIVATE PERSONS', cell: a => (a.withhold ? 'masked' : 'shown') },
    { head: 'LAST HERE', cell: a => (a.claimed ? dayOr(a.lastSeen, '') : 'not yet come in') },
    { head: '', cell: a => (a.disabled ? 'shut out' : ''), mark: style.doubt },
  ];
  return `${style.bold(count(accounts.length, 'account'))}\n\n${table(accounts, columns, width, style.dim)}\n`;
}

/** API keys, a line each. */
export function printKeys(keys: readonly ApiKey[], { style, width }: Page): string {
  if (keys.length === 0) return 'There is no API key yet: "dateline keys add" makes one.\n';
  const columns: readonly Column<ApiKey>[] = [
    { head: 'KEY', cell: k => k.id },
    { head: 'NAME', cell: k => k.name, shrinks: true, mark: style.bold },
    { head: 'BEGINS WITH', cell: k => `${k.start}…` },
    { head: 'WHOSE', cell: k => k.accountName, shrinks: true },
    { head: 'ROLE', cell: k => k.role },
    { head: 'LAST USED', cell: k => dayOr(k.lastUsed, 'never') },
    { head: 'ENDS', cell: k => dayOr(k.expires, '') },
  ];
  return `${style.bold(count(keys.length, 'key'))}\n\n${table(keys, columns, width, style.dim)}\n`;
}

/** A one-time link, under the address of the server where that is known. */
export function printLink(
  { account, token, expires }: OneTimeLink,
  server: string | null,
  { style }: Page,
): string {
  const path = `/welcome?token=${token}`;
  return [
    `${account.name} (${account.email}, ${account.role}) comes in by this link, once, until ${instant(expires)}:`,
    `  ${style.bold(server == null ? `<the server's address>${path}` : `${server}${path}`)}\n`,
  ].join('\n');
}

/** The audit log: who did what, when. */
export function printAudit(entries: readonly AuditEntry[], { style, width }: Page): string {
  if (entries.length === 0) return 'Nothing is in the audit log for that.\n';
  const columns: readonly Column<AuditEntry>[] = [
    { head: 'WHEN', cell: e => instant(e.at) },
    { head: 'WHO', cell: e => e.byName, mark: style.bold },
    { head: 'WHAT', cell: e => e.action },
    { head: 'ON', cell: e => detailWords(e.detail), shrinks: true, mark: style.dim },
  ];
  return `${table(entries, columns, width, style.dim)}\n`;
}

const detailWords = (detail: AuditEntry['detail']): string =>
  Object.entries(detail)
    .map(([name, value]) => `${name} ${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join(', ');
