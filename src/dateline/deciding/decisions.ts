import { standingOf } from '../../ledger/index.ts';
import type { Asker, DecisionView, Moment } from '../../model/index.ts';
import { loadDecisions, loadOrphans } from '../../store/index.ts';
import type { Context } from '../context.ts';
import { atOf, isBy, knownAtOf } from '../moment.ts';
import type { Mask } from '../withholding/mask.ts';
import { withholdingFor } from '../withholding/withhold.ts';

/**
 * Decisions known at an instant, in the order in which they were taken, with who, when and why, and whether they stand;
 * rulings that begin after `at` left out.
 */
export const decisions = (context: Context, by: Asker, query: Moment = {}): Promise<DecisionView[]> =>
  context.store.read(async tx => {
    const knownAt = knownAtOf(query.knownAt),
      at = atOf(query.at);
    const known = (await loadDecisions(tx)).filter(d => knownAt == null || d.at <= knownAt);
    const standing = standingOf(known, new Set(await loadOrphans(tx)));
    const found = known
      .filter(d => d.ruling.kind !== 'rule' || isBy(at, d.ruling.from))
      .map(d => ({ ...d, standing: standing(d) }));
    if (!by.withhold) return found;
    const withholding = await withholdingFor(tx, by);
    // A reason is the analyst's own words: it may name anybody who spoke in any report.
    return found.map(({ ruling, why, ...rest }) => ({
      ...rest,
      why: withholding.all(why),
      ruling: maskNames(ruling, withholding.all),
    }));
  });

/** A ruling with its names masked, at every depth; its ids tell of nobody. */
function maskNames<Value>(value: Value, mask: Mask, field = ''): Value {
  if (typeof value === 'string') return (/name$/i.test(field) ? mask(value) : value) as Value;
  if (value == null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(each => maskNames(each, mask, field)) as Value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, maskNames(inner, mask, key)]),
  ) as Value;
}
