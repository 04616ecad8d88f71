import { discrepancyAsKnown } from '../../ledger/index.ts';
import type { Asker, CalendarDate, Discrepancy, DiscrepancyRow, Instant, Moment } from '../../model/index.ts';
import {
  type DiscrepancyQuery,
  loadClaims,
  loadDiscrepancies,
  loadPlaces,
  type Tx,
} from '../../store/index.ts';
import type { Context } from '../context.ts';
import { countryOf } from '../country.ts';
import { atOf, isBy, knownAtOf } from '../moment.ts';
import { type Withholding, withholdingFor } from '../withholding/withhold.ts';

export interface DiscrepanciesQuery extends Moment {
  readonly country?: string | undefined;
  /** Only those that nothing has settled. */
  readonly open?: boolean | undefined;
}

/** What does not add up, of days up to `at`, as known at an instant, oldest first. */
export function discrepancies(
  context: Context,
  by: Asker,
  query: DiscrepanciesQuery = {},
): Promise<DiscrepancyRow[]> {
  const country = countryOf(context, query.country);
  const knownAt = knownAtOf(query.knownAt);
  return context.store.read(async tx => {
    const all = await viewDiscrepancies(tx, by, { country, knownAt });
    const rows = await thoseBy(tx, all, atOf(query.at));
    return query.open ? rows.filter(row => row.settledBy == null) : [...rows];
  });
}

/** Those with a claim of a day up to `at`, or of none. */
async function thoseBy(
  tx: Tx,
  rows: readonly DiscrepancyRow[],
  at: CalendarDate | null,
): Promise<readonly DiscrepancyRow[]> {
  if (at == null) return rows;
  const stored = await loadClaims(tx, { ids: [...new Set(rows.flatMap(row => row.claims))] });
  const later = new Set(stored.filter(s => !isBy(at, s.claim.time?.from)).map(s => s.claim.id));
  return rows.filter(row => row.claims.length === 0 || !row.claims.every(id => later.has(id)));
}

export async function viewDiscrepancies(
  tx: Tx,
  by: Asker,
  query: DiscrepancyQuery,
): Promise<DiscrepancyRow[]> {
  const found = await loadDiscrepancies(tx, query);
  const places = await loadPlaces(tx, { ids: [...new Set(found.flatMap(d => d.places))] });
  const withholding = await withholdingFor(tx, by, [...new Set(found.flatMap(d => d.reports))]);
  return found.map(d => toRow(d, query.knownAt ?? null, id => places.get(id)?.name ?? id, withholding));
}

function toRow(
  d: Discrepancy,
  knownAt: Instant | null,
  nameOf: (id: string) => string,
  withholding: Withholding,
): DiscrepancyRow {
  const mask = withholding.of(...d.reports);
  const { settledBy } = knownAt == null ? d : discrepancyAsKnown(d, knownAt);
  return {
    id: d.id,
    kind: d.kind,
    places: d.places.map(id => ({ id, name: nameOf(id) })),
    reports: d.reports,
    claims: d.claims,
    note: mask(d.note),
    knownSince: d.knownSince,
    settledBy: settledBy == null ? null : { ...settledBy, note: mask(settledBy.note) },
  };
}
