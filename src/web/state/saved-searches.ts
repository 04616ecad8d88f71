import { useSyncExternalStore } from 'react';
import { answerOf, load, onAnswer, post, refresh, remove, show } from '../api/client.ts';
import { paths } from '../api/paths.ts';
import type { SavedSearch } from '../types.ts';

/** The searches that whoever is here keeps, as the server has them: they are there on every machine. */

/** How often the server is asked whether something new matches, while the page is open. */
const EVERY = 60_000;
/** The first time comes after the page has been drawn. */
const FIRST = 1_500;
const NONE: readonly SavedSearch[] = [];

export function savedNow(): readonly SavedSearch[] {
  const answer = answerOf<SavedSearch[]>(paths.searches);
  return answer.state === 'here' ? answer.data : NONE;
}

export const useSaved = (): readonly SavedSearch[] => useSyncExternalStore(onAnswer, savedNow);

const ask = (): void => {
  refresh(paths.searches);
  void load(paths.searches);
};

export async function saveSearch(address: string, words: string): Promise<void> {
  await post(paths.searches, { address, words });
  ask();
}

export async function forgetSearch(id: string): Promise<void> {
  await remove(paths.savedSearch(id));
  ask();
}

/** Looked at: what it has found up to when it was asked is no longer new. */
export async function markSeen(search: SavedSearch): Promise<void> {
  if (search.fresh.length === 0) return;
  const noted = await post(`${paths.savedSearch(search.id)}/seen`, { until: search.asked }).catch(() => null);
  if (noted != null) ask();
}

/** Asks again every minute and when the reader comes back; tells by the system's own notice where the reader has allowed that. */
export function watchSaved(notice: (q: string, n: number) => string): void {
  show(paths.searches);
  const told = new Set<string>();
  let last: readonly SavedSearch[] | null = null;
  onAnswer(() => {
    const saved = savedNow();
    if (saved === last) return;
    const isFirst = last == null;
    last = saved;
    for (const { id, words, fresh } of saved) {
      const more = fresh.filter(report => !told.has(`${id} ${report}`));
      for (const report of more) told.add(`${id} ${report}`);
      if (!isFirst && more.length > 0 && 'Notification' in window && Notification.permission === 'granted')
        new Notification(notice(words, fresh.length), { tag: id });
    }
  });
  const check = (): void => {
    if (navigator.onLine) ask();
  };
  setTimeout(() => void load(paths.searches), FIRST);
  setInterval(check, EVERY);
  addEventListener('focus', check);
}
