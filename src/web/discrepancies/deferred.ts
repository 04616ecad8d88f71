import { useSyncExternalStore } from 'react';
import type { DiscrepancyRow } from '../types.ts';

/** Discrepancies put off until a day, by id; kept in this browser: putting off is no ruling, and changes no record. */
const KEY = 'dateline.deferred';
const listeners = new Set<() => void>();
let deferred: Readonly<Record<string, string>> = read();

function read(): Record<string, string> {
  try {
    const found = JSON.parse(localStorage.getItem(KEY) ?? '{}') as Record<string, string>;
    return found != null && typeof found === 'object' ? found : {};
  } catch {
    return {};
  }
}

function put(next: Readonly<Record<string, string>>): void {
  deferred = next;
  try {
    localStorage.setItem(KEY, JSON.stringify(next));
  } catch {
    // Storage is blocked: it lasts until the page is left.
  }
  for (const listener of listeners) listener();
}

export const useDeferred = (): Readonly<Record<string, string>> =>
  useSyncExternalStore(
    listener => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => deferred,
  );

/** Puts one off until a day (`YYYY-MM-DD`). */
export const defer = (id: string, until: string): void => put({ ...deferred, [id]: until });

export function takeUp(id: string): void {
  const { [id]: _until, ...rest } = deferred;
  put(rest);
}

/** Whether an open discrepancy is put off on a day. What has been settled meanwhile is not. */
export const isDeferred = (
  row: DiscrepancyRow,
  all: Readonly<Record<string, string>>,
  today: string,
): boolean => row.settledBy == null && (all[row.id] ?? '') > today;
