import type { ReactElement } from 'react';
import { dateOfDay } from '../record/days.ts';
import { adjust, useView } from '../state/view-store.ts';
import { strings } from '../strings.ts';
import { DateField } from './DateField.tsx';

/** From one day to another, the latter being the day of the timeline; both stand in the address. */
export function DateSpan({ from, to }: { from: number; to: number }): ReactElement {
  const { linked } = useView();
  return (
    <div className="date-span no-print">
      <DateField
        label={strings.changes.from}
        value={dateOfDay(from)}
        max={dateOfDay(to)}
        required
        onChange={date => adjust({ from: date })}
      />
      <DateField
        label={strings.changes.to}
        value={dateOfDay(to)}
        required
        onChange={date => adjust(linked ? { at: date, knownAt: date } : { at: date })}
      />
    </div>
  );
}
