import type { Asker, Decision, Moment } from '../../model/index.ts';
import { loadDecisions } from '../../store/index.ts';
import type { Context } from '../context.ts';
import { atOf, isBy, knownAtOf } from '../moment.ts';
import { withholdingFor } from '../withholding/withhold.ts';

/** Decisions known at an instant, in the order in which they were taken, with who, when and why; rulings that begin after `at` left out. */
export const decisions = (context: Context, by: Asker, query: Moment = {}): Promise<Decision[]> =>
  context.store.read(async tx => {
    const knownAt = knownAtOf(query.knownAt),
      at = atOf(query.at);
    const found = (await loadDecisions(tx)).filter(
      d => (knownAt == null || d.at <= knownAt) && (d.ruling.kind !== 'rule' || isBy(at, d.ruling.from)),
    );
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
