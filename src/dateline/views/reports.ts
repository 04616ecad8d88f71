import { type Asker, LedgerError, type Moment, type ReportRow, type ReportView } from '../../model/index.ts';
import { listReports, loadCopies, loadReadings, loadReports, type ReportListing } from '../../store/index.ts';
import type { Context } from '../context.ts';
import { knownAtOf } from '../moment.ts';
import { type Mask, unmasked } from '../withholding/mask.ts';
import { withholdingFor } from '../withholding/withhold.ts';
import { viewClaims } from './claims.ts';

/** The reports on file, as known at an instant, in known order. */
export const reports = (context: Context, by: Asker, query: Moment = {}): Promise<ReportRow[]> =>
  context.store.read(async tx => {
    const listed = await listReports(tx, knownAtOf(query.knownAt));
    const withholding = await withholdingFor(tx, by);
    return listed.map(row => toRow(row, withholding.of(row.id)));
  });

const toRow = (row: ReportListing, mask: Mask): ReportRow => ({
  ...row,
  title: row.title == null ? null : mask(row.title),
});

/** One report: its text as it came, and its claims. `id` may be the one that it came in with. */
export const report = (context: Context, by: Asker, id: string): Promise<ReportView> =>
  context.store.read(async tx => {
    const [row] = await listReports(tx, null, [id]);
    const [filed] = await loadReports(tx, [id]);
    if (row == null || filed == null)
      throw new LedgerError('not-found', `there is no report with the id "${id}"`);
    const [reading] = await loadReadings(tx, [id]);
    const withholding = await withholdingFor(tx, by, [id]);
    const mask = by.withhold ? withholding.of(id) : unmasked;
    return {
      ...toRow(row, mask),
      text: mask(filed.text),
      url: filed.url,
      language: filed.language,
      authors: (filed.authors ?? []).map(mask),
      updated: filed.updated ?? null,
      claimViews: await viewClaims(tx, by, { report: id }),
      discrepancies: (reading?.discrepancies ?? []).map(d => ({ ...d, note: mask(d.note) })),
      copies: await loadCopies(tx, id),
    };
  });
