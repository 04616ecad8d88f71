import { makeFacts } from '../../ledger/index.ts';
import { loadReadings, loadReports, saveOrphans, type Tx } from '../../store/index.ts';
import { type KnownDecisions, reportsNamedBy } from './known-decisions.ts';

/** Lists again the decisions whose claim no longer exists, where reports that decisions name were touched. */
export async function checkOrphans(
  tx: Tx,
  decisions: KnownDecisions,
  touched: readonly string[],
): Promise<void> {
  const named = reportsNamedBy(decisions.all);
  if (named.length === 0) return;
  const changed = new Set(touched);
  if (!named.some(report => changed.has(report))) return;
  const input = {
    reports: await loadReports(tx, named),
    readings: await loadReadings(tx, named),
    decisions: decisions.all,
  };
  await saveOrphans(tx, makeFacts(input).orphans);
}
