import {
  type Asker,
  type AuditEntry,
  type AuditQuery,
  aRole,
  LedgerError,
  mayDo,
} from '../../model/index.ts';
import { loadAudit } from '../../store/index.ts';
import type { Context } from '../context.ts';
import { knownAtOf } from '../moment.ts';

const USUAL = 100;
const MOST = 1000;

/** Who did what, when: newest first. Viewers do not see it. */
export async function auditLog(context: Context, by: Asker, query: AuditQuery = {}): Promise<AuditEntry[]> {
  if (!mayDo(by.role, 'analyst'))
    throw new LedgerError(
      'forbidden',
      `${by.name} is ${aRole(by.role)}: the audit log needs the role analyst`,
    );
  const since = query.since == null ? undefined : startOf(query.since);
  const until = knownAtOf(query.until) ?? undefined;
  const limit = Math.max(1, Math.min(query.limit ?? USUAL, MOST));
  return context.store.read(tx => loadAudit(tx, { ...query, since, until, limit }));
}

/** A bare date begins with its first instant here. */
const startOf = (value: string): string | undefined =>
  /^\d{4}-\d\d-\d\d$/.test(value) && knownAtOf(value) != null
    ? `${value}T00:00:00.000Z`
    : (knownAtOf(value) ?? undefined);
