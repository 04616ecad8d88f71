import {
  type Asker,
  dateOf,
  LedgerError,
  type Moment,
  type ReportRow,
  type ReportView,
} from '../../model/index.ts';
import { listReports, loadCopies, loadReadings, loadReports, type ReportListing } from '../../store/index.ts';
import type { Context } from '../context.ts';
import { atOf, isBy, knownAtOf } from '../moment.ts';
import { addressFor } from '../withholding/addresses.ts';
import { type Mask, unmasked } from '../withholding/mask.ts';
import { withholdingFor } from '../withholding/withhold.ts';
import { viewClaims } from './claims.ts';

/** The reports on file, published up to `at`, as known at an instant, in known order. */
export const reports = (context: Context, by: Asker, query: Moment = {}): Promise<ReportRow[]> =>
  context.store.read(async tx => {
    const at = atOf(query.at);
    const listed = (await listReports(tx, knownAtOf(query.knownAt))).filter(row =>
      isBy(at, dateOf(row.published ?? row.known)),
    );
    const withholding = await withholdingFor(tx, by);
    return listed.map(row => toRow(row, withholding.of(row.id)));
  });

const toRow = (row: ReportListing, mask: Mask): ReportRow => ({
  ...row,
  ref: addressFor(row.ref, mask),
  title: row.title == null ? null : mask(row.title),
});

/** One report: its text as it came, and its claims, at a moment. */
export const report = (context: Context, by: Asker, id: string, query: Moment = {}): Promise<ReportView> =>
  context.store.read(async tx => {
    const knownAt = knownAtOf(query.knownAt),
      at = atOf(query.at);
    const [row] = await listReports(tx, knownAt, [id]);
    const [filed] = await loadReports(tx, [id]);
    if (row == null || filed == null)
      throw new LedgerError('not-found', `there is no report with the id "${id}"`);
    const [reading] = await loadReadings(tx, [id]);
    const withholding = await withholdingFor(tx, by, [id]);
    const mask = by.withhold ? withholding.of(id) : unmasked;
    return {
      ...toRow(row, mask),
      text: mask(filed.text),
      url: addressFor(filed.url, mask),
      language: filed.language,
      authors: (filed.authors ?? []).map(mask),
      updated: filed.updated ?? null,
      claimViews: (await viewClaims(tx, by, { report: id, knownAt })).filter(c => isBy(at, c.time?.from)),
      discrepancies: (reading?.discrepancies ?? []).map(d => ({ ...d, note: mask(d.note) })),
      copies: await loadCopies(tx, id),
    };
  });
