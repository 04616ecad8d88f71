import type { ReactElement } from 'react';
import { DateField } from '../parts/DateField.tsx';
import { dateOfDay } from '../record/days.ts';
import { currentRecord } from '../state/record-store.ts';
import { adjust, useRestedView } from '../state/view-store.ts';
import { strings } from '../strings.ts';

const WAYS = [
  [1, strings.map.dayBefore],
  [7, strings.map.weekBefore],
] as const;

/** The day that the map is compared with: what changed since is ringed, and the list says only that. Rests while a handle moves. */
export function CompareWith(): ReactElement {
  const { from } = useRestedView();
  const record = currentRecord();
  const compare = (before: number): void => {
    const now = currentRecord();
    if (now.state !== 'here') return;
    const { day, firstDay } = now.moment;
    adjust({ from: dateOfDay(Math.max(firstDay, day - before)) });
  };
  return (
    <div className="compare no-print">
      <DateField
        className="compare-since"
        label={strings.map.since}
        value={from ?? ''}
        max={record.state === 'here' ? dateOfDay(record.moment.day) : undefined}
        onChange={date => adjust({ from: date || null })}
      />
      {from == null ? (
        WAYS.map(([days, words]) => (
          <button key={days} type="button" className="quiet-button" onClick={() => compare(days)}>
            {words}
          </button>
        ))
      ) : (
        <button type="button" className="quiet-button" onClick={() => adjust({ from: null })}>
          {strings.map.compareEnd}
        </button>
      )}
    </div>
  );
}
