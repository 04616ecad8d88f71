import type { ReactElement } from 'react';
import { DateField } from '../parts/DateField.tsx';
import { dateOfDay } from '../record/days.ts';
import { useMoment } from '../state/record-store.ts';
import { adjust, useView } from '../state/view-store.ts';
import { strings } from '../strings.ts';

/** The day that the map is compared with: what changed since is ringed, and the list says only that. */
export function CompareWith(): ReactElement {
  const { from } = useView();
  const { day, firstDay } = useMoment();
  return (
    <div className="compare no-print">
      <DateField
        className="compare-since"
        label={strings.map.since}
        value={from ?? ''}
        max={dateOfDay(day)}
        onChange={date => adjust({ from: date || null })}
      />
      {from == null ? (
        <>
          <button
            type="button"
            className="quiet-button"
            onClick={() => adjust({ from: dateOfDay(Math.max(firstDay, day - 1)) })}
          >
            {strings.map.dayBefore}
          </button>
          <button
            type="button"
            className="quiet-button"
            onClick={() => adjust({ from: dateOfDay(Math.max(firstDay, day - 7)) })}
          >
            {strings.map.weekBefore}
          </button>
        </>
      ) : (
        <button type="button" className="quiet-button" onClick={() => adjust({ from: null })}>
          {strings.map.compareEnd}
        </button>
      )}
    </div>
  );
}
