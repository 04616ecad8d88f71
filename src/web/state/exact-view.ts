import { dateOfDay, knownText } from '../record/days.ts';
import type { Moment } from './record-store.ts';
import type { Page, View } from './view.ts';

/** How many days back the pages that tell of a stretch of days begin, where the reader chose no first day. */
export const DAYS_BACK: Partial<Record<Page, number>> = { today: 1, sitrep: 7 };

/** A view with everything said that else follows the record as it grows: its address shows the same tomorrow, on any machine. */
export function exactView(view: View, { day, known, country }: Moment): View {
  const back = DAYS_BACK[view.view];
  return {
    ...view,
    country,
    at: dateOfDay(day),
    knownAt: knownText(known),
    from: view.from ?? (back == null ? null : dateOfDay(day - back)),
  };
}
