import { useSyncExternalStore } from 'react';
import { answerOf, load, onAnswer, show } from '../api/client.ts';
import { paths } from '../api/paths.ts';
import { busyFrom } from '../record/busy-days.ts';
import { DAY_MS, dayOf, endOfDay, knownMs } from '../record/days.ts';
import { indexPeriods, type PeriodIndex, spanOf, stateAt } from '../record/index-periods.ts';
import type { Extent, PeriodTable, SideView } from '../types.ts';
import { currentView, onView } from './view-store.ts';

/** The record at the moment that the address says: what map, timeline and lists draw from. */
export interface Moment {
  readonly extent: Extent;
  readonly index: PeriodIndex;
  /** First and last day that the sliders reach. */
  readonly firstDay: number;
  readonly lastDay: number;
  readonly day: number;
  readonly known: number;
  /** The period of each place, -1 for none. The array is filled anew in place: compare `version`. */
  readonly state: Int32Array;
  readonly version: number;
  readonly country: string | null;
}

export type RecordState =
  | { readonly state: 'waiting' }
  | { readonly state: 'failed'; readonly message: string; readonly path: string }
  | { readonly state: 'here'; readonly moment: Moment };

const listeners = new Set<() => void>();
let now: RecordState = { state: 'waiting' };
let from: readonly unknown[] = [];

export const currentRecord = (): RecordState => now;

export function onRecord(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useRecord = (): RecordState => useSyncExternalStore(onRecord, currentRecord);

/** A part of the record that stays while a handle moves: `pick` must give the same value or object for the same record. */
export const useRecordPart = <T>(pick: (record: RecordState) => T): T =>
  useSyncExternalStore(onRecord, () => pick(now));

/** The moment; throws where the record is not here yet (pages are shown only once it is). */
export function useMoment(): Moment {
  const record = useRecord();
  if (record.state !== 'here') throw new Error('the record is not here yet');
  return record.moment;
}

function build(): RecordState {
  const answers = [paths.extent, paths.sides, paths.periods].map(path => ({ path, answer: answerOf(path) }));
  for (const { path, answer } of answers)
    if (answer.state === 'failed') return { state: 'failed', message: answer.message, path };
  const [extent, sides, periods] = answers.map(a => (a.answer.state === 'here' ? a.answer.data : null)) as [
    Extent | null,
    SideView[] | null,
    PeriodTable | null,
  ];
  if (extent == null || sides == null || periods == null) return { state: 'waiting' };
  const kept = now.state === 'here' && from[0] === sides && from[1] === periods ? now.moment : null;
  from = [sides, periods];
  const index = kept?.index ?? indexPeriods(periods, sides);
  const view = currentView();
  const times = timesOf(extent, index, view.at, view.knownAt, view.span === 'all');
  const country = view.country ?? mainCountry(extent);
  const same =
    kept != null &&
    kept.day === times.day &&
    kept.known === times.known &&
    kept.firstDay === times.firstDay &&
    kept.lastDay === times.lastDay;
  if (same && kept.country === country && kept.extent === extent) return now;
  const state = kept?.state ?? new Int32Array(index.places.length);
  if (!same) stateAt(index, times.day, times.known, state);
  return {
    state: 'here',
    moment: { extent, index, ...times, state, country, version: (kept?.version ?? 0) + 1 },
  };
}

const mainCountry = (extent: Extent): string | null =>
  [...extent.countries].sort((a, b) => b.places - a.places)[0]?.code ?? null;

/** Which day and known time an address means, and how far the sliders reach. */
export function timesOf(
  extent: Extent,
  index: PeriodIndex,
  at: string | null,
  knownAt: string | null,
  whole: boolean,
): { day: number; known: number; firstDay: number; lastDay: number } {
  const span = spanOf(index);
  const usual = dayOf(extent.defaultAt);
  const day = at == null ? usual : dayOf(at);
  const lastKnown = extent.lastKnown == null ? endOfDay(usual) : Date.parse(extent.lastKnown);
  const all = Math.max(lastKnown, endOfDay(usual));
  const known = knownAt == null ? all : knownMs(knownAt);
  const firsts = [day, Math.floor(known / DAY_MS), whole ? (span?.first ?? day) : busyFrom(index, day) - 3];
  const lasts = [day, usual, span?.last ?? day, Math.floor(all / DAY_MS), Math.floor(known / DAY_MS)];
  return { day, known, firstDay: Math.min(...firsts), lastDay: Math.max(...lasts) };
}

function update(): void {
  const next = build();
  if (next === now || (next.state === 'waiting' && now.state === 'waiting')) return;
  now = next;
  for (const listener of listeners) listener();
}

/** Asks for the record and keeps the moment in step with the address. */
export function startRecord(): void {
  onAnswer(update);
  onView(update);
  for (const path of [paths.extent, paths.sides, paths.periods]) {
    show(path);
    void load(path);
  }
}
