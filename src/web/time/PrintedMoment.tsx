import type { ReactElement } from 'react';
import { knownDate, longDate } from '../record/dates.ts';
import { useMoment } from '../state/record-store.ts';
import { strings } from '../strings.ts';

/** What the timeline says, for paper, where there is none: the country, and both times. */
export function PrintedMoment(): ReactElement {
  const { day, known, country, extent } = useMoment();
  const name = extent.countries.find(c => c.code === country)?.name;
  return (
    <p className="print-only quiet">
      {name == null ? '' : `${name} · `}
      {strings.place.now(longDate(day))}, {strings.place.knownAs(knownDate(known))}
    </p>
  );
}
