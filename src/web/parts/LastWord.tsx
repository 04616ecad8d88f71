import type { ReactElement } from 'react';
import { mediumDate } from '../record/dates.ts';
import { dayOf } from '../record/days.ts';
import { STALE_DAYS } from '../record/mark.ts';
import { useRecordPart } from '../state/record-store.ts';
import { strings } from '../strings.ts';
import { moveAt } from '../time/play.ts';

/**
 * Where nothing on file reaches a day (left out: one so long before the day shown that lines fade): says of which day the last word is,
 * and leads there.
 */
export function LastWord({ before }: { before?: number }): ReactElement | null {
  const last = useRecordPart(r => {
    if (r.state !== 'here') return null;
    const { day, extent } = r.moment;
    return extent.lastDay != null && dayOf(extent.lastDay) < (before ?? day - STALE_DAYS)
      ? extent.lastDay
      : null;
  });
  if (last == null) return null;
  return (
    <p className="last-word no-print">
      {strings.lastOnFile.of(mediumDate(dayOf(last)))}{' '}
      <button type="button" className="quiet-button" onClick={() => moveAt(dayOf(last))}>
        {strings.lastOnFile.see}
      </button>
    </p>
  );
}
