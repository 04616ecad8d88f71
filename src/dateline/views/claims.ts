import type { Asker, ClaimView, Moment } from '../../model/index.ts';
import { loadClaims, type Tx } from '../../store/index.ts';
import type { Context } from '../context.ts';
import { atOf, isBy, knownAtOf } from '../moment.ts';
import { resolvePlace } from '../places/resolve-place.ts';
import { withholdingFor } from '../withholding/withhold.ts';
import { toClaimView } from './claim-view.ts';

export interface ClaimsQuery extends Moment {
  readonly ids?: readonly string[] | undefined;
  readonly place?: string | undefined;
  readonly kind?: string | undefined;
  readonly report?: string | undefined;
}

/** Claims by id, place, kind or report, of days up to `at`, as known at an instant, in known order. */
export const claims = (context: Context, by: Asker, query: ClaimsQuery = {}): Promise<ClaimView[]> =>
  context.store.read(async tx => {
    const at = atOf(query.at);
    const place = query.place == null ? undefined : (await resolvePlace(context, tx, query.place)).id;
    const found = await viewClaims(tx, by, {
      ids: query.ids,
      places: place == null ? undefined : [place],
      kind: query.kind,
      report: query.report,
      knownAt: knownAtOf(query.knownAt),
    });
    return at == null ? found : found.filter(claim => isBy(at, claim.time?.from));
  });

export async function viewClaims(
  tx: Tx,
  by: Asker,
  query: Parameters<typeof loadClaims>[1],
): Promise<ClaimView[]> {
  const stored = await loadClaims(tx, query);
  const reports = [...new Set(stored.map(s => s.claim.report))];
  const withholding = await withholdingFor(tx, by, reports);
  return stored.map(s => toClaimView(s, withholding.of(s.claim.report)));
}
