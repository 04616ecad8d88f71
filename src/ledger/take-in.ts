import type { Claim, FiledReport, LedgerInput } from '../model/index.ts';
import { applyDecisions, type Version } from './decisions/apply.ts';
import type { LiveDecision } from './decisions/live.ts';
import { put } from './group-by.ts';
import { findOrigins, type Origins } from './origins/origins.ts';
import { makeStatements } from './statements/make-statements.ts';
import { makeRuled } from './statements/ruled.ts';
import type { KnownInterval, Ruled, Statement } from './statements/statement.ts';
import { isRetold } from './statements/titles.ts';
import { findWithdrawals } from './statements/versions.ts';

/** The input made ready to be folded and compared. */
export interface Weighing {
  readonly reports: ReadonlyMap<string, FiledReport>;
  /** Every current claim, as read. */
  readonly claims: readonly Claim[];
  readonly versions: ReadonlyMap<string, readonly Version[]>;
  readonly origins: Origins;
  readonly decisions: readonly LiveDecision[];
  readonly orphans: readonly string[];
  /** By place id. */
  readonly statements: ReadonlyMap<string, readonly Statement[]>;
  readonly ruled: ReadonlyMap<string, readonly Ruled[]>;
}

/** Origins, carried-over text and decisions, applied to the claims: the statements of each place. */
export function takeIn(input: LedgerInput): Weighing {
  const reports = new Map([...input.reports].sort(byKnown).map(r => [r.id, r]));
  const readings = input.readings
    .filter(r => reports.has(r.report))
    .sort((a, b) => (a.report < b.report ? -1 : 1));
  const origins = findOrigins([...reports.values()]);
  const { versions, decisions, orphans } = applyDecisions({ ...input, readings });
  const withdrawals = findWithdrawals([...reports.values()], readings);
  const statements = new Map<string, Statement[]>();
  for (const reading of readings) {
    const report = reports.get(reading.report)!;
    for (const claim of reading.claims) {
      const retold = isRetold(claim, reading.claims);
      const live: KnownInterval = { from: report.known, to: withdrawals.get(claim.id) ?? null };
      for (const version of versions.get(claim.id) ?? []) {
        if (retold && version.verdict == null) continue;
        for (const s of makeStatements(version, report, origins, live)) put(statements, s.place, s);
      }
    }
  }
  const ruled = new Map<string, Ruled[]>();
  for (const r of makeRuled(decisions)) put(ruled, r.place, r);
  const claims = readings.flatMap(r => r.claims);
  return { reports, claims, versions, origins, decisions, orphans, statements, ruled };
}

const byKnown = (a: FiledReport, b: FiledReport): number =>
  a.known < b.known ? -1 : a.known > b.known ? 1 : a.id < b.id ? -1 : 1;
