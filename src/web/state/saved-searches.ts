import { useSyncExternalStore } from 'react';
import { paths } from '../api/paths.ts';
import type { SearchResult } from '../types.ts';

/** A search kept in this browser: its address, and the reports that it had found when it was last looked at. */
export interface SavedSearch {
  /** The view's address, which is also its id. */
  readonly href: string;
  readonly q: string;
  readonly seen: readonly string[];
  /** Reports that match and were not there then. */
  readonly fresh: readonly string[];
}

const KEY = 'dateline.searches';
/** How often the record is asked whether something new matches, while the page is open. */
const EVERY = 60_000;
const listeners = new Set<() => void>();
let saved: readonly SavedSearch[] = read();

function read(): SavedSearch[] {
  try {
    const found = JSON.parse(localStorage.getItem(KEY) ?? '[]') as SavedSearch[];
    return Array.isArray(found) ? found.filter(s => typeof s.href === 'string' && Array.isArray(s.seen)) : [];
  } catch {
    return [];
  }
}

function put(next: readonly SavedSearch[]): void {
  saved = next;
  try {
    localStorage.setItem(KEY, JSON.stringify(next));
  } catch {
    // Storage is blocked or full: the searches last until the page is left.
  }
  for (const listener of listeners) listener();
}

function onSaved(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useSaved = (): readonly SavedSearch[] => useSyncExternalStore(onSaved, () => saved);

export function saveSearch(href: string, q: string, found: readonly string[]): void {
  put([...saved.filter(s => s.href !== href), { href, q, seen: found, fresh: [] }]);
}

export const forgetSearch = (href: string): void => put(saved.filter(s => s.href !== href));

/** Looked at: what it finds now is no longer new. */
export function markSeen(href: string): void {
  const search = saved.find(s => s.href === href);
  if (search == null || search.fresh.length === 0) return;
  put(saved.map(s => (s === search ? { ...s, seen: [...new Set([...s.seen, ...s.fresh])], fresh: [] } : s)));
}

/** Asks the record what each saved search finds now; tells by the system's own notice where the reader has allowed that. */
export async function checkSaved(notice: (q: string, n: number) => string): Promise<void> {
  for (const search of saved) {
    const response = await fetch(paths.search(search.q)).catch(() => null);
    if (!response?.ok) continue;
    const { reports } = (await response.json()) as SearchResult;
    const fresh = reports.map(r => r.id).filter(id => !search.seen.includes(id));
    const more = fresh.filter(id => !search.fresh.includes(id)).length;
    if (more === 0 && fresh.length === search.fresh.length) continue;
    put(saved.map(s => (s.href === search.href ? { ...s, fresh } : s)));
    if (more > 0 && 'Notification' in window && Notification.permission === 'granted')
      new Notification(notice(search.q, fresh.length), { tag: search.href });
  }
}

/** Looks again every minute, and when the reader comes back to the page. */
export function watchSaved(notice: (q: string, n: number) => string): void {
  const check = (): void => {
    if (saved.length > 0 && navigator.onLine) void checkSaved(notice);
  };
  setInterval(check, EVERY);
  addEventListener('focus', check);
  addEventListener('storage', event => {
    if (event.key === KEY) {
      saved = read();
      for (const listener of listeners) listener();
    }
  });
  setTimeout(check, 3000);
}
