import { DAY_MS, dateOfDay } from '../record/days.ts';
import { currentRecord } from '../state/record-store.ts';
import { adjust, currentView } from '../state/view-store.ts';

/** Moves the times; both when they are linked. Days are day numbers. */
export function moveAt(day: number): void {
  const date = dateOfDay(day);
  adjust(currentView().linked ? { at: date, knownAt: date } : { at: date });
}

export function moveKnown(day: number): void {
  const date = dateOfDay(day);
  adjust(currentView().linked ? { at: date, knownAt: date } : { knownAt: date });
}

/** Links the two times (the known time goes to the day on the ground), or lets them move apart. */
export function setLinked(linked: boolean): void {
  const record = currentRecord();
  if (record.state !== 'here') return;
  const { day, known } = record.moment;
  if (linked) adjust({ linked, at: dateOfDay(day), knownAt: dateOfDay(day) });
  else
    adjust({
      linked,
      at: dateOfDay(day),
      knownAt: currentView().knownAt ?? dateOfDay(Math.floor(known / DAY_MS)),
    });
}

/** Both times back to their defaults: the latest day, everything known. */
export const toLatest = (): void => adjust({ at: null, knownAt: null, linked: true });

/**
 * Plays from the day shown (from the start where it is the last) to the end, in about twenty seconds at most. Gives the function that
 * stops it.
 */
export function play(onEnd: () => void): () => void {
  const record = currentRecord();
  if (record.state !== 'here') return () => {};
  const { firstDay, lastDay } = record.moment;
  let day = record.moment.day >= lastDay ? firstDay : record.moment.day;
  const step = Math.max(1, Math.round((lastDay - firstDay) / 60));
  const timer = setInterval(() => {
    day = Math.min(lastDay, day + step);
    moveAt(day);
    if (day >= lastDay) {
      clearInterval(timer);
      onEnd();
    }
  }, 450);
  moveAt(day);
  return () => clearInterval(timer);
}
