import type { ReactElement } from 'react';
import { ViewLink } from '../parts/Links.tsx';
import { strings } from '../strings.ts';
import type { Change, DiscrepancyRow, ReportRow } from '../types.ts';

/** Keeps the line's height until its words come. */
const UNTOLD = '\u00a0';

/** The morning's numbers: what changed, on how many reports, what is disputed, what came to disagree and what was settled. */
export function Summary({
  changes,
  reports,
  discrepancies,
  within,
}: {
  changes: readonly Change[] | null;
  reports: readonly ReportRow[] | null;
  discrepancies: readonly DiscrepancyRow[] | null;
  within: (instant: string) => boolean;
}): ReactElement {
  const { summary } = strings.changes;
  const unsure = changes?.filter(c => c.after.basis === 'disputed' || c.after.basis === 'claimed').length;
  const arisen = discrepancies?.filter(d => within(d.knownSince)).length;
  const settled = discrepancies?.filter(d => d.settledBy != null && within(d.settledBy.known)).length;
  const copies = reports?.filter(r => r.copyOf != null).length;
  return (
    <dl className="summary">
      <div>
        <dt>{summary.changes}</dt>
        <dd>{changes?.length ?? '–'}</dd>
        <dd className="quiet">{unsure == null ? UNTOLD : summary.unsure(unsure)}</dd>
      </div>
      <div>
        <dt>
          <ViewLink to={{ view: 'reports' }}>{summary.reports}</ViewLink>
        </dt>
        <dd>{reports?.length ?? '–'}</dd>
        <dd className="quiet">{copies == null ? UNTOLD : summary.copies(copies)}</dd>
      </div>
      <div>
        <dt>
          <ViewLink to={{ view: 'discrepancies' }}>{summary.discrepancies}</ViewLink>
        </dt>
        <dd>{arisen ?? '–'}</dd>
        <dd className="quiet">{settled == null ? UNTOLD : summary.settled(settled)}</dd>
      </div>
    </dl>
  );
}
