import type { Asker, Decision } from '../../model/index.ts';
import { loadDecisions } from '../../store/index.ts';
import type { Context } from '../context.ts';
import { withholdingFor } from '../withholding/withhold.ts';

/** All decisions, in the order in which they were taken, with who, when and why. */
export const decisions = (context: Context, by: Asker): Promise<Decision[]> =>
  context.store.read(async tx => {
    const found = await loadDecisions(tx);
    if (!by.withhold) return found;
    return Promise.all(
      found.map(async decision => {
        const reports = reportsOf(decision);
        const withholding = await withholdingFor(tx, by, reports);
        return { ...decision, why: withholding.of(...reports)(decision.why) };
      }),
    );
  });

function reportsOf({ ruling }: Decision): string[] {
  if ('claim' in ruling) return [ruling.claim.report];
  return 'claims' in ruling ? [...new Set(ruling.claims.map(c => c.report))] : [];
}
